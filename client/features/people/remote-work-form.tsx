import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { EMPTY_REMOTE_WORK, type RemoteWorkDraft, readRemoteWork } from './remote-work-draft.ts'

import styles from './people.module.css'

/** A new record of remote work. */
export function RemoteWorkForm({ operatorId }: { readonly operatorId: string }): ReactElement {
  const t = useTranslate()
  const [draft, setDraft] = useState(EMPTY_REMOTE_WORK)
  const { problem, isBusy, send } = useSending()
  const change = (part: Partial<RemoteWorkDraft>): void => setDraft({ ...draft, ...part })
  const record = readRemoteWork(draft)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (record === null) return
    const order = fetchClient.POST('/api/v1/operators/{operatorId}/remote-work', {
      params: { path: { operatorId } },
      body: record,
    })
    void send(order, () => setDraft(EMPTY_REMOTE_WORK))
  }
  return (
    <form onSubmit={submit} aria-label={t('people.remoteWork.add')}>
      <div className={styles['line']}>
        <Fields draft={draft} onChange={change} />
        <Button type="submit" variant="default" loading={isBusy} disabled={record === null}>
          {t('people.remoteWork.add')}
        </Button>
      </div>
      {!draft.isWhole && (
        <Weekdays value={draft.weekdays} onChange={(weekdays) => change({ weekdays })} />
      )}
      {problem !== null && <FailedState problem={problem} />}
    </form>
  )
}

interface FieldsProps {
  readonly draft: RemoteWorkDraft
  readonly onChange: (part: Partial<RemoteWorkDraft>) => void
}

function Fields({ draft, onChange }: FieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      <NativeSelect
        label={t('people.remoteWork.basis')}
        value={draft.basis}
        data={(['agreement', 'employer_act'] as const).map((value) => ({
          value,
          label: t(`people.remoteWork.basis.${value}`),
        }))}
        onChange={({ currentTarget }) =>
          onChange({ basis: currentTarget.value === 'agreement' ? 'agreement' : 'employer_act' })
        }
      />
      <NativeSelect
        label={t('people.remoteWork.days')}
        value={draft.isWhole ? 'whole' : 'combined'}
        data={(['whole', 'combined'] as const).map((value) => ({
          value,
          label: t(`people.remoteWork.${value}`),
        }))}
        onChange={({ currentTarget }) => onChange({ isWhole: currentTarget.value === 'whole' })}
      />
      <TextInput
        type="date"
        label={t('people.from')}
        value={draft.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('people.to')}
        required={draft.basis === 'employer_act'}
        value={draft.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
    </>
  )
}

interface WeekdaysProps {
  readonly value: readonly number[]
  readonly onChange: (weekdays: number[]) => void
}

function Weekdays({ value, onChange }: WeekdaysProps): ReactElement {
  const { t, locale } = useLocale()
  return (
    <Checkbox.Group
      label={t('people.remoteWork.weekdays')}
      value={value.map(String)}
      onChange={(days) => onChange(days.map(Number))}
    >
      <Group gap="md" pt={6}>
        {DATE_NAMES[locale].weekdaysShort.map((name, day) => (
          <Checkbox key={name} value={String(day)} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
