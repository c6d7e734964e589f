import { Button, Modal } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { fromLocalInput, toLocalInput } from '../../lib/centre-time.ts'
import { useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ExceptionFields } from './exception-fields.tsx'
import { type ExceptionDraft, spanOf } from './exceptions.ts'

import styles from './explain-dialog.module.css'

interface ExplainDialogProps {
  readonly row: Pick<
    components['schemas']['BoardRow'],
    'operatorId' | 'name' | 'outSince' | 'activityUntil'
  >
  readonly nowMs: number
  readonly onClose: () => void
}

interface Draft extends ExceptionDraft {
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
  const span = spanOf(draft, (local) => fromLocalInput(local, zone))
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (span === undefined) return
    add.mutate({ body: { ...span, operatorIds: draft.isForAll ? null : [row.operatorId] } })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('explain.title', { name: row.name })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form className={styles['form']} onSubmit={send}>
        <ExceptionFields
          draft={draft}
          isWrong={span === undefined}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <label className={styles['all']}>
          <input
            type="checkbox"
            checked={draft.isForAll}
            onChange={(event) => setDraft({ ...draft, isForAll: event.currentTarget.checked })}
          />
          {t('explain.forAll')}
        </label>
        <p className={styles['effect']}>{t('explain.effect')}</p>
        {add.error !== null && <FailedState problem={add.error} />}
        <Button type="submit" loading={add.isPending} disabled={span === undefined}>
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
