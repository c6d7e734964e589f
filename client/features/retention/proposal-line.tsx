import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'

import styles from './retention.module.css'

interface ProposalLineProps {
  readonly proposal: components['schemas']['Retention']['proposals'][number]
  readonly canDecide: boolean
}

/** One person whose period is over: anonymise, which asks for the number, or keep, which asks for a day. */
export function ProposalLine({ proposal, canDecide }: ProposalLineProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const [deciding, setDeciding] = useState<'anonymise' | 'keep' | null>(null)
  const { fullName, personnelNumber, leftOn, dueOn } = proposal
  return (
    <li>
      <b>{fullName}</b>, № {personnelNumber}
      <br />
      <span className={styles['faint']}>
        {t('retention.left', { left: date(leftOn), due: date(dueOn) })}
      </span>
      {canDecide && deciding === null && (
        <Group gap="xs" mt={4}>
          <Button variant="default" onClick={() => setDeciding('anonymise')}>
            {t('retention.anonymise')}
          </Button>
          <Button variant="subtle" onClick={() => setDeciding('keep')}>
            {t('retention.keep')}
          </Button>
        </Group>
      )}
      {deciding !== null && (
        <DecisionForm
          proposal={proposal}
          isErasing={deciding === 'anonymise'}
          onCancel={() => setDeciding(null)}
        />
      )}
    </li>
  )
}

interface DecisionFormProps extends Pick<ProposalLineProps, 'proposal'> {
  readonly isErasing: boolean
  readonly onCancel: () => void
}

function DecisionForm({ proposal, isErasing, onCancel }: DecisionFormProps): ReactElement {
  const t = useTranslate()
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const { problem, isBusy, send } = useSending()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const params = { path: { operatorId: proposal.operatorId } }
    void send(
      isErasing
        ? fetchClient.POST('/api/v1/retention/{operatorId}/anonymisation', {
            params,
            body: { personnelNumber: value, reason },
          })
        : fetchClient.POST('/api/v1/retention/{operatorId}/keeping', {
            params,
            body: { until: value, reason },
          }),
    )
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <p className={styles['note']}>
        {t(isErasing ? 'retention.anonymise.hint' : 'retention.keep.hint')}
      </p>
      <div className={styles['line']}>
        <TextInput
          type={isErasing ? 'text' : 'date'}
          label={t(isErasing ? 'retention.number' : 'retention.until')}
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
        <TextInput
          label={t('retention.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button type="submit" loading={isBusy} disabled={value === '' || reason === ''}>
          {t(isErasing ? 'retention.anonymise.confirm' : 'retention.keep.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
      </div>
      {problem !== null && <FailedState problem={problem} />}
    </form>
  )
}
