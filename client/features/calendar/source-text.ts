import type { Translate } from '../../lib/i18n/translate.ts'

const LAW = /^Law (\S+) art\. (.+)$/
const LABOUR_CODE = /^Labour Code art\. (.+)$/

/**
 * The act that makes a day what it is, as the reader's language cites it. The two acts that name
 * most days are known; an order of a ministry is cited as it was published.
 */
export function sourceText(source: string, t: Translate): string {
  const [, law, lawArticle] = LAW.exec(source) ?? []
  if (law !== undefined && lawArticle !== undefined) {
    return t('calendar.source.law', { law, article: lawArticle })
  }
  const article = LABOUR_CODE.exec(source)?.[1]
  return article === undefined ? source : t('calendar.source.labourCode', { article })
}
