import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { fromLocalInput, toLocalInput } from '../../lib/centre-time.ts'
import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { BoardRow } from './board.ts'

import styles from './explain-dialog.module.css'

const KINDS = {
  supervisor: 'explain.kind.supervisor',
  client: 'explain.kind.client',
  technical: 'explain.kind.technical',
  meeting: 'explain.kind.meeting',
  training: 'explain.kind.training',
  health: 'explain.kind.health',
  transport: 'explain.kind.transport',
  other: 'explain.kind.other',
} as const satisfies Readonly<Record<string, MessageKey>>
type Kind = keyof typeof KINDS

interface ExplainDialogProps {
  readonly row: Pick<BoardRow, 'operatorId' | 'name' | 'outSince' | 'activityUntil'>
  readonly nowMs: number
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Records why somebody is not where the schedule says: the time counts as neutral from then on. */
export function ExplainDialog({ row, nowMs, onDone, onClose }: ExplainDialogProps): ReactElement {
  const t = useTranslate()
  const zone = useTimeZone()
  const [kind, setKind] = useState<Kind>('supervisor')
  const [note, setNote] = useState('')
  const [from, setFrom] = useState(() => toLocalInput(beginningOf(row, nowMs), zone))
  const [to, setTo] = useState(() => toLocalInput(endOf(row, nowMs), zone))
  const [isForAll, setForAll] = useState(false)
  const add = api.useMutation('post', '/api/v1/adherence/exceptions', {
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  const fromMs = fromLocalInput(from, zone)
  const toMs = fromLocalInput(to, zone)
  const isWrong = fromMs === null || toMs === null || fromMs >= toMs
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (fromMs === null || toMs === null) return
    add.mutate({
      body: {
        operatorIds: isForAll ? null : [row.operatorId],
        from: new Date(fromMs).toISOString(),
        to: new Date(toMs).toISOString(),
        kind,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
    })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('explain.title', { name: row.name })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form className={styles['form']} onSubmit={send}>
        <NativeSelect
          label={t('explain.kind')}
          value={kind}
          data={Object.entries(KINDS).map(([value, label]) => ({ value, label: t(label) }))}
          onChange={(event) => setKind(event.currentTarget.value as Kind)}
        />
        <div className={styles['span']}>
          <TextInput
            type="datetime-local"
            label={t('explain.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t('explain.to')}
            value={to}
            error={isWrong ? t('explain.spanWrong') : null}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label={t('explain.note')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <label className={styles['all']}>
          <input
            type="checkbox"
            checked={isForAll}
            onChange={(event) => setForAll(event.currentTarget.checked)}
          />
          {t('explain.forAll')}
        </label>
        <p className={styles['effect']}>{t('explain.effect')}</p>
        {add.error !== null && <FailedState problem={add.error} />}
        <Button type="submit" loading={add.isPending} disabled={isWrong}>
          {t('explain.save')}
        </Button>
      </form>
    </Modal>
  )
}

const MINUTE_MS = 60_000
const USUAL_MS = 15 * MINUTE_MS

/** Whole minutes, outwards: an explanation covers all of the deviation. */
function beginningOf({ outSince }: ExplainDialogProps['row'], nowMs: number): number {
  const ms = outSince === null ? nowMs : Date.parse(outSince)
  return Math.floor(ms / MINUTE_MS) * MINUTE_MS
}

function endOf({ activityUntil }: ExplainDialogProps['row'], nowMs: number): number {
  const usual = Math.ceil((nowMs + USUAL_MS) / MINUTE_MS) * MINUTE_MS
  return activityUntil === null ? usual : Math.min(usual, Date.parse(activityUntil))
}
