import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { nameOf, usePlaces } from './use-people.ts'

import styles from './people.module.css'

interface ContractHistoryProps {
  readonly card: components['schemas']['OperatorCard']
  readonly canManage: boolean
}

/** The contracts of one person, each from its day on. */
export function ContractHistory({ card, canManage }: ContractHistoryProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { problem, isBusy, send } = useSending()
  const { contracts: names } = usePlaces()
  const operatorId = card.person.id
  const takeBack = (fromDate: string): void =>
    void send(
      fetchClient.DELETE('/api/v1/operators/{operatorId}/contracts/{fromDate}', {
        params: { path: { operatorId, fromDate } },
      }),
    )
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('people.contracts')}</h2>
      <ul className={styles['list']}>
        {card.contracts.map(({ fromDate, contractCode }, at) => (
          <li key={fromDate}>
            <span>
              {t('people.since', { date: date(fromDate) })}: {nameOf(names, contractCode)}
            </span>
            {canManage && at > 0 && (
              <Button variant="subtle" loading={isBusy} onClick={() => takeBack(fromDate)}>
                {t('people.contract.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <FailedState problem={problem} />}
      {canManage && <ContractForm operatorId={operatorId} />}
    </section>
  )
}

function ContractForm({ operatorId }: { readonly operatorId: string }): ReactElement {
  const t = useTranslate()
  const { contracts } = usePlaces()
  const [fromDate, setFromDate] = useState('')
  const [contractCode, setContractCode] = useState('')
  const { problem, isBusy, send } = useSending()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const order = { params: { path: { operatorId } }, body: { fromDate, contractCode } }
    void send(fetchClient.PUT('/api/v1/operators/{operatorId}/contracts', order), () => {
      setFromDate('')
      setContractCode('')
    })
  }
  return (
    <form onSubmit={submit}>
      <div className={styles['line']}>
        <NativeSelect
          label={t('people.contract.next')}
          value={contractCode}
          data={[{ value: '', label: t('people.choose') }, ...contracts]}
          onChange={({ currentTarget }) => setContractCode(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('people.from')}
          value={fromDate}
          onChange={(event) => setFromDate(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={isBusy}
          disabled={fromDate === '' || contractCode === ''}
        >
          {t('people.contract.change')}
        </Button>
      </div>
      {problem !== null && <FailedState problem={problem} />}
    </form>
  )
}
