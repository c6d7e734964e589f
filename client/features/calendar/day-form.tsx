import { Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { NameFields } from '../../components/name-fields.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import { DAY_CHANGES, type DayDraft, type DayFault, type ReadDay, readDay } from './day-draft.ts'

import styles from './calendar.module.css'

interface DayFormProps {
  readonly isBusy: boolean
  readonly onSubmit: (read: Exclude<ReadDay, { kind: 'refused' }>) => void
  readonly onCancel: () => void
}

const EMPTY: DayDraft = {
  change: 'moved',
  from: '',
  date: '',
  name: { kk: '', ru: '', en: '' },
  sixDayWeek: false,
  source: '',
}

/** What a new order says of the calendar: a rest day that moves, or a day that becomes a holiday. */
export function DayForm({ isBusy, onSubmit, onCancel }: DayFormProps): ReactElement {
  const t = useTranslate()
  const [draft, setDraft] = useState(EMPTY)
  const [faults, setFaults] = useState<readonly DayFault[]>([])
  useUnsaved(draft !== EMPTY && !isBusy)
  const change = (part: Partial<DayDraft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const read = readDay(draft)
    setFaults(read.kind === 'refused' ? read.faults : [])
    if (read.kind !== 'refused') onSubmit(read)
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      <SegmentedControl
        aria-label={t('calendar.kind')}
        value={draft.change}
        data={DAY_CHANGES.map((value) => ({ value, label: t(`calendar.dayChange.${value}`) }))}
        onChange={(value) => change({ change: value })}
      />
      {draft.change === 'holiday' && (
        <NameFields
          name={draft.name}
          isMissing={faults.includes('name')}
          onChange={(name) => change({ name })}
        />
      )}
      <DateFields draft={draft} faults={faults} onChange={change} />
      <Checkbox
        label={t('calendar.alsoSixDayWeek')}
        checked={draft.sixDayWeek}
        onChange={(event) => change({ sixDayWeek: event.currentTarget.checked })}
      />
      <TextInput
        label={t('calendar.source')}
        description={t('calendar.sourceHint')}
        value={draft.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
        error={faults.includes('source') && t('calendar.fault.source')}
      />
      <FormActions submitLabel={t('calendar.saveDay')} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}

interface DateFieldsProps {
  readonly draft: DayDraft
  readonly faults: readonly DayFault[]
  readonly onChange: (part: Partial<DayDraft>) => void
}

function DateFields({ draft, faults, onChange }: DateFieldsProps): ReactElement {
  const t = useTranslate()
  const isMoved = draft.change === 'moved'
  return (
    <Group gap="sm" grow align="start">
      {isMoved && (
        <TextInput
          type="date"
          label={t('calendar.movedFrom')}
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
          error={faults.includes('from') && t('calendar.fault.from')}
        />
      )}
      <TextInput
        type="date"
        label={t(isMoved ? 'calendar.movedTo' : 'calendar.date')}
        value={draft.date}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
        error={faults.includes('date') && t('calendar.fault.date')}
      />
    </Group>
  )
}
