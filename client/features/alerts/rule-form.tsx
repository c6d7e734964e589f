import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { MailChoice } from './mail-choice.tsx'
import { ALERT_KINDS, type AlertKind, EMPTY_RULE, PREDICTED_KINDS, ruleOf } from './rule-draft.ts'

import styles from './alerts.module.css'

/** Another rule. */
export function RuleForm({ onAdded }: { readonly onAdded: () => Promise<void> }): ReactElement {
  const t = useTranslate()
  const [draft, setDraft] = useState(EMPTY_RULE)
  const add = api.useMutation('post', '/api/v1/alerts/rules', {
    onSuccess: async () => {
      setDraft(EMPTY_RULE)
      await onAdded()
    },
  })
  const rule = ruleOf(draft)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (rule !== undefined) add.mutate({ body: rule })
  }
  const text = (field: 'threshold' | 'aheadMinutes' | 'quietFrom' | 'quietTo') => ({
    value: draft[field],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
  })
  return (
    <form className={styles['form']} onSubmit={send}>
      <NativeSelect
        label={t('alerts.rule.kind')}
        value={draft.kind}
        data={ALERT_KINDS.map((kind) => ({ value: kind, label: t(`alerts.rule.kind.${kind}`) }))}
        onChange={(event) => setDraft({ ...draft, kind: event.currentTarget.value as AlertKind })}
      />
      <TextInput label={t('alerts.rule.threshold')} inputMode="decimal" {...text('threshold')} />
      {PREDICTED_KINDS.has(draft.kind) && (
        <TextInput label={t('alerts.rule.ahead')} inputMode="numeric" {...text('aheadMinutes')} />
      )}
      <TextInput type="time" label={t('alerts.rule.quietFrom')} {...text('quietFrom')} />
      <TextInput type="time" label={t('alerts.rule.quietTo')} {...text('quietTo')} />
      <MailChoice value={draft.mailTo} onChange={(mailTo) => setDraft({ ...draft, mailTo })} />
      <Button type="submit" loading={add.isPending} disabled={rule === undefined}>
        {t('alerts.rule.add')}
      </Button>
      {add.error !== null && <FailedState problem={add.error} />}
    </form>
  )
}
