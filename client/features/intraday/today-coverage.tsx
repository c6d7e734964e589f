import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import {
  RequirementStrip,
  RequirementStripLabels,
} from '../../components/requirement-strip/requirement-strip.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { TimeAxis } from '../../components/time-axis/time-axis.tsx'
import { useFittingScale } from '../../components/time-axis/use-fitting-scale.ts'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './today-coverage.module.css'

type Interval = components['schemas']['TodayCoverage']['intervals'][number]

const REFRESH_MS = 30_000
const LABELS_PX = 136
const HOUR_PX_MIN = 36

/** What has passed shows who really worked, what is to come who is planned. */
export function TodayCoverage({ nowMs }: { readonly nowMs: number }): ReactElement | null {
  const { data } = api.useQuery(
    'get',
    '/api/v1/today/coverage',
    {},
    { refetchInterval: REFRESH_MS },
  )
  const intervals = data?.intervals ?? []
  const [first, last] = [intervals[0], intervals.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <CoverageOf
      intervals={intervals}
      startMs={Date.parse(first.from)}
      endMs={Date.parse(last.to)}
      nowMs={nowMs}
    />
  )
}

interface CoverageOfProps {
  readonly intervals: readonly Interval[]
  readonly startMs: number
  readonly endMs: number
  readonly nowMs: number
}

function CoverageOf({ intervals, startMs, endMs, nowMs }: CoverageOfProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { ref, scale } = useFittingScale({
    startMs,
    endMs,
    besidePx: LABELS_PX,
    minHourWidthPx: HOUR_PX_MIN,
  })
  const short = intervals.find(
    ({ to, required, scheduled }) => Date.parse(to) > nowMs && Math.round(scheduled) < required,
  )
  const cells = intervals.map(({ from, to, required, scheduled, working }) => ({
    startMs: Date.parse(from),
    endMs: Date.parse(to),
    required,
    scheduled: Math.round(working ?? scheduled),
  }))
  return (
    <section className={styles['coverage']} aria-label={t('today.coverage')} ref={ref}>
      <p className={styles['answer']} data-short={short !== undefined}>
        {short === undefined
          ? t('today.coverage.enough')
          : t('today.coverage.short', {
              when: format.timeRange(Date.parse(short.from), Date.parse(short.to)),
              count: short.required - Math.round(short.scheduled),
              required: format.number(short.required),
            })}
      </p>
      <ScrollBox label={t('today.coverage')} className={styles['scroll']}>
        <div className={styles['labels']}>
          <RequirementStripLabels />
        </div>
        <div>
          <TimeAxis scale={scale} />
          <RequirementStrip scale={scale} intervals={cells} />
        </div>
      </ScrollBox>
      <details>
        <summary>{t('today.coverage.numbers')}</summary>
        <CoverageTable intervals={intervals} />
      </details>
    </section>
  )
}

function CoverageTable({ intervals }: { readonly intervals: readonly Interval[] }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <table className={styles['numbers']}>
      <thead>
        <tr>
          <th scope="col">{t('today.coverage.interval')}</th>
          <th scope="col">{t('today.coverage.required')}</th>
          <th scope="col">{t('today.coverage.scheduled')}</th>
          <th scope="col">{t('today.coverage.working')}</th>
        </tr>
      </thead>
      <tbody>
        {intervals.map(({ from, to, required, scheduled, working }) => (
          <tr key={from}>
            <th scope="row">{format.timeRange(Date.parse(from), Date.parse(to))}</th>
            <td>{format.number(required)}</td>
            <td>{format.number(scheduled)}</td>
            <td>{working === null ? '' : format.number(working)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
