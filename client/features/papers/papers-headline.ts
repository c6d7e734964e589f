import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

type Plan = Pick<components['schemas']['AssessmentPlan'], 'year'>
type Functions = readonly Pick<components['schemas']['FunctionCover'], 'covered'>[]

/** Would the centre stand an audit of its people today? */
export function papersAnswer({ year }: Plan, functions: Functions, t: Translate): Answer {
  const open = year.operators - year.assessed
  const uncovered = functions.filter(({ covered }) => !covered).length
  if (open === 0 && uncovered === 0) return { text: t('papers.ready'), tone: 'covered' }
  const parts = [
    ...(open === 0 ? [] : [t('papers.notAssessed', { count: open, year: String(year.year) })]),
    ...(uncovered === 0 ? [] : [t('papers.uncovered', { count: uncovered })]),
  ]
  return { text: [t('papers.notReady'), ...parts].join(' '), tone: 'law' }
}
