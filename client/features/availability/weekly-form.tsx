import { Checkbox, Group, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import { useFirstField } from '../../lib/use-first-field.ts'
import type { WeeklyTime } from './use-availability.ts'
import { EMPTY_WEEKLY, readWeekly, type WeeklyDraft } from './weekly-draft.ts'

import styles from './availability.module.css'

interface WeeklyFormProps {
  readonly isBusy: boolean
  readonly onSubmit: (times: readonly WeeklyTime[]) => void
  readonly onCancel: () => void
}

/** On which weekdays, at which hours, and in which term somebody cannot come. */
export function WeeklyForm({ isBusy, onSubmit, onCancel }: WeeklyFormProps): ReactElement {
  const { locale, t } = useLocale()
  const [draft, setDraft] = useState(EMPTY_WEEKLY)
  const [isRefused, setRefused] = useState(false)
  useUnsaved(draft !== EMPTY_WEEKLY && !isBusy)
  const change = (part: Partial<WeeklyDraft>): void => setDraft((old) => ({ ...old, ...part }))
  const field = (name: 'from' | 'to' | 'fromDate' | 'toDate', type: 'time' | 'date') => (
    <TextInput
      type={type}
      label={t(`availability.weekly.${name}`)}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const times = readWeekly(draft)
    setRefused(times === null)
    if (times !== null) onSubmit(times)
  }
  return (
    <form ref={useFirstField()} onSubmit={submit} noValidate className={styles['form']}>
      <Checkbox.Group
        label={t('availability.weekly.days')}
        value={draft.weekdays.map(String)}
        onChange={(days) => change({ weekdays: days.map(Number) })}
        error={isRefused && t('availability.weekly.fault')}
      >
        <Group gap="md" pt={6}>
          {DATE_NAMES[locale].weekdaysShort.map((name, weekday) => (
            <Checkbox key={name} value={String(weekday)} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group grow align="start">
        {field('from', 'time')}
        {field('to', 'time')}
      </Group>
      <Group grow align="start">
        {field('fromDate', 'date')}
        {field('toDate', 'date')}
      </Group>
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onCancel} />
    </form>
  )
}
