import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { type PersonDraft, type PersonField, personFaults } from './person-draft.ts'
import { usePlaces } from './use-people.ts'

import styles from './people.module.css'

interface PersonFormProps {
  readonly title: string
  readonly before: PersonDraft
  readonly submitLabel: string
  /** False for somebody who is there already: their contracts have a history of their own. */
  readonly hasContract: boolean
  /** @returns why it was refused */
  readonly onSubmit: (draft: PersonDraft) => Promise<ProblemView | null>
  readonly onCancel: () => void
}

/** Who somebody is and where they work. */
export function PersonForm(props: PersonFormProps): ReactElement {
  const { before, onSubmit } = props
  const [draft, setDraft] = useState(before)
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  useUnsaved(draft !== before && !isBusy)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setChecked(true)
    if (personFaults(draft).length > 0) return
    setBusy(true)
    void onSubmit(draft).then((refusal) => {
      setBusy(false)
      setProblem(refusal)
    })
  }
  const fields = {
    draft,
    faults: isChecked ? personFaults(draft) : [],
    change: (part: Partial<PersonDraft>) => setDraft({ ...draft, ...part }),
  }
  return (
    <form onSubmit={submit} noValidate className={styles['form']} aria-label={props.title}>
      <h2 className={styles['title']}>{props.title}</h2>
      <IdentityFields {...fields} />
      <PlaceFields {...fields} hasContract={props.hasContract} />
      {problem !== null && <FailedState problem={problem} />}
      <FormActions submitLabel={props.submitLabel} isBusy={isBusy} onCancel={props.onCancel} />
    </form>
  )
}

interface FieldsProps {
  readonly draft: PersonDraft
  readonly faults: readonly PersonField[]
  readonly change: (part: Partial<PersonDraft>) => void
}

function IdentityFields({ draft, faults, change }: FieldsProps): ReactElement {
  const t = useTranslate()
  const missing = (field: PersonField) => faults.includes(field) && t('people.fault.missing')
  return (
    <>
      <TextInput
        label={t('people.fullName')}
        value={draft.fullName}
        onChange={(event) => change({ fullName: event.currentTarget.value })}
        error={missing('fullName')}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        label={t('people.number')}
        description={t('people.number.hint')}
        value={draft.personnelNumber}
        onChange={(event) => change({ personnelNumber: event.currentTarget.value })}
        error={missing('personnelNumber')}
        autoComplete="off"
      />
      <TextInput
        label={t('people.position')}
        value={draft.position}
        onChange={(event) => change({ position: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('people.hiredOn')}
        value={draft.hiredOn}
        onChange={(event) => change({ hiredOn: event.currentTarget.value })}
        error={missing('hiredOn')}
      />
    </>
  )
}

function PlaceFields(props: FieldsProps & { readonly hasContract: boolean }): ReactElement {
  const { draft, faults, change, hasContract } = props
  const t = useTranslate()
  const { sites, teams, contracts } = usePlaces()
  const choose = { value: '', label: t('people.choose') }
  const missing = (field: PersonField) => faults.includes(field) && t('people.fault.missing')
  return (
    <>
      {hasContract && (
        <NativeSelect
          label={t('people.contract')}
          value={draft.contractCode}
          data={[choose, ...contracts]}
          onChange={({ currentTarget }) => change({ contractCode: currentTarget.value })}
          error={missing('contractCode')}
        />
      )}
      <NativeSelect
        label={t('people.site')}
        value={draft.siteCode}
        data={[choose, ...sites]}
        onChange={({ currentTarget }) => change({ siteCode: currentTarget.value })}
        error={missing('siteCode')}
      />
      <NativeSelect
        label={t('people.team')}
        value={draft.teamCode}
        data={[{ value: '', label: '—' }, ...teams]}
        onChange={({ currentTarget }) => change({ teamCode: currentTarget.value })}
      />
      <NativeSelect
        label={t('people.kind')}
        value={draft.kind}
        data={(['staff', 'non_staff'] as const).map((value) => ({
          value,
          label: t(`people.kind.${value}`),
        }))}
        onChange={({ currentTarget }) =>
          change({ kind: currentTarget.value === 'staff' ? 'staff' : 'non_staff' })
        }
      />
      <Checkbox
        label={t('people.takesContacts')}
        description={t('people.takesContacts.hint')}
        checked={draft.takesContacts}
        onChange={(event) => change({ takesContacts: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('people.workplace.remote')}
        description={t('people.workplace.hint')}
        checked={draft.workplace === 'remote'}
        onChange={(event) =>
          change({ workplace: event.currentTarget.checked ? 'remote' : 'office' })
        }
      />
    </>
  )
}
