import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUsedValues } from './use-used-values.ts'
import { differenceText, learnedText, usedText, valuesAnswer } from './used-values-text.ts'

import viewStyles from './requirement-view.module.css'
import styles from './used-values.module.css'

interface UsedValuesProps {
  readonly requirementId: string
  /** Undefined for all of them together: each has values of its own. */
  readonly queue: { readonly id: string; readonly code: string } | undefined
}

/** Above the picture: that history says something else than what was reckoned with, and where to look. */
export function UsedValuesNote({ requirementId, queue }: UsedValuesProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const answer = valuesAnswer(useUsedValues(requirementId, queue?.id), { t, format })
  return answer === null ? null : (
    <p className={viewStyles['note']}>
      {answer} <a href="#used-values">{t('requirement.values.look')}</a>
    </p>
  )
}

/** By which values the agents were reckoned, beside what history says of them. */
export function UsedValuesSection({ requirementId, queue }: UsedValuesProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const values = useUsedValues(requirementId, queue?.id)
  const words = { t, format }
  if (queue === undefined || values.length === 0) return null
  return (
    <section id="used-values" className={viewStyles['section']} aria-labelledby="used-values-title">
      <h2 id="used-values-title" className={viewStyles['title']}>
        {t('requirement.values.title')}
      </h2>
      <ScrollBox label={t('requirement.values.title')} className={styles['box']}>
        <table className={styles['values']}>
          <thead>
            <tr>
              <th scope="col">{t('requirement.values.name')}</th>
              <th scope="col">{t('requirement.values.used')}</th>
              <th scope="col">{t('requirement.values.learned')}</th>
              <th scope="col">{t('requirement.values.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {values.map((value) => (
              <tr key={value.name} data-differs={value.differs}>
                <th scope="row">{t(`requirement.values.${value.name}`)}</th>
                <td>{usedText(value, words)}</td>
                <td>{learnedText(value, words)}</td>
                <td>{differenceText(value, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles['next']}>
        {t('requirement.values.next')}{' '}
        <Link to="/settings" search={{ section: 'queues', queue: queue.code }}>
          {t('requirement.values.takeOver')}
        </Link>
      </p>
    </section>
  )
}
