import type { Locale } from '../../lib/i18n/catalogue.ts'
import type { LabourRule } from './use-labour-rules.ts'

type Found = Pick<LabourRule, 'article' | 'says' | 'unless' | 'how' | 'checks'>

/** The rules whose words, article or names of breaches hold every word that is looked for. */
export function findRules<Rule extends Found>(
  rules: readonly Rule[],
  wanted: string,
  locale: Locale,
): readonly Rule[] {
  const words = wanted.toLocaleLowerCase(locale).split(/\s+/u).filter(Boolean)
  return rules.filter(({ article, says, unless, how, checks }) => {
    const text = [article, says[locale], unless?.[locale], how?.[locale], ...checks]
      .join('\n')
      .toLocaleLowerCase(locale)
    return words.every((word) => text.includes(word))
  })
}
