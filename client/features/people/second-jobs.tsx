import { Button, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import {
  EMPTY_SECOND_JOB,
  HOURS_LEAST,
  HOURS_MOST,
  minutesPerDay,
  type SecondJobDraft,
} from './second-job-draft.ts'

import styles from './people.module.css'

interface SecondJobsProps {
  readonly operatorId: string
}

/** Hours that somebody works elsewhere: with those here, four above the norm of a day at most. */
export function SecondJobs({ operatorId }: SecondJobsProps): ReactElement {
  const t = useTranslate()
  const { data, error } = api.useQuery('get', '/api/v1/operators/{operatorId}/second-jobs', {
    params: { path: { operatorId } },
  })
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.secondJob')}</h2>
      <p className={styles['note']}>{t('people.secondJob.hint')}</p>
      {error !== null && <FailedState problem={error} />}
      <JobList operatorId={operatorId} jobs={data?.jobs ?? []} />
      <JobForm operatorId={operatorId} />
    </section>
  )
}

interface JobListProps extends SecondJobsProps {
  readonly jobs: readonly {
    readonly id: string
    readonly minutesPerDay: number
    readonly fromDate: string
    readonly toDate: string | null
  }[]
}

function JobList({ operatorId, jobs }: JobListProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  const today = useToday()
  const { problem, isBusy, send } = useSending()
  const path = '/api/v1/operators/{operatorId}/second-jobs/{jobId}'
  const paramsOf = (jobId: string) => ({ path: { operatorId, jobId } })
  return (
    <>
      <ul className={styles['list']}>
        {jobs.map(({ id, minutesPerDay, fromDate, toDate }) => (
          <li key={id}>
            <span>
              {t('people.secondJob.facts', { hours: format.hours(minutesPerDay * 60) })},{' '}
              {date(fromDate)} – {toDate === null ? t('people.openEnd') : date(toDate)}
            </span>
            <span>
              {(toDate === null || toDate > today) && fromDate <= today && (
                <Button
                  variant="subtle"
                  loading={isBusy}
                  onClick={() =>
                    void send(
                      fetchClient.PATCH(path, { params: paramsOf(id), body: { toDate: today } }),
                    )
                  }
                >
                  {t('people.record.end')}
                </Button>
              )}
              <Button
                variant="subtle"
                loading={isBusy}
                onClick={() => void send(fetchClient.DELETE(path, { params: paramsOf(id) }))}
              >
                {t('people.record.mistake')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
    </>
  )
}

function JobForm({ operatorId }: SecondJobsProps): ReactElement {
  const t = useTranslate()
  const [draft, setDraft] = useState(EMPTY_SECOND_JOB)
  const [isRefused, setRefused] = useState(false)
  const { problem, isBusy, send } = useSending()
  const change = (part: Partial<SecondJobDraft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const minutes = minutesPerDay(draft)
    setRefused(minutes === null)
    if (minutes === null) return
    const order = fetchClient.POST('/api/v1/operators/{operatorId}/second-jobs', {
      params: { path: { operatorId } },
      body: {
        minutesPerDay: minutes,
        fromDate: draft.from,
        toDate: draft.to === '' ? null : draft.to,
      },
    })
    void send(order, () => setDraft(EMPTY_SECOND_JOB))
  }
  return (
    <form onSubmit={submit} noValidate aria-label={t('people.secondJob.add')}>
      <div className={styles['line']}>
        <HoursField
          hours={draft.hours}
          isRefused={isRefused}
          onChange={(hours) => change({ hours })}
        />
        <TextInput
          type="date"
          label={t('people.from')}
          value={draft.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('people.to')}
          value={draft.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        <Button type="submit" variant="default" loading={isBusy} disabled={draft.from === ''}>
          {t('people.secondJob.add')}
        </Button>
      </div>
      {problem !== null && !isRefused && <FailedState problem={problem} />}
    </form>
  )
}

interface HoursFieldProps {
  readonly hours: SecondJobDraft['hours']
  readonly isRefused: boolean
  readonly onChange: (hours: SecondJobDraft['hours']) => void
}

/** What is typed stays as it is typed: a figure beyond the bounds is said to be, and not made another. */
function HoursField({ hours, isRefused, onChange }: HoursFieldProps): ReactElement {
  const { locale, t } = useLocale()
  const format = useFormat()
  const ends = { min: format.number(HOURS_LEAST, 2), max: format.number(HOURS_MOST) }
  return (
    <NumberInput
      label={t('people.secondJob.hours')}
      min={HOURS_LEAST}
      max={HOURS_MOST}
      step={0.5}
      clampBehavior="none"
      decimalSeparator={locale === 'en' ? '.' : ','}
      value={hours}
      onChange={onChange}
      error={isRefused && t('people.secondJob.fault', ends)}
    />
  )
}
