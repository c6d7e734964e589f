import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { AbsenceList } from './absence-list.tsx'
import { useAvailability } from './use-availability.ts'
import { WeeklyList } from './weekly-list.tsx'

import styles from './availability.module.css'

interface AvailabilitySectionProps {
  readonly operatorId: string
}

/** When can somebody not come: for days on end, and week by week? */
export function AvailabilitySection({ operatorId }: AvailabilitySectionProps): ReactElement {
  const t = useTranslate()
  const { data, error, canChange } = useAvailability(operatorId)
  return (
    <section className={styles['section']} aria-label={t('availability.title')}>
      <h2 className={styles['title']}>{t('availability.title')}</h2>
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data !== undefined && (
        <>
          <AbsenceList operatorId={operatorId} absences={data.absences} canChange={canChange} />
          <WeeklyList operatorId={operatorId} weekly={data.weekly} canChange={canChange} />
        </>
      )}
    </section>
  )
}
