import { Modal } from '@mantine/core'
import type { ComponentProps, ReactElement } from 'react'

import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { createTimeScale } from '../../../lib/time-scale.ts'
import type { ForecastMark } from '../forecast-model.ts'
import { type NamedSpan, OverrideForm } from './override-form.tsx'
import type { Override } from './override.ts'
import type { PickedSpan } from './span-picker.tsx'

interface OverrideDialogProps {
  /** What is to be changed; null while nothing is. */
  readonly span: PickedSpan | null
  readonly queueName: string
  /** The shown week, as far as the forecast covers it. */
  readonly week: PickedSpan
  readonly marks: readonly ForecastMark[]
  readonly totalOf: (span: PickedSpan) => number
  readonly isBusy: boolean
  readonly error: ComponentProps<typeof OverrideForm>['error']
  readonly onSubmit: (override: Override) => void
  readonly onClose: () => void
}

/** Asks what is known about a span that the history does not know. */
export function OverrideDialog(props: OverrideDialogProps): ReactElement {
  const { span, queueName, onClose } = props
  const t = useTranslate()
  const spans = useNamedSpans(props)
  return (
    <Modal
      opened={span !== null}
      onClose={onClose}
      title={t('override.title', { queue: queueName })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {span !== null && (
        <OverrideForm
          {...span}
          spans={spans}
          totalOf={props.totalOf}
          isBusy={props.isBusy}
          error={props.error}
          onSubmit={props.onSubmit}
          onCancel={onClose}
        />
      )}
    </Modal>
  )
}

/** The week, its events and its days: what a planner most often means. */
function useNamedSpans({ week, marks }: OverrideDialogProps): NamedSpan[] {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const { days } = createTimeScale({ ...week, hourWidthPx: 1, timeZone })
  return [
    { ...week, label: t('override.span.week') },
    ...marks
      .filter(({ kind }) => kind === 'event' || kind === 'holiday')
      .map(({ startMs, endMs, label, eventId }) => ({
        // What hangs on an event is about all of it; a holiday is cut to the week.
        startMs: eventId === undefined ? Math.max(startMs, week.startMs) : startMs,
        endMs: eventId === undefined ? Math.min(endMs, week.endMs) : endMs,
        label: `${label}, ${format.dateRange(startMs, endMs)}`,
        eventId,
      })),
    ...days.map(({ startMs, endMs }) => ({ startMs, endMs, label: format.longDay(startMs) })),
  ]
}
