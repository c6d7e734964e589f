import { Modal, NumberInput, Radio, Stack, Textarea } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FormActions } from '../../components/form-actions.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { useFormat, useLocale, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { actionsFor, actionText, whenText } from './quality-words.ts'
import type { DecisionAction, DecisionDraft, Finding } from './use-quality.ts'

interface DecisionDialogProps {
  /** What is to be decided; null while nothing is. */
  readonly finding: Finding | null
  readonly isBusy: boolean
  readonly error: ProblemView | null
  readonly onSubmit: (draft: DecisionDraft) => void
  readonly onClose: () => void
}

/** What the next forecast is to make of a finding, and why. */
export function DecisionDialog(props: DecisionDialogProps): ReactElement {
  const { finding, onClose } = props
  const t = useTranslate()
  return (
    <Modal
      opened={finding !== null}
      onClose={onClose}
      title={t('quality.decide')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {finding !== null && <DecisionForm {...props} finding={finding} />}
    </Modal>
  )
}

interface DecisionFormProps extends DecisionDialogProps {
  readonly finding: Finding
}

function DecisionForm(props: DecisionFormProps): ReactElement {
  const { finding, isBusy, error, onSubmit, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const [first = 'keep'] = actionsFor(finding)
  const [action, setAction] = useState<DecisionAction>(first)
  const [contacts, setContacts] = useState<string | number>('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const number = contacts === '' ? null : Number(contacts)
  const isNumberMissing = action === 'replace' && (number === null || !(number >= 0))
  const isReasonMissing = reason.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (isNumberMissing || isReasonMissing) return
    onSubmit({ action, contacts: action === 'replace' ? number : null, reason: reason.trim() })
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <span>
          {t('quality.decide.what', {
            finding: t(`quality.finding.${finding.finding}`),
            when: whenText(finding, format),
            came: format.number(finding.came),
            usual: format.number(finding.usual),
          })}
        </span>
        <ActionChoice finding={finding} value={action} onChange={setAction} />
        {action === 'replace' && (
          <ContactsInput
            value={contacts}
            isMissing={isTried && isNumberMissing}
            onChange={setContacts}
          />
        )}
        <Textarea
          label={t('quality.decide.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isReasonMissing && t('quality.decide.reason.fault')}
          autosize
          minRows={2}
          maxLength={500}
          required
          withAsterisk={false}
        />
        {error !== null && <FailedState problem={error} />}
        <FormActions submitLabel={t('quality.decide.store')} isBusy={isBusy} onCancel={onClose} />
      </Stack>
    </form>
  )
}

interface ActionChoiceProps {
  readonly finding: Finding
  readonly value: DecisionAction
  readonly onChange: (action: DecisionAction) => void
}

function ActionChoice({ finding, value, onChange }: ActionChoiceProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const actions = actionsFor(finding)
  return (
    <Radio.Group
      label={t('quality.decide.action')}
      value={value}
      onChange={(chosen) => onChange(actions.find((one) => one === chosen) ?? value)}
    >
      <Stack gap={6} mt={6}>
        {actions.map((action) => (
          <Radio
            key={action}
            value={action}
            label={actionText({ finding: finding.finding, action, contacts: null }, { t, format })}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

interface ContactsInputProps {
  readonly value: string | number
  readonly isMissing: boolean
  readonly onChange: (value: string | number) => void
}

function ContactsInput({ value, isMissing, onChange }: ContactsInputProps): ReactElement {
  const { locale, t } = useLocale()
  return (
    <NumberInput
      label={t('quality.decide.contacts')}
      value={value}
      onChange={onChange}
      error={isMissing && t('quality.decide.contacts.fault')}
      min={0}
      decimalSeparator={locale === 'en' ? '.' : ','}
      thousandSeparator={locale === 'en' ? ',' : ' '}
      required
      withAsterisk={false}
    />
  )
}
