import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { LabourRule } from './use-labour-rules.ts'

interface Reader {
  readonly locale: Locale
  readonly articleText: (article: string) => string
}

type Found = Pick<LabourRule, 'article' | 'says' | 'unless' | 'how' | 'checks'>

/**
 * The rules whose words, article or names of breaches hold every word that is looked for.
 *
 * @param articleText an article as the page writes it, `ст. 81`
 */
export function findRules<Rule extends Found>(
  rules: readonly Rule[],
  wanted: string,
  { locale, articleText }: Reader,
): readonly Rule[] {
  const words = wanted.toLocaleLowerCase(locale).split(/\s+/u).filter(Boolean)
  return rules.filter(({ article, says, unless, how, checks }) => {
    const text = [
      article === null ? '' : articleText(article),
      says[locale],
      unless?.[locale],
      how?.[locale],
      ...checks,
    ]
      .join('\n')
      .toLocaleLowerCase(locale)
    return words.every((word) => text.includes(word))
  })
}
