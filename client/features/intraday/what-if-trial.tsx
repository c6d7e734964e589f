import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { ScrollBox } from '../../components/scroll-box.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { api } from '../../lib/api.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { type DayPerson, figuresText, type Move, moveText, type WhatIfAnswer } from './moves.ts'

import styles from './what-if.module.css'

interface WhatIfTrialProps {
  readonly moves: readonly Move[]
  readonly people: readonly DayPerson[]
  readonly nameOf: (queueId: string) => string
  readonly canKeep: boolean
  readonly onTakeBack: (move: Move) => void
  readonly onKept: (version: number) => void
}

/** What the chosen moves come to together, the rules that they break, and keeping them. */
export function WhatIfTrial(props: WhatIfTrialProps): ReactElement {
  const { moves, people, nameOf, canKeep, onTakeBack, onKept } = props
  const t = useTranslate()
  const format = useFormat()
  const trial = api.useQuery(
    'post',
    '/api/v1/today/what-if',
    { body: { moves: [...moves] } },
    { placeholderData: (before) => before },
  )
  return (
    <section className={styles['trial']} aria-label={t('whatIf.trial')}>
      <h3 className={styles['kind']}>{t('whatIf.trial')}</h3>
      <ul className={styles['list']}>
        {moves.map((move) => (
          <li key={JSON.stringify(move)}>
            <span className={styles['words']}>{moveText(move, people, { t, format })}</span>
            <Button variant="default" onClick={() => onTakeBack(move)}>
              {t('whatIf.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
      {trial.error !== null && <FailedState problem={trial.error} />}
      {trial.isLoading && <LoadingState shape="form" />}
      {trial.data !== undefined && trial.error === null && (
        <>
          <Effect answer={trial.data} />
          <Broken broken={trial.data.broken} />
          <ChangedIntervals answer={trial.data} nameOf={nameOf} />
          {canKeep && trial.data.broken.length === 0 && (
            <KeepForm answer={trial.data} moves={moves} onKept={onKept} />
          )}
        </>
      )}
    </section>
  )
}

function Effect({ answer }: { readonly answer: WhatIfAnswer }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { before, after, paidMinutes } = answer
  const change = {
    missed: after.missed - before.missed,
    lost: after.lost - before.lost,
    waitHours: after.waitHours - before.waitHours,
  }
  return (
    <p className={styles['sum']}>
      {t('whatIf.sum', {
        before: format.number(before.missed),
        after: format.number(after.missed),
      })}{' '}
      {figuresText(change, { t, format })}
      {paidMinutes !== 0 &&
        `, ${t('whatIf.effect.paid', { hours: format.signed(paidMinutes / 60, 1) })}`}
    </p>
  )
}

function Broken({ broken }: Pick<WhatIfAnswer, 'broken'>): ReactElement | null {
  const t = useTranslate()
  if (broken.length === 0) return null
  return (
    <div role="alert" className={styles['broken']}>
      <p className={styles['brokenTitle']}>{t('whatIf.broken')}</p>
      <ul>
        {broken.map(({ operatorName, text, at }) => (
          <li key={`${operatorName} ${text} ${at}`}>
            <b>{operatorName}</b>: {text}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Predicted = WhatIfAnswer['queues'][number]['intervals'][number]['before']

function ChangedIntervals(props: {
  readonly answer: WhatIfAnswer
  readonly nameOf: (queueId: string) => string
}): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const rows = props.answer.queues.flatMap(({ queueId, intervals }) =>
    intervals.map((interval) => ({ ...interval, queueId })),
  )
  if (rows.length === 0) return <p className={styles['note']}>{t('whatIf.effect.none')}</p>
  const sorted = rows.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
  const wait = ({ asaSeconds, isOverloaded }: Predicted): string =>
    isOverloaded ? t('hours.table.grows') : asaSeconds === null ? '—' : format.number(asaSeconds)
  const lost = ({ lostShare }: Predicted): string =>
    lostShare === null ? '—' : format.percent(lostShare)
  return (
    <ScrollBox label={t('whatIf.intervals')} className={styles['scroll']}>
      <table className={styles['numbers']}>
        <thead>
          <tr>
            <th scope="col">{t('hours.table.interval')}</th>
            <th scope="col">{t('hours.column.queue')}</th>
            <th scope="col">{t('hours.table.given')}</th>
            <th scope="col">{t('hours.table.predictedAsa')}</th>
            <th scope="col">{t('hours.table.predictedLost')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ from, queueId, before, after }) => (
            <tr key={`${from} ${queueId}`}>
              <th scope="row">{format.time(Date.parse(from))}</th>
              <td>{props.nameOf(queueId)}</td>
              <td>{`${format.number(before.given, 1)} → ${format.number(after.given, 1)}`}</td>
              <td>{`${wait(before)} → ${wait(after)}`}</td>
              <td>{`${lost(before)} → ${lost(after)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

const REASON_LENGTH_MIN = 3

function KeepForm(props: {
  readonly answer: WhatIfAnswer
  readonly moves: readonly Move[]
  readonly onKept: (version: number) => void
}): ReactElement {
  const t = useTranslate()
  const [reason, setReason] = useState('')
  const { scheduleId, revision } = props.answer
  const keep = api.useMutation('post', '/api/v1/today/changes', {
    onSuccess: ({ schedule }) => props.onKept(schedule.version),
  })
  const said = reason.trim()
  const send = (event: FormEvent): void => {
    event.preventDefault()
    keep.mutate({ body: { scheduleId, revision, moves: [...props.moves], reason: said } })
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <TextInput
        label={t('whatIf.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" loading={keep.isPending} disabled={said.length < REASON_LENGTH_MIN}>
        {t('whatIf.keep')}
      </Button>
      <p className={styles['note']}>{t('whatIf.keep.effect')}</p>
      {keep.error !== null && <FailedState problem={keep.error} />}
    </form>
  )
}
