import { Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import {
  draftOf,
  EVENT_KINDS,
  type EventDraft,
  type EventFault,
  type NewEvent,
  readEvent,
} from './event-draft.ts'

import styles from './calendar.module.css'

interface EventFormProps {
  readonly queues: readonly { readonly id: string; readonly name: string }[]
  /** What is changed; a new event when it is absent. */
  readonly before?: NewEvent
  /** False for the same event of several queues: each keeps its own. */
  readonly hasQueue: boolean
  readonly isBusy: boolean
  readonly onSubmit: (event: NewEvent) => void
  readonly onCancel: () => void
}

const EMPTY: EventDraft = {
  kind: 'campaign',
  name: { kk: '', ru: '', en: '' },
  from: '',
  to: '',
  queueId: '',
}

/** A campaign that will bring contacts, an outage that took them away. */
export function EventForm(props: EventFormProps): ReactElement {
  const { queues, before, hasQueue, isBusy, onSubmit, onCancel } = props
  const t = useTranslate()
  const timeZone = useTimeZone()
  const [initial] = useState(() => (before === undefined ? EMPTY : draftOf(before, timeZone)))
  const [draft, setDraft] = useState(initial)
  const [faults, setFaults] = useState<readonly EventFault[]>([])
  useUnsaved(draft !== initial && !isBusy)
  const change = (part: Partial<EventDraft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readEvent(draft, timeZone)
    setFaults(read.kind === 'refused' ? read.faults : [])
    if (read.kind === 'ready') onSubmit(read.event)
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      <SegmentedControl
        aria-label={t('calendar.kind')}
        value={draft.kind}
        data={EVENT_KINDS.map((value) => ({ value, label: t(`calendar.event.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <p className={styles['note']}>{t(`calendar.event.${draft.kind}.meaning`)}</p>
      <NameFields
        name={draft.name}
        isMissing={faults.includes('name')}
        onChange={(name) => change({ name })}
      />
      <SpanFields draft={draft} isWrong={faults.includes('span')} onChange={change} />
      {hasQueue && (
        <NativeSelect
          label={t('history.queue')}
          value={draft.queueId}
          data={[
            { value: '', label: t('calendar.allQueues') },
            ...queues.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) => change({ queueId: currentTarget.value })}
        />
      )}
      <FormActions
        submitLabel={t(before === undefined ? 'calendar.add' : 'calendar.save')}
        isBusy={isBusy}
        onCancel={onCancel}
      />
    </form>
  )
}

interface SpanFieldsProps {
  readonly draft: EventDraft
  readonly isWrong: boolean
  readonly onChange: (part: Partial<EventDraft>) => void
}

/** On the centre's clock; the end is the first moment after it. */
function SpanFields({ draft, isWrong, onChange }: SpanFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <Group gap="sm" grow align="start">
      <TextInput
        type="datetime-local"
        label={t('override.from')}
        value={draft.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
        error={isWrong && t('override.fault.span')}
      />
      <TextInput
        type="datetime-local"
        label={t('override.to')}
        value={draft.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
        error={isWrong}
      />
    </Group>
  )
}
