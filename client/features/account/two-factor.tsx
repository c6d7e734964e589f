import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { EnrolmentSteps } from './enrolment-steps.tsx'
import { PasswordGate } from './password-gate.tsx'
import {
  beginEnrolment,
  endTwoFactor,
  type Enrolment,
  readTwoFactor,
} from './two-factor-requests.ts'

import styles from './account.module.css'

const QUERY_KEY = ['auth', 'two-factor']

/** The second factor of signing in: on, off, and the way between. */
export function TwoFactor(): ReactElement {
  const t = useTranslate()
  const queries = useQueryClient()
  const { data: isOn } = useQuery({ queryKey: QUERY_KEY, queryFn: readTwoFactor })
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const refresh = (): void => void queries.invalidateQueries({ queryKey: QUERY_KEY })
  return (
    <section className={styles['group']}>
      <h2 className={styles['title']}>{t('account.twoFactor')}</h2>
      <p className={styles['hint']}>{t('account.twoFactor.why')}</p>
      {isOn === true && (
        <>
          <p className={styles['state']}>{t('account.twoFactor.on')}</p>
          <PasswordGate
            label={t('account.twoFactor.turnOff')}
            onPassword={async (password) => {
              const outcome = await endTwoFactor(password)
              if (outcome.kind === 'refused') return outcome.problem
              refresh()
              return null
            }}
          />
        </>
      )}
      {isOn === false && enrolment === null && (
        <>
          <p className={styles['state']}>{t('account.twoFactor.off')}</p>
          <PasswordGate
            label={t('account.twoFactor.turnOn')}
            onPassword={async (password) => {
              const outcome = await beginEnrolment(password)
              if (outcome.kind === 'refused') return outcome.problem
              setEnrolment(outcome.value)
              return null
            }}
          />
        </>
      )}
      {isOn === false && enrolment !== null && (
        <EnrolmentSteps
          enrolment={enrolment}
          onDone={() => {
            setEnrolment(null)
            refresh()
          }}
          onCancel={() => setEnrolment(null)}
        />
      )}
    </section>
  )
}
