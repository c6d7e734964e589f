import type { components } from '../../api/schema.d.ts'
import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'

export type Need = components['schemas']['TrainingNeed']

/** Who has to learn, and is it planned? */
export function trainingAnswer(needs: readonly Pick<Need, 'step'>[], t: Translate): Answer {
  if (needs.length === 0) return { text: t('training.none'), tone: 'covered' }
  const unplanned = needs.filter(({ step }) => step === null).length
  const learnt = needs.filter(({ step }) => step?.status === 'done').length
  const parts = [
    unplanned === 0
      ? t('training.planned', { count: needs.length })
      : t('training.unplanned', { count: unplanned, all: needs.length }),
    ...(learnt === 0 ? [] : [t('training.learnt', { count: learnt })]),
  ]
  return { text: parts.join(' '), tone: unplanned === 0 ? 'covered' : 'under' }
}
