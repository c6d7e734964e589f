import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { type Session } from './use-training.ts'

import styles from './training.module.css'

interface SessionResultsProps {
  readonly session: Session
  readonly onDone: () => void
}

interface Result {
  readonly attended: boolean
  readonly percent: number | ''
  readonly number: string
}

/** Who came, with what result, and the number of the certificate of whoever passed. */
export function SessionResults({ session, onDone }: SessionResultsProps): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  const { problem, isBusy, send } = useSending()
  const [issuedBy, setIssuedBy] = useState('')
  const [results, setResults] = useState(() => resultsOf(session))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const params = { path: { sessionId: session.id } }
    const body = resultsBody(results, issuedBy.trim())
    void send(
      fetchClient.PUT('/api/v1/training-sessions/{sessionId}/results', { params, body }),
      onDone,
    )
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className={styles['form']}
      aria-label={t('training.results')}
    >
      {session.passShare !== null && (
        <p className={styles['note']}>
          {t('training.passFrom', { share: format.percent(session.passShare) })}
        </p>
      )}
      {session.people.map(({ operatorId, fullName }) => (
        <PersonResult
          key={operatorId}
          name={fullName}
          hasPoints={session.passShare !== null}
          result={results.get(operatorId) ?? ABSENT}
          onChange={(result) => setResults(new Map(results).set(operatorId, result))}
        />
      ))}
      <TextInput
        label={t('training.issuedBy')}
        description={t('training.issuedBy.hint')}
        value={issuedBy}
        onChange={(event) => setIssuedBy(event.currentTarget.value)}
      />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('training.results.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

const ABSENT: Result = { attended: false, percent: '', number: '' }

function resultsOf({ people }: Session): ReadonlyMap<string, Result> {
  return new Map(
    people.map(({ operatorId, status, share, certificateNumber }) => [
      operatorId,
      {
        attended: status !== 'missed',
        percent: share === null ? '' : Math.round(share * 100),
        number: certificateNumber ?? '',
      },
    ]),
  )
}

function resultsBody(results: ReadonlyMap<string, Result>, issuedBy: string) {
  return {
    ...(issuedBy === '' ? {} : { issuedBy }),
    people: [...results].map(([operatorId, { attended, percent, number }]) => ({
      operatorId,
      attended,
      ...(attended && percent !== '' ? { share: percent / 100 } : {}),
      ...(attended && number.trim() !== '' ? { certificateNumber: number.trim() } : {}),
    })),
  }
}

interface PersonResultProps {
  readonly name: string
  readonly hasPoints: boolean
  readonly result: Result
  readonly onChange: (result: Result) => void
}

function PersonResult({ name, hasPoints, result, onChange }: PersonResultProps): ReactElement {
  const { t } = useLocale()
  return (
    <div className={styles['person']}>
      <span>{name}</span>
      <NativeSelect
        aria-label={`${name}: ${t('training.attendance')}`}
        value={result.attended ? 'attended' : 'missed'}
        data={[
          { value: 'attended', label: t('training.attended') },
          { value: 'missed', label: t('training.missed') },
        ]}
        onChange={({ currentTarget }) =>
          onChange({ ...result, attended: currentTarget.value === 'attended' })
        }
      />
      {hasPoints ? (
        <NumberInput
          aria-label={`${name}: ${t('training.points')}`}
          placeholder={t('training.points')}
          min={0}
          max={100}
          disabled={!result.attended}
          value={result.percent}
          onChange={(value) => onChange({ ...result, percent: value === '' ? '' : Number(value) })}
        />
      ) : (
        <span />
      )}
      <TextInput
        aria-label={`${name}: ${t('training.certificateNumber')}`}
        placeholder={t('training.certificateNumber')}
        disabled={!result.attended}
        value={result.number}
        onChange={(event) => onChange({ ...result, number: event.currentTarget.value })}
      />
    </div>
  )
}
