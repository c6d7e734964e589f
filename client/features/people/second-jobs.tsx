import { Button, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'

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

const EMPTY = { hours: 4, from: '', to: '' }

function JobForm({ operatorId }: SecondJobsProps): ReactElement {
  const t = useTranslate()
  const [draft, setDraft] = useState(EMPTY)
  const { problem, isBusy, send } = useSending()
  const change = (part: Partial<typeof EMPTY>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const order = fetchClient.POST('/api/v1/operators/{operatorId}/second-jobs', {
      params: { path: { operatorId } },
      body: {
        minutesPerDay: Math.round(draft.hours * 4) * 15,
        fromDate: draft.from,
        toDate: draft.to === '' ? null : draft.to,
      },
    })
    void send(order, () => setDraft(EMPTY))
  }
  return (
    <form onSubmit={submit} aria-label={t('people.secondJob.add')}>
      <div className={styles['line']}>
        <NumberInput
          label={t('people.secondJob.hours')}
          min={0.25}
          max={12}
          step={0.5}
          value={draft.hours}
          onChange={(hours) => change({ hours: Number(hours) })}
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
      {problem !== null && <FailedState problem={problem} />}
    </form>
  )
}
