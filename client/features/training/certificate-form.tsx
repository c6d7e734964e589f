import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'

import styles from './training.module.css'

const KINDS = ['certification', 'certification_audit', 'course'] as const

interface CertificateFormProps {
  readonly onDone: () => void
}

interface Draft {
  /** Empty: the centre itself. */
  readonly operatorId: string
  readonly manager: boolean
  readonly kind: (typeof KINDS)[number]
  readonly title: string
  readonly number: string
  readonly issuedBy: string
  readonly issuedOn: string
  readonly validUntil: string
}

/** Enters a certificate that was issued elsewhere. */
export function CertificateForm({ onDone }: CertificateFormProps): ReactElement {
  const { t } = useLocale()
  const today = useToday()
  const { problem, isBusy, send } = useSending()
  const [isChecked, setChecked] = useState(false)
  const [draft, setDraft] = useState<Draft>({
    operatorId: '',
    manager: false,
    kind: 'certification',
    title: '',
    number: '',
    issuedBy: '',
    issuedOn: today,
    validUntil: '',
  })
  const isWhole = [draft.title, draft.number, draft.issuedBy, draft.issuedOn].every(
    (text) => text.trim() !== '',
  )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (!isWhole) return
    const { operatorId, validUntil, manager, ...rest } = draft
    const body = {
      ...rest,
      holder: operatorId === '' ? ('centre' as const) : ('person' as const),
      operatorId: operatorId === '' ? null : operatorId,
      manager: operatorId !== '' && manager,
      validUntil: validUntil === '' ? null : validUntil,
    }
    void send(fetchClient.POST('/api/v1/certificates', { body }), onDone)
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      className={styles['form']}
      aria-label={t('training.certificates.add')}
    >
      <HolderFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <PaperFields
        draft={draft}
        isChecked={isChecked}
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={t('action.save')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

function HolderFields({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useLocale()
  const people = api.useQuery('get', '/api/v1/operators').data?.operators ?? []
  return (
    <div className={styles['line']}>
      <NativeSelect
        label={t('training.holder')}
        value={draft.operatorId}
        data={[
          { value: '', label: t('training.holder.centre') },
          ...people.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
        onChange={({ currentTarget }) => onChange({ operatorId: currentTarget.value })}
      />
      <NativeSelect
        label={t('training.kind')}
        value={draft.kind}
        data={KINDS.map((value) => ({ value, label: t(`training.kind.${value}`) }))}
        onChange={({ currentTarget }) =>
          onChange({ kind: KINDS.find((one) => one === currentTarget.value) ?? 'certification' })
        }
      />
      {draft.operatorId !== '' && (
        <Checkbox
          label={t('training.isManager')}
          checked={draft.manager}
          onChange={(event) => onChange({ manager: event.currentTarget.checked })}
        />
      )}
    </div>
  )
}

interface PaperFieldsProps extends FieldsProps {
  readonly isChecked: boolean
}

function PaperFields({ draft, isChecked, onChange }: PaperFieldsProps): ReactElement {
  const { t } = useLocale()
  const missing = (text: string) => isChecked && text.trim() === '' && t('people.fault.missing')
  return (
    <>
      <TextInput
        label={t('training.certificateTitle')}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={missing(draft.title)}
      />
      <div className={styles['line']}>
        <TextInput
          label={t('training.certificateNumber')}
          value={draft.number}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
          error={missing(draft.number)}
        />
        <TextInput
          label={t('training.issuedBy')}
          value={draft.issuedBy}
          onChange={(event) => onChange({ issuedBy: event.currentTarget.value })}
          error={missing(draft.issuedBy)}
        />
        <TextInput
          type="date"
          label={t('training.issuedOn')}
          value={draft.issuedOn}
          onChange={(event) => onChange({ issuedOn: event.currentTarget.value })}
          error={missing(draft.issuedOn)}
        />
        <TextInput
          type="date"
          label={t('training.validUntil')}
          value={draft.validUntil}
          onChange={(event) => onChange({ validUntil: event.currentTarget.value })}
        />
      </div>
    </>
  )
}
