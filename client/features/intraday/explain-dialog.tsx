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
  readonly onClose: () => void
}

/** What the form says, as it was typed. */
interface Draft {
  readonly kind: Kind
  readonly note: string
  readonly from: string
  readonly to: string
  readonly isForAll: boolean
}

/** Records why somebody is not where the schedule says: the time counts as neutral from then on. */
export function ExplainDialog({ row, nowMs, onClose }: ExplainDialogProps): ReactElement {
  const t = useTranslate()
  const zone = useTimeZone()
  const [draft, setDraft] = useState<Draft>(() => ({
    kind: 'supervisor',
    note: '',
    from: toLocalInput(beginningOf(row, nowMs), zone),
    to: toLocalInput(endOf(row, nowMs), zone),
    isForAll: false,
  }))
  const add = api.useMutation('post', '/api/v1/adherence/exceptions', { onSuccess: onClose })
  const fromMs = fromLocalInput(draft.from, zone)
  const toMs = fromLocalInput(draft.to, zone)
  const isWrong = fromMs === null || toMs === null || fromMs >= toMs
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (fromMs === null || toMs === null) return
    const note = draft.note.trim()
    add.mutate({
      body: {
        operatorIds: draft.isForAll ? null : [row.operatorId],
        from: new Date(fromMs).toISOString(),
        to: new Date(toMs).toISOString(),
        kind: draft.kind,
        ...(note === '' ? {} : { note }),
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
        <ExplainFields
          draft={draft}
          isWrong={isWrong}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <p className={styles['effect']}>{t('explain.effect')}</p>
        {add.error !== null && <FailedState problem={add.error} />}
        <Button type="submit" loading={add.isPending} disabled={isWrong}>
          {t('explain.save')}
        </Button>
      </form>
    </Modal>
  )
}

interface ExplainFieldsProps {
  readonly draft: Draft
  readonly isWrong: boolean
  readonly onChange: (change: Partial<Draft>) => void
}

function ExplainFields({ draft, isWrong, onChange }: ExplainFieldsProps): ReactElement {
  const t = useTranslate()
  return (
    <>
      <NativeSelect
        label={t('explain.kind')}
        value={draft.kind}
        data={Object.entries(KINDS).map(([value, label]) => ({ value, label: t(label) }))}
        onChange={(event) => onChange({ kind: event.currentTarget.value as Kind })}
      />
      <div className={styles['span']}>
        <TextInput
          type="datetime-local"
          label={t('explain.from')}
          value={draft.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('explain.to')}
          value={draft.to}
          error={isWrong ? t('explain.spanWrong') : null}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t('explain.note')}
        maxLength={500}
        value={draft.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      <label className={styles['all']}>
        <input
          type="checkbox"
          checked={draft.isForAll}
          onChange={(event) => onChange({ isForAll: event.currentTarget.checked })}
        />
        {t('explain.forAll')}
      </label>
    </>
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
