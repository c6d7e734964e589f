import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { HeadCountPlan } from './head-count-rows.ts'

/** Will there be enough people, and what has to be begun? */
export function headCountAnswer(
  { months }: Pick<HeadCountPlan, 'months'>,
  { t, monthName }: { readonly t: Translate; readonly monthName: (month: string) => string },
): Answer {
  const worst = months.reduce<HeadCountPlan['months'][number] | undefined>(
    (most, month) => (month.short > (most?.short ?? 0) ? month : most),
    undefined,
  )
  const hire = months.reduce((sum, month) => sum + month.hire, 0)
  const train = months.reduce(
    (sum, month) => sum + month.skills.reduce((all, skill) => all + skill.train, 0),
    0,
  )
  const first = months.find((month) => month.hire > 0)
  const parts = [
    worst === undefined
      ? t('headCount.enough')
      : t('headCount.short', { count: worst.short, month: monthName(worst.month) }),
    ...(first === undefined
      ? []
      : [t('headCount.hire', { count: hire, month: monthName(first.month) })]),
    ...(train === 0 ? [] : [t('headCount.train', { count: train })]),
  ]
  return { text: parts.join(' '), tone: worst === undefined ? 'covered' : 'under' }
}
