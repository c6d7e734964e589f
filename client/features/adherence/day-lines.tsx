import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { activityName, stateName } from '../../lib/adherence-names.ts'
import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { TimeScale } from '../../lib/time-scale.ts'

import styles from './person-day.module.css'

type Day = components['schemas']['PersonDay']

interface DayLinesProps {
  readonly day: Day
  readonly scale: TimeScale
  readonly nowMs: number
}

interface LineSpan {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly tone: string
}

/** Three lines on one axis; every bar says its words and times to whoever points at it or reads it. */
export function DayLines({ day, scale, nowMs }: DayLinesProps): ReactElement {
  const t = useTranslate()
  const schedule = day.schedule.map((span) => ({
    ...span,
    text: activityName(span.activity, t),
    tone: span.activity === 'work' ? 'work' : 'break',
  }))
  const judged = day.judged
    .filter(({ activity }) => activity !== null)
    .map((span) => ({ ...span, text: verdictText(span, t), tone: span.verdict }))
  const states = day.states.map((span) => ({
    ...span,
    text: stateName(span.state, t) + (span.reason === null ? '' : ` (${span.reason})`),
    tone: 'state',
  }))
  return (
    <div className={styles['lines']} style={{ width: scale.widthPx }}>
      <Line label={t('today.line.schedule')} spans={schedule} scale={scale} />
      <Line label={t('today.line.verdict')} spans={judged} scale={scale} />
      <Line label={t('today.line.state')} spans={states} scale={scale} />
      {nowMs >= scale.startMs && nowMs < scale.endMs && (
        <div className={styles['now']} style={{ left: scale.x(nowMs) }} aria-hidden />
      )}
    </div>
  )
}

function verdictText(
  { verdict, cause }: Pick<Day['judged'][number], 'verdict' | 'cause'>,
  t: Translate,
): string {
  const key = `today.cause.${cause}`
  return cause !== 'table' && isMessageKey(key) ? t(key) : t(`today.verdict.${verdict}`)
}

interface LineProps {
  readonly label: string
  readonly spans: readonly LineSpan[]
  readonly scale: TimeScale
}

function Line({ label, spans, scale }: LineProps): ReactElement {
  const format = useFormat()
  return (
    <div className={styles['line']}>
      <span className={styles['label']}>{label}</span>
      <ul className={styles['bars']} aria-label={label}>
        {spans.map((span) => {
          const [startMs, endMs] = [Date.parse(span.from), Date.parse(span.to)]
          const pixels = scale.span(startMs, endMs)
          if (pixels === null) return null
          const words = `${format.timeRange(startMs, endMs)} ${span.text}`
          return (
            <li
              key={span.from}
              className={styles['bar']}
              data-tone={span.tone}
              style={{ left: pixels.leftPx, width: pixels.widthPx }}
              title={words}
              aria-label={words}
            >
              <span aria-hidden>{pixels.widthPx > 40 ? span.text : ''}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
