import type { RuleWords } from '#server/platform/db/centre-tables.ts'
import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { LANGUAGES, say } from '#server/platform/i18n/messages.ts'

import { kzLabourRules } from '../../../fixtures/rules/kz-labour-rules.ts'
import { figureValues } from './figures.ts'

/** A rule with its figures, in the words that a centre was told, or in Kezek's own. */
interface Told {
  readonly code: string
  readonly value: string
  readonly exceptions: string
  readonly parameters: Readonly<Record<string, number>>
  readonly words: RuleWords | null
}

let own: ReadonlyMap<string, RuleWords> | undefined

function ownWords(code: string): RuleWords | undefined {
  own ??= new Map(kzLabourRules().rules.map(({ key, says, unless }) => [key, { says, unless }]))
  return own.get(code)
}

/** What a rule asks and when it does not, in three languages and with its figures in place. */
export function toldRule(rule: Told): RuleWords {
  const words = rule.words ?? ownWords(rule.code)
  if (words === undefined) {
    const { value, exceptions } = rule
    return { says: plain(value), unless: exceptions === '' ? null : plain(exceptions) }
  }
  return {
    says: withFigures(words.says, rule),
    unless: words.unless === null ? null : withFigures(words.unless, rule),
  }
}

/** The part of an article's text that names it, `68(1)`; null where there is none: `no article; …`. */
export function articleName(article: string): string | null {
  return /^\d[\d()\-–, ]*/u.exec(article)?.[0].replace(/[, ]+$/u, '') ?? null
}

function plain(text: string): Text3 {
  return { kk: text, ru: text, en: text }
}

/** @throws {Error} when a message names a figure that the rule has not */
function withFigures(
  message: Text3,
  { code, parameters }: Pick<Told, 'code' | 'parameters'>,
): Text3 {
  const said = (language: Language): string =>
    say(message, language, figureValues(code, parameters, language))
  return Object.fromEntries(LANGUAGES.map((language) => [language, said(language)])) as Text3
}
