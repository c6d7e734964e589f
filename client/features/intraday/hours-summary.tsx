import type { ReactElement } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { type HourQueue, type Hours, isMissed, queueSummary, shortageOf } from './hours-model.ts'

import styles from './hours.module.css'

interface HoursSummaryProps {
  readonly hours: Hours
  readonly nameOf: (queueId: string) => string
  readonly chosen: string | undefined
  readonly onChoose: (queueId: string) => void
}

/** A line a queue: how its day goes and how the rest of it will. A click shows its intervals. */
export function HoursSummary(props: HoursSummaryProps): ReactElement {
  const t = useTranslate()
  return (
    <ScrollBox label={t('hours.question')} className={styles['scroll']}>
      <table className={styles['summary']}>
        <thead>
          <tr>
            <th scope="col">{t('hours.column.queue')}</th>
            <th scope="col">{t('hours.column.came')}</th>
            <th scope="col">{t('hours.column.against')}</th>
            <th scope="col">{t('hours.column.rest')}</th>
            <th scope="col">{t('hours.column.aht')}</th>
            <th scope="col">{t('hours.column.wait')}</th>
            <th scope="col">{t('hours.column.short')}</th>
          </tr>
        </thead>
        <tbody>
          {props.hours.queues.map((queue) => (
            <SummaryRow key={queue.queueId} queue={queue} {...props} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function SummaryRow(props: HoursSummaryProps & { readonly queue: HourQueue }): ReactElement {
  const { hours, queue, nameOf, chosen, onChoose } = props
  const t = useTranslate()
  const format = useFormat()
  const summary = queueSummary(queue, hours.dayEndsAt)
  const { came, plannedSoFar, rest, handleSeconds, longestWait } = summary
  const isUnder = longestWait !== undefined && isMissed(queue, longestWait)
  return (
    <tr data-chosen={queue.queueId === chosen}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={queue.queueId === chosen}
          onClick={() => onChoose(queue.queueId)}
        >
          {nameOf(queue.queueId)}
        </button>
      </th>
      <td>{queue.isCounted ? format.number(came) : '—'}</td>
      <td>
        {queue.isCounted && plannedSoFar >= 1
          ? `${came >= plannedSoFar ? '+' : ''}${format.percent(came / plannedSoFar - 1)}`
          : '—'}
      </td>
      <td>{format.number(rest)}</td>
      <td>{handleSeconds === null ? '—' : format.number(handleSeconds)}</td>
      <td data-under={isUnder}>{waitText(summary, t, format)}</td>
      <td>{shortText(summary, t, format)}</td>
    </tr>
  )
}

type Summary = ReturnType<typeof queueSummary>

function waitText({ longestWait }: Summary, t: Translate, format: Format): string {
  const predicted = longestWait?.predicted ?? null
  if (longestWait === undefined || predicted === null) return t('hours.none')
  const time = format.time(Date.parse(longestWait.from))
  if (predicted.asaSeconds === null) return t('hours.wait.grows', { time })
  return t('hours.wait.at', { time, wait: format.seconds(predicted.asaSeconds) })
}

function shortText({ greatestShortage }: Summary, t: Translate, format: Format): string {
  if (greatestShortage === undefined) return t('hours.none')
  return t('hours.short.at', {
    count: format.number(Math.ceil(shortageOf(greatestShortage) - 0.5)),
    time: format.time(Date.parse(greatestShortage.from)),
  })
}
