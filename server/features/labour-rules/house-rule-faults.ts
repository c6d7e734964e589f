import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { say } from '#server/platform/i18n/messages.ts'

import { FIGURES, figureText } from './figures.ts'
import { houseBounds } from './house-bounds.ts'

interface Rule {
  readonly code: string
  readonly parameters: Readonly<Record<string, number>>
}

/** Why a figure of a house rule may not be chosen so. */
export interface HouseRuleFault {
  readonly rule: string
  readonly figure: string
  readonly code: 'below' | 'above' | 'off_step' | 'disordered' | 'unknown' | 'missing'
  readonly values: Readonly<Record<string, number>>
  /** Article of the Labour Code; null where it is a matter of sense. */
  readonly article: string | null
}

/** Pairs of figures of which the first may not be above the second. */
const ORDERED: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  house_meal_window: [
    ['earliestMinutes', 'latestMinutes'],
    ['minMinutes', 'maxMinutes'],
  ],
}

/**
 * Everything in the figures wished for a house rule that the law or sense does not allow.
 *
 * @param rules the set of the day from which on they are to count
 */
export function houseRuleFaults(
  { code, parameters }: Rule,
  rules: readonly Rule[],
): HouseRuleFault[] {
  const bounds = houseBounds(rules)[code] ?? {}
  const fault = (
    figure: string,
    kind: HouseRuleFault['code'],
    values: HouseRuleFault['values'] = {},
    article: string | null = null,
  ): HouseRuleFault => ({ rule: code, figure, code: kind, values, article })
  const faults: HouseRuleFault[] = Object.keys(parameters)
    .filter((name) => !Object.hasOwn(bounds, name))
    .map((name) => fault(name, 'unknown'))
  for (const [name, { least, most, step, leastBy, mostBy }] of Object.entries(bounds)) {
    const given = parameters[name]
    if (given === undefined) faults.push(fault(name, 'missing'))
    else if (given < least) faults.push(fault(name, 'below', { given, least }, leastBy))
    else if (given > most) faults.push(fault(name, 'above', { given, most }, mostBy))
    else if (given % step !== 0) faults.push(fault(name, 'off_step', { given, step }))
  }
  for (const [first, second] of ORDERED[code] ?? []) {
    const given = parameters[second] ?? Infinity
    const least = parameters[first] ?? -Infinity
    if (given < least) faults.push(fault(second, 'disordered', { given, least }))
  }
  return faults
}

const text = (kk: string, ru: string, en: string): Text3 => ({ kk, ru, en })

/** Kazakh texts await review by a native speaker. */
const TEXTS: Readonly<Record<HouseRuleFault['code'], Text3>> = {
  below: text(
    '{given}, кемінде {least} болуы керек',
    '{given} при наименьшем {least}',
    '{given}, at least {least}',
  ),
  above: text(
    '{given}, ең көбі {most}',
    '{given} при наибольшем {most}',
    '{given}, at most {most}',
  ),
  off_step: text(
    '{given} — {step} еселігі емес',
    '{given} — не кратно {step}',
    '{given} is no multiple of {step}',
  ),
  disordered: text(
    '{given} — ең азынан ({least}) аз',
    '{given} — меньше наименьшего ({least})',
    '{given} is below the least ({least})',
  ),
  unknown: text(
    'бұл қағидада мұндай шама жоқ',
    'такой величины у правила нет',
    'the rule has no such figure',
  ),
  missing: text('шама көрсетілмеген', 'величина не указана', 'the figure is missing'),
}

const BY_ARTICLE = text(
  '{fault} ({article}-бап)',
  '{fault} (ст. {article})',
  '{fault} (art. {article})',
)

/** Which figure is at fault and why, in the reader's words, with the article. */
export function wordHouseFault(
  { rule, figure, code, values, article }: HouseRuleFault,
  language: Language,
): { readonly pointer: string; readonly detail: string } {
  const kind = FIGURES[rule]?.[figure]
  const said = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    figureText(value, kind?.unit ?? 'count', language),
  ])
  const fault = say(TEXTS[code], language, Object.fromEntries(said))
  return {
    pointer: kind === undefined ? figure : say(kind.label, language),
    detail: article === null ? fault : say(BY_ARTICLE, language, { fault, article }),
  }
}
