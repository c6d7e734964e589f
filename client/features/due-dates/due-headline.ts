import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

interface Counts {
  readonly overdue: number
  /** Within the month or week that is shown. */
  readonly due: number
}

/** Is anything late, and how much is coming? */
export function dueAnswer({ overdue, due }: Counts, t: Translate): Answer {
  const coming = due === 0 ? t('due.nothing') : t('due.coming', { count: due })
  return overdue === 0
    ? { text: coming, tone: 'covered' }
    : { text: `${t('due.overdue', { count: overdue })} ${coming}`, tone: 'under' }
}
