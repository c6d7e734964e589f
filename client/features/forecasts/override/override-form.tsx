import {
  Button,
  Group,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { fromLocalInput, toLocalInput } from '../../../lib/centre-time.ts'
import {
  useFormat,
  useLocale,
  useTimeZone,
  useTranslate,
} from '../../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../../lib/problem.ts'
import {
  type Override,
  type OverrideDraft,
  type OverrideFault,
  OVERRIDE_KINDS,
  readOverride,
  totalAfter,
} from './override.ts'
import type { PickedSpan } from './span-picker.tsx'

import styles from './override-form.module.css'

/** A span with a name, such as a day or an event. */
export interface NamedSpan extends PickedSpan {
  readonly label: string
  /** Of an event of the calendar. */
  readonly eventId?: string | undefined
}

interface OverrideFormProps {
  /** The span to begin with, epoch milliseconds, half-open. */
  readonly startMs: number
  readonly endMs: number
  /** Spans that are likely to be meant: the week, its days, its events. */
  readonly spans: readonly NamedSpan[]
  /** Contacts that are expected now of a span. */
  readonly totalOf: (span: PickedSpan) => number
  readonly isBusy: boolean
  readonly error: ProblemView | null
  readonly onSubmit: (override: Override) => void
  readonly onCancel: () => void
}

/** A planner knows something that history does not: what, when, and why. */
export function OverrideForm(props: OverrideFormProps): ReactElement {
  const t = useTranslate()
  const timeZone = useTimeZone()
  const [draft, setDraft] = useState<OverrideDraft>({
    kind: 'scale',
    from: toLocalInput(props.startMs, timeZone),
    to: toLocalInput(props.endMs, timeZone),
    value: '',
    reason: '',
  })
  const [faults, setFaults] = useState<ReadonlySet<OverrideFault>>(new Set())
  const change = (part: Partial<OverrideDraft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readOverride(draft, timeZone)
    setFaults(new Set(read.kind === 'refused' ? read.faults : []))
    if (read.kind === 'ready') props.onSubmit(read.override)
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      <Stack gap="sm">
        <SegmentedControl
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          data={OVERRIDE_KINDS.map((value) => ({ value, label: t(`override.${value}`) }))}
          fullWidth
        />
        <SpanChoice draft={draft} spans={props.spans} onChange={change} />
        <OverrideSpan draft={draft} faults={faults} onChange={change} />
        <OverrideValue draft={draft} faults={faults} onChange={change} />
        <Outcome draft={draft} totalOf={props.totalOf} />
        <Textarea
          label={t('override.reason')}
          description={t('override.reason.hint')}
          value={draft.reason}
          onChange={(event) => change({ reason: event.currentTarget.value })}
          error={faults.has('reason') && t('override.fault.reason')}
          autosize
          minRows={2}
          required
          withAsterisk={false}
        />
        {props.error !== null && <FailedState problem={props.error} />}
        <Group gap="xs">
          <Button type="submit" loading={props.isBusy}>
            {t('action.apply')}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface OverridePartProps {
  readonly draft: OverrideDraft
  readonly faults: ReadonlySet<OverrideFault>
  readonly onChange: (part: Partial<OverrideDraft>) => void
}

function OverrideValue({ draft, faults, onChange }: OverridePartProps): ReactElement {
  const { locale, t } = useLocale()
  return (
    <NumberInput
      label={t(`override.value.${draft.kind}`)}
      value={draft.value}
      onChange={(value) => onChange({ value })}
      error={faults.has('value') && t(`override.fault.value.${draft.kind}`)}
      decimalSeparator={locale === 'en' ? '.' : ','}
      thousandSeparator={locale === 'en' ? ',' : ' '}
      suffix={draft.kind === 'scale' ? ' %' : ''}
      required
      withAsterisk={false}
    />
  )
}

function OverrideSpan({ draft, faults, onChange }: OverridePartProps): ReactElement {
  const t = useTranslate()
  return (
    <Group gap="sm" grow align="start">
      <TextInput
        type="datetime-local"
        step={900}
        label={t('override.from')}
        value={draft.from}
        onChange={(event) => onChange({ from: event.currentTarget.value, eventId: undefined })}
        error={faults.has('span') && t('override.fault.span')}
      />
      <TextInput
        type="datetime-local"
        step={900}
        label={t('override.to')}
        value={draft.to}
        onChange={(event) => onChange({ to: event.currentTarget.value, eventId: undefined })}
        error={faults.has('span')}
      />
    </Group>
  )
}

interface SpanChoiceProps {
  readonly draft: OverrideDraft
  readonly spans: readonly NamedSpan[]
  readonly onChange: (part: Partial<OverrideDraft>) => void
}

/** One step to the week, a day or an event; the hours can still be changed below. */
function SpanChoice({ draft, spans, onChange }: SpanChoiceProps): ReactElement {
  const t = useTranslate()
  const timeZone = useTimeZone()
  const named = spans.map((span) => ({
    ...span,
    from: toLocalInput(span.startMs, timeZone),
    to: toLocalInput(span.endMs, timeZone),
  }))
  const at = named.findIndex(
    ({ from, to, eventId }) => from === draft.from && to === draft.to && eventId === draft.eventId,
  )
  return (
    <NativeSelect
      label={t('override.span')}
      description={draft.eventId === undefined ? undefined : t('override.ofEvent.hint')}
      value={String(at)}
      data={[
        ...(at === -1 ? [{ value: '-1', label: t('override.span.hours') }] : []),
        ...named.map(({ label }, index) => ({ value: String(index), label })),
      ]}
      onChange={(event) => {
        const chosen = named[Number(event.currentTarget.value)]
        if (chosen === undefined) return
        onChange({ from: chosen.from, to: chosen.to, eventId: chosen.eventId })
      }}
    />
  )
}

interface OutcomeProps {
  readonly draft: OverrideDraft
  readonly totalOf: (span: PickedSpan) => number
}

/** What the span brings now, and what it will: a slip of the keyboard shows before it is stored. */
function Outcome({ draft, totalOf }: OutcomeProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const startMs = fromLocalInput(draft.from, timeZone)
  const endMs = fromLocalInput(draft.to, timeZone)
  if (startMs === null || endMs === null || startMs >= endMs) return null
  const before = totalOf({ startMs, endMs })
  const after = totalAfter(before, draft)
  return (
    <output>
      {after === null
        ? t('override.now', { before: format.number(before) })
        : t('override.outcome', { before: format.number(before), after: format.number(after) })}
    </output>
  )
}
