import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { Plan } from './due-list.tsx'

/** Is everybody assessed in time? And the share that the auditor asks for. */
export function planAnswer(
  { people, year }: Pick<Plan, 'people' | 'year'>,
  t: Translate,
  format: Pick<Format, 'percent'>,
): Answer {
  const overdue = people.filter(({ urgency }) => urgency === 'overdue').length
  const share = year.operators === 0 ? 0 : year.assessed / year.operators
  const shareText = t('assess.share', {
    year: String(year.year),
    share: format.percent(share),
    assessed: year.assessed,
    operators: year.operators,
  })
  if (people.length === 0) return { text: t('assess.nobody'), tone: 'unknown' }
  return overdue === 0
    ? { text: `${t('assess.inTime')} ${shareText}`, tone: 'covered' }
    : { text: `${t('assess.overdue', { count: overdue })} ${shareText}`, tone: 'law' }
}
