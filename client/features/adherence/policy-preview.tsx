import { Button, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import {
  addLocalDays,
  fromLocalInput,
  startOfLocalDay,
  toLocalDate,
} from '../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Policy, Verdicts } from './policy-draft.ts'

import styles from './policy.module.css'

const PEOPLE_SHOWN = 10

interface PolicyPreviewProps {
  readonly policy: Policy
  readonly nowMs: number
  /** What the server makes of the draft: kinds rule where the table is silent. */
  readonly onVerdicts: (verdicts: Verdicts) => void
}

/** What the draft would say of a day that is past, beside what is said of it now. */
export function PolicyPreview({ policy, nowMs, onVerdicts }: PolicyPreviewProps): ReactElement {
  const t = useTranslate()
  const zone = useTimeZone()
  const yesterday = addLocalDays(startOfLocalDay(nowMs, zone), -1, zone)
  const [day, setDay] = useState(() => toLocalDate(yesterday, zone))
  const preview = api.useMutation('post', '/api/v1/adherence/policies/preview', {
    onSuccess: ({ verdicts }) => onVerdicts(verdicts),
  })
  const startMs = fromLocalInput(day, zone)
  const look = (): void => {
    if (startMs === null) return
    const to = toLocalDate(addLocalDays(startMs, 1, zone), zone)
    preview.mutate({ body: { policy, from: day, to } })
  }
  return (
    <section aria-label={t('policy.preview')} className={styles['preview']}>
      <div className={styles['line']}>
        <TextInput
          type="date"
          label={t('policy.preview.day')}
          value={day}
          max={toLocalDate(nowMs, zone)}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button variant="default" loading={preview.isPending} onClick={look}>
          {t('policy.preview')}
        </Button>
      </div>
      {preview.error !== null && <FailedState problem={preview.error} />}
      {preview.data !== undefined && <PreviewFigures {...preview.data} />}
    </section>
  )
}

type Shown = Pick<components['schemas']['PolicyPreview'], 'before' | 'after' | 'people'>

function PreviewFigures({ before, after, people }: Shown): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const percent = (ratio: number | null): string => (ratio === null ? '–' : format.percent(ratio))
  return (
    <>
      <p className={styles['sum']}>
        {t('policy.preview.sum', {
          adherence: `${percent(before.adherence)} → ${percent(after.adherence)}`,
          conformance: `${percent(before.conformance)} → ${percent(after.conformance)}`,
          count: people.length,
        })}
      </p>
      <ul className={styles['people']}>
        {people.slice(0, PEOPLE_SHOWN).map((one) => (
          <li key={one.operatorId}>
            {one.name}: {percent(one.before)} → {percent(one.after)}
          </li>
        ))}
      </ul>
    </>
  )
}
