import { Button, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'

import styles from './assessments.module.css'

/** Who has been taught to assess; nobody else signs. */
export function Assessors(): ReactElement {
  const t = useTranslate()
  const assessors = api.useQuery('get', '/api/v1/assessors').data?.assessors ?? []
  return (
    <section className={styles['section']} aria-label={t('assess.assessors')}>
      <h2 className={styles['title']}>{t('assess.assessors')}</h2>
      <p className={styles['note']}>{t('assess.assessors.hint')}</p>
      <ul className={styles['list']}>
        {assessors.map((one) => (
          <AssessorLine key={one.userId} assessor={one} />
        ))}
      </ul>
    </section>
  )
}

interface AssessorLineProps {
  readonly assessor: components['schemas']['Assessor']
}

function AssessorLine({ assessor }: AssessorLineProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { problem, isBusy, send } = useSending()
  const [trainedOn, setTrainedOn] = useState('')
  const [document, setDocument] = useState('')
  const params = { path: { userId: assessor.userId } }
  const name = (): void => {
    const body = { trainedOn, document: document.trim() }
    void send(fetchClient.PUT('/api/v1/assessors/{userId}', { params, body }))
  }
  const dismiss = (): void =>
    void send(fetchClient.DELETE('/api/v1/assessors/{userId}', { params }))
  const refusal = problem !== null && <FailedState problem={problem} />
  if (assessor.trainedOn !== null) {
    return (
      <li>
        <span>
          {assessor.name}: {t('assess.assessors.taught', { date: date(assessor.trainedOn) })};{' '}
          {assessor.document}
        </span>
        <Button variant="subtle" loading={isBusy} onClick={dismiss}>
          {t('assess.assessors.dismiss')}
        </Button>
        {refusal}
      </li>
    )
  }
  return (
    <li>
      <span>{assessor.name}</span>
      <span className={styles['line']}>
        <TextInput
          type="date"
          aria-label={t('assess.assessors.on', { name: assessor.name })}
          value={trainedOn}
          onChange={(event) => setTrainedOn(event.currentTarget.value)}
        />
        <TextInput
          aria-label={`${t('people.document')}: ${assessor.name}`}
          placeholder={t('people.document')}
          value={document}
          onChange={(event) => setDocument(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={trainedOn === '' || document.trim() === ''}
          loading={isBusy}
          onClick={name}
        >
          {t('assess.assessors.name')}
        </Button>
      </span>
      {refusal}
    </li>
  )
}
