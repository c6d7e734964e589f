import { ActionIcon, NativeSelect } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { IntervalTable } from '../../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { fromLocalInput } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { usePlanningSearch } from '../../../lib/use-planning-search.ts'
import { signedPercent } from '../signed-percent.ts'
import type { ExplainedDay, Explanation } from './use-explanation.ts'
import { useExplanation } from './use-explanation.ts'
import { WhyChart } from './why-chart.tsx'
import { whyColumns } from './why-columns.ts'
import { shownDay } from './why-day.ts'
import { whyTicks, whySteps, type WhyStep } from './why-steps.ts'
import { membersText, moveTexts, stepName, whyAnswer } from './why-words.ts'

import viewStyles from '../forecast-view.module.css'
import styles from './why-section.module.css'

interface WhySectionProps {
  readonly forecastId: string
  readonly queueId: string | undefined
  /** What is shown above: its busiest day is explained unless the address names another. */
  readonly span: { readonly startMs: number; readonly endMs: number } | null
}

/** What one day of the forecast is made of, which models said so, and what has moved it. */
export function WhySection({ forecastId, queueId, span }: WhySectionProps): ReactElement {
  const t = useTranslate()
  const { data, error, refetch } = useExplanation(forecastId, queueId)
  return (
    <section className={viewStyles['section']} aria-label={t('forecast.why')}>
      <h2 className={viewStyles['title']}>{t('forecast.why')}</h2>
      {data !== undefined && <Explained explanation={data} span={span} />}
      {data === undefined && error !== null && (
        <FailedState problem={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <LoadingState shape="chart" />}
    </section>
  )
}

interface ExplainedProps {
  readonly explanation: Explanation
  readonly span: WhySectionProps['span']
}

function Explained({ explanation, span }: ExplainedProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const [search, change] = usePlanningSearch()
  const { ref, width } = useElementSize()
  const startOf = (date: string): number => fromLocalInput(`${date}T00:00`, timeZone) ?? 0
  const day = shownDay(explanation.days, { asked: search.day, span, startOf })
  if (day === undefined) return null
  const steps = whySteps(day)
  const words = { t, format }
  const labelOf = ({ id }: WhyStep): string => stepName(id, day, t)
  const name = asBeginning(format.longDay(startOf(day.date)))
  const before = day.moved === null ? undefined : explanation.before?.version
  return (
    <>
      <DayChoice
        days={explanation.days}
        day={day}
        startOf={startOf}
        onChange={(date) => change({ day: date })}
      />
      <p className={styles['answer']}>{whyAnswer(day, steps, { ...words, name })}</p>
      <div className={styles['both']} data-empty={steps.length === 0}>
        <div ref={ref} className={styles['chart']}>
          {steps.length > 0 && width > 0 && (
            <WhyChart steps={steps} labelOf={labelOf} actual={day.actual} width={width} />
          )}
          <Beneath day={day} steps={steps} />
        </div>
        {steps.length > 0 && (
          <IntervalTable
            label={t('forecast.why.table')}
            columns={whyColumns({ ...words, labelOf, before })}
            rows={steps}
            rowKey={({ id }) => id}
          />
        )}
      </div>
      <Evidence explanation={explanation} day={day} startOf={startOf} />
    </>
  )
}

/** A day's name is written small, except where a sentence begins. */
function asBeginning(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

interface DayChoiceProps {
  readonly days: readonly ExplainedDay[]
  readonly day: ExplainedDay
  readonly startOf: (date: string) => number
  readonly onChange: (date: string) => void
}

/** Any day of the version, and one step back or forth. */
function DayChoice({ days, day, startOf, onChange }: DayChoiceProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const at = days.indexOf(day)
  const step = (by: -1 | 1, label: string, icon: ReactElement): ReactElement => {
    const other = days[at + by]
    return (
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        disabled={other === undefined}
        onClick={() => other !== undefined && onChange(other.date)}
      >
        {icon}
      </ActionIcon>
    )
  }
  return (
    <div className={styles['choice']}>
      {step(-1, t('forecast.why.previous'), <IconChevronLeft size={18} aria-hidden />)}
      <NativeSelect
        aria-label={t('forecast.why.day')}
        value={day.date}
        data={days.map(({ date, adjusted }) => ({
          value: date,
          label: t('forecast.why.dayOption', {
            day: format.longDay(startOf(date)),
            volume: format.number(adjusted),
          }),
        }))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {step(1, t('forecast.why.next'), <IconChevronRight size={18} aria-hidden />)}
    </div>
  )
}

/** What the picture alone does not say. */
function Beneath(props: {
  readonly day: ExplainedDay
  readonly steps: readonly WhyStep[]
}): ReactElement | null {
  const { day, steps } = props
  const t = useTranslate()
  const format = useFormat()
  if (steps.length === 0) return null
  const { low, high, actual } = day
  const isCut = (whyTicks(steps, actual === null ? [] : [actual])[0] ?? 0) > 0
  const texts = [
    t('forecast.why.band', { low: format.number(low), high: format.number(high) }),
    ...(actual === null ? [] : [t('forecast.why.actual', { actual: format.number(actual) })]),
    ...(isCut ? [t('forecast.why.cut')] : []),
  ]
  return <p className={viewStyles['note']}>{texts.join(' ')}</p>
}

interface EvidenceProps {
  readonly explanation: Explanation
  readonly day: ExplainedDay
  readonly startOf: (date: string) => number
}

/** From what it was learned, by which models, and what has moved it since. */
function Evidence({ explanation, day, startOf }: EvidenceProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const words = { t, format }
  const { history, shift } = explanation
  const texts = [
    ...moveTexts(explanation, day, words),
    membersText(explanation, words),
    t('forecast.why.history', {
      contacts: format.number(history.contacts),
      from: format.fullDate(Date.parse(history.from)),
      to: format.fullDate(Date.parse(history.to) - 1),
    }),
    ...(shift === null
      ? []
      : [
          t('forecast.why.shift', {
            date: format.fullDate(startOf(shift.date)),
            change: signedPercent(shift.factor - 1, format),
          }),
        ]),
  ]
  return (
    <ul className={styles['evidence']}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}
