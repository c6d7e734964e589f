import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { FIGURES, figureText } from '#server/features/labour-rules/figures.ts'

/** Every pair of a rule and a figure that a check asks for by name. */
const asked = new Set(
  globSync('server/features/{schedules,working-time}/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'(\w+)',\s*'(\w+)'/gu)]
      .filter(([, code = '', name = '']) => FIGURES[code]?.[name] !== undefined)
      .map(([, code, name]) => `${code}.${name}`),
  ),
)
/** Publishing looks the rule up for its strictness too. */
const NOTICE = 'shift_notice.calendarDays'

describe('FIGURES', () => {
  it('say which of them checks read', () => {
    expect(readFileSync('server/features/schedules/publishing/publish.service.ts', 'utf8')).toMatch(
      /parameters\['calendarDays'\]/u,
    )
    const reckoned = Object.entries(FIGURES).flatMap(([code, figures]) =>
      Object.entries(figures)
        .filter(([, { isReckonedWith }]) => isReckonedWith)
        .map(([name]) => `${code}.${name}`),
    )
    expect([...asked, NOTICE].toSorted()).toEqual(reckoned.toSorted())
  })

  it.each([
    [2520, 'hours', '42 ч'],
    [45, 'minutes', '45 мин'],
    [1320, 'clock', '22:00'],
    [6, 'count', '6'],
  ] as const)('are told in their unit: %i %s is %s', (value, unit, expected) => {
    expect(figureText(value, unit, 'ru')).toBe(expected)
  })
})
