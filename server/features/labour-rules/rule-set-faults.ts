import { LANGUAGES, say } from '#server/platform/i18n/messages.ts'

import type { LabourRuleSet } from '../../../fixtures/rules/kz-labour-rules.ts'
import { FIGURES, figureValues } from './figures.ts'
import { articleName } from './told-rule.ts'

type Rule = LabourRuleSet['rules'][number]

/** Where a rule set cannot be taken over, and why; `pointer` names the rule by its place and key. */
export interface RuleSetFault {
  readonly pointer: string
  readonly detail: string
}

const KEY = /^[a-z][a-z0-9_]{0,59}$/u

/**
 * Everything in a rule set, well formed as it is, that Kezek could not reckon with or tell: a figure that it
 * does not know or that is missing, words that name a figure that the rule has not.
 */
export function ruleSetFaults({ rules }: LabourRuleSet): RuleSetFault[] {
  const seen = new Set<string>()
  return rules.flatMap((rule, index) => {
    const pointer = `rules[${index}] ${rule.key}`
    const wrongFigures = figureFaults(rule)
    // Words that name a figure say no more of it than what is wrong with the figure.
    const wrongWords = wrongFigures.length > 0 ? [] : wordFaults(rule)
    const faults = [...keyFaults(rule, seen), ...wrongFigures, ...wrongWords]
    seen.add(rule.key)
    return faults.map((detail) => ({ pointer, detail }))
  })
}

function keyFaults({ key, origin, article }: Rule, seen: ReadonlySet<string>): string[] {
  return [
    ...(KEY.test(key)
      ? []
      : ['key: small letters, digits and low lines, a letter first, at most 60']),
    ...(seen.has(key) ? ['key: another rule of the file has it'] : []),
    ...(origin === 'law' && (article ?? '').trim() === ''
      ? ['article: a rule of law names one']
      : []),
  ]
}

function figureFaults({ key, article, machine }: Rule): string[] {
  const given = machine?.parameters ?? {}
  const known = FIGURES[key] ?? {}
  const where = articleName(article ?? '') === null ? '' : ` (art. ${articleName(article ?? '')})`
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(known, name))
  const missing = Object.keys(known).filter((name) => !Object.hasOwn(given, name))
  const odd = Object.entries(given).filter(([, value]) => !Number.isInteger(value) || value < 0)
  return [
    ...unknown.map((name) => `parameters.${name}: Kezek knows no such figure of this rule${where}`),
    ...missing.map((name) => `parameters.${name} is missing${where}`),
    ...odd.map(
      ([name, value]) => `parameters.${name} must be a whole number from 0 on, got ${value}`,
    ),
  ]
}

function wordFaults({ key, says, unless, machine }: Rule): string[] {
  const parts = { says, ...(unless === null ? {} : { unless }) }
  return Object.entries(parts).flatMap(([part, words]) =>
    LANGUAGES.flatMap((language) => {
      if (words[language].trim() === '') return [`${part}.${language} is empty`]
      try {
        say(words, language, figureValues(key, machine?.parameters ?? {}, language))
        return []
      } catch (error) {
        return [`${part}.${language}: ${error instanceof Error ? error.message : String(error)}`]
      }
    }),
  )
}
