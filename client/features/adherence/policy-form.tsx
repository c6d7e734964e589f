import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { fromLocalInput, toLocalInput } from '../../lib/centre-time.ts'
import { useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useUnsaved } from '../../lib/unsaved.ts'
import {
  FORMULAS,
  type Policy,
  type PolicyDraft,
  type PolicyVersion,
  readSeconds,
} from './policy-draft.ts'
import { PolicyMatrix } from './policy-matrix.tsx'
import { PolicyPreview } from './policy-preview.tsx'

import styles from './policy.module.css'

interface PolicyFormProps {
  readonly start: PolicyVersion
  readonly presets: readonly PolicyVersion[]
  readonly nowMs: number
  readonly onDone: () => void
}

/** A new version, written from one that there is, tried on days that are past, and put in force. */
export function PolicyForm({ start, presets, nowMs, onDone }: PolicyFormProps): ReactElement {
  const t = useTranslate()
  const zone = useTimeZone()
  const queries = useQueryClient()
  const [draft, setDraft] = useState<PolicyDraft>(start)
  const [note, setNote] = useState('')
  const [validFrom, setValidFrom] = useState(() => toLocalInput(nowMs, zone))
  useUnsaved(draft !== start)
  const add = api.useMutation('post', '/api/v1/adherence/policies', {
    onSuccess: () => {
      void queries.invalidateQueries()
      onDone()
    },
  })
  const fromMs = fromLocalInput(validFrom, zone)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (fromMs === null) return
    add.mutate({
      body: { policy: draft.policy, note: note.trim(), validFrom: new Date(fromMs).toISOString() },
    })
  }
  return (
    <form onSubmit={send} aria-label={t('policy.new')} className={styles['edit']}>
      <PresetChoice presets={presets} onChoose={setDraft} />
      <DefinitionFields
        policy={draft.policy}
        onChange={(policy) => setDraft({ ...draft, policy })}
      />
      <p className={styles['note']}>{t('policy.table.hint')}</p>
      <PolicyMatrix draft={draft} onChange={setDraft} />
      <PolicyPreview
        policy={draft.policy}
        nowMs={nowMs}
        onVerdicts={(verdicts) => setDraft({ ...draft, verdicts })}
      />
      <div className={styles['line']}>
        <TextInput
          type="datetime-local"
          label={t('policy.validFrom')}
          value={validFrom}
          error={fromMs === null}
          onChange={(event) => setValidFrom(event.currentTarget.value)}
        />
        <TextInput
          label={t('policy.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      {add.error !== null && <FailedState problem={add.error} />}
      <FormActions submitLabel={t('policy.save')} isBusy={add.isPending} onCancel={onDone} />
    </form>
  )
}

function PresetChoice(props: {
  readonly presets: readonly PolicyVersion[]
  readonly onChoose: (draft: PolicyDraft) => void
}): ReactElement {
  const t = useTranslate()
  return (
    <fieldset className={styles['presets']}>
      <legend>{t('policy.presets')}</legend>
      {props.presets.map(({ note, policy, verdicts }) => (
        <Button key={note} variant="default" onClick={() => props.onChoose({ policy, verdicts })}>
          {t(`policy.preset.${note as 'kezek'}`)}
        </Button>
      ))}
    </fieldset>
  )
}

function DefinitionFields(props: {
  readonly policy: Policy
  readonly onChange: (policy: Policy) => void
}): ReactElement {
  const { policy, onChange } = props
  const t = useTranslate()
  const choice = <Field extends 'outsideShift' | 'conformanceCredit' | 'judged'>(
    field: Field,
    values: readonly Policy[Field][],
  ): ReactElement => (
    <NativeSelect
      label={t(`policy.${field}`)}
      value={policy[field]}
      data={values.map((value) => ({
        value,
        label: t(`policy.${field}.${value}` as 'policy.judged.all'),
      }))}
      onChange={(event) => onChange({ ...policy, [field]: event.currentTarget.value })}
    />
  )
  return (
    <div className={styles['line']}>
      <NativeSelect
        label={t('policy.formula')}
        value={policy.formula}
        data={FORMULAS.map((value) => ({ value, label: t(`today.formula.${value}`) }))}
        onChange={(event) =>
          onChange({ ...policy, formula: event.currentTarget.value as Policy['formula'] })
        }
      />
      {choice('outsideShift', ['ignore', 'exception'])}
      {choice('conformanceCredit', ['within_shift', 'everywhere'])}
      {choice('judged', ['all', 'productive'])}
      <TextInput
        label={t('policy.toleranceSeconds')}
        inputMode="numeric"
        value={String(policy.toleranceSeconds)}
        onChange={(event) => {
          const seconds = readSeconds(event.currentTarget.value)
          if (seconds !== undefined) onChange({ ...policy, toleranceSeconds: seconds ?? 0 })
        }}
      />
    </div>
  )
}
