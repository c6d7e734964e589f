import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { KEEPING, keepingOf } from '#server/features/labour-rules/rule-keeping.ts'
import { articleName } from '#server/features/labour-rules/told-rule.ts'

import en from '../../../../../client/locales/en.json' with { type: 'json' }
import { kzLabourRules } from '../../../../../fixtures/rules/kz-labour-rules.ts'

const words: Readonly<Record<string, string>> = en
const rules = new Map(kzLabourRules().rules.map((rule) => [rule.key, rule]))

const table = readFileSync('docs/labour-rules.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

describe('how rules are kept', () => {
  it('is said of every rule of the set, and of no other', () => {
    expect(Object.keys(KEEPING).toSorted()).toEqual([...rules.keys()].toSorted())
  })

  it('is what the document says, row by row', () => {
    const expected = Object.entries(KEEPING).map(([code, { kept, checks, how }]) => {
      const rule = rules.get(code)
      const article = rule?.origin === 'house' ? 'house' : (articleName(rule?.article ?? '') ?? '–')
      const ways = kept.map((way) => words[`labourRules.kept.${way}`]).join(', ')
      const rest = [checks.join(', '), how?.en ?? ''].filter((part) => part !== '').join('; ')
      return [`\`${code}\``, article, ways, rest]
    })
    expect(table).toEqual(expected)
  })

  it('is unknown of a rule that came later', () => {
    expect(keepingOf('of_tomorrow')).toMatchObject({ group: 'other', kept: ['not_kept'] })
  })
})
