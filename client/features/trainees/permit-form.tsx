import { NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'

import styles from './trainees.module.css'

interface PermitFormProps {
  readonly operatorId: string
  readonly onDone: () => void
}

/** With whom somebody may learn which contacts, until when, and why. */
export function PermitForm({ operatorId, onDone }: PermitFormProps): ReactElement {
  const { t } = useLocale()
  const today = useToday()
  const { problem, isBusy, send } = useSending()
  const [draft, setDraft] = useState({
    mentorId: '',
    queueCode: '',
    fromDate: today,
    toDate: '',
    reason: '',
  })
  const [isChecked, setChecked] = useState(false)
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (Object.values(draft).some((text) => text.trim() === '')) return
    const body = { operatorId, ...draft, reason: draft.reason.trim() }
    void send(fetchClient.POST('/api/v1/trainee-permits', { body }), onDone)
  }
  const missing = (key: keyof typeof draft) =>
    isChecked && draft[key].trim() === '' && t('people.fault.missing')
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={t('trainees.allow')}>
      <MentorAndQueue operatorId={operatorId} draft={draft} missing={missing} onChange={change} />
      <div className={styles['line']}>
        <TextInput
          type="date"
          label={t('people.from')}
          value={draft.fromDate}
          onChange={(event) => change({ fromDate: event.currentTarget.value })}
          error={missing('fromDate')}
        />
        <TextInput
          type="date"
          label={t('trainees.lastDay')}
          min={draft.fromDate}
          value={draft.toDate}
          onChange={(event) => change({ toDate: event.currentTarget.value })}
          error={missing('toDate')}
        />
      </div>
      <TextInput
        label={t('trainees.reason')}
        value={draft.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
        error={missing('reason')}
      />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('trainees.allow')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

interface MentorAndQueueProps {
  readonly operatorId: string
  readonly draft: { readonly mentorId: string; readonly queueCode: string }
  readonly missing: (key: 'mentorId' | 'queueCode') => string | false
  readonly onChange: (part: { mentorId?: string; queueCode?: string }) => void
}

function MentorAndQueue(props: MentorAndQueueProps): ReactElement {
  const { operatorId, draft, missing, onChange } = props
  const { locale, t } = useLocale()
  const people = api.useQuery('get', '/api/v1/operators').data?.operators ?? []
  const queues = api.useQuery('get', '/api/v1/queues').data?.queues ?? []
  return (
    <div className={styles['line']}>
      <NativeSelect
        label={t('trainees.mentorLabel')}
        value={draft.mentorId}
        data={[
          { value: '', label: t('people.choose') },
          ...people
            .filter(({ id, takesContacts }) => id !== operatorId && takesContacts)
            .map(({ id, fullName, personnelNumber }) => ({
              value: id,
              label: `${fullName}, ${personnelNumber}`,
            })),
        ]}
        onChange={({ currentTarget }) => onChange({ mentorId: currentTarget.value })}
        error={missing('mentorId')}
      />
      <NativeSelect
        label={t('trainees.queue')}
        value={draft.queueCode}
        data={[
          { value: '', label: t('people.choose') },
          ...queues.map(({ code, name }) => ({ value: code, label: name[locale] })),
        ]}
        onChange={({ currentTarget }) => onChange({ queueCode: currentTarget.value })}
        error={missing('queueCode')}
      />
    </div>
  )
}
