import { Button, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { ProposalLine } from './proposal-line.tsx'

import styles from './retention.module.css'

type Retention = components['schemas']['Retention']

/** Whose data is kept no longer: proposals that HR decides one by one, and what was decided. */
export function RetentionSection(): ReactElement | null {
  const t = useTranslate()
  const me = api.useQuery('get', '/api/v1/me').data
  const { data } = api.useQuery('get', '/api/v1/retention')
  if (data === undefined || me === undefined) return null
  const canDecide = me.abilities.managePeople
  return (
    <section className={styles['section']} aria-label={t('retention.title')}>
      <h2 className={styles['title']}>{t('retention.title')}</h2>
      <p className={styles['note']}>{t('retention.hint')}</p>
      <RuleForm key={data.rule?.months ?? 0} rule={data.rule} />
      {data.rule !== null && data.proposals.length === 0 && <p>{t('retention.nobody')}</p>}
      <ul className={styles['list']}>
        {data.proposals.map((one) => (
          <ProposalLine key={one.operatorId} proposal={one} canDecide={canDecide} />
        ))}
      </ul>
      {data.decisions.length > 0 && <Decisions decisions={data.decisions} />}
    </section>
  )
}

function RuleForm({ rule }: Pick<Retention, 'rule'>): ReactElement {
  const t = useTranslate()
  const [months, setMonths] = useState<number | string>(rule?.months ?? '')
  const [source, setSource] = useState(rule?.source ?? '')
  const { problem, isBusy, send } = useSending()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (typeof months !== 'number') return
    void send(fetchClient.PUT('/api/v1/retention/rule', { body: { months, source } }))
  }
  return (
    <form className={styles['line']} onSubmit={submit} aria-label={t('retention.rule')}>
      <NumberInput
        label={t('retention.months')}
        value={months}
        min={1}
        max={1200}
        onChange={setMonths}
      />
      <TextInput
        label={t('retention.source')}
        value={source}
        onChange={({ currentTarget }) => setSource(currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={isBusy}
        disabled={typeof months !== 'number' || source.trim() === ''}
      >
        {t('retention.setRule')}
      </Button>
      {problem !== null && <FailedState problem={problem} />}
    </form>
  )
}

function Decisions({ decisions }: Pick<Retention, 'decisions'>): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const date = useDateText()
  return (
    <>
      <h3 className={styles['subtitle']}>{t('retention.decisions')}</h3>
      <ul className={styles['list']}>
        {decisions.map((one) => (
          <li key={`${one.decidedAt} ${one.fullName}`}>
            <b>{one.fullName}</b>:{' '}
            {one.keepUntil === null
              ? t('retention.anonymised')
              : t('retention.kept', { date: date(one.keepUntil) })}
            . {one.reason}
            <br />
            <span className={styles['faint']}>
              {one.decidedBy}, {format.dateTime(Date.parse(one.decidedAt))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
