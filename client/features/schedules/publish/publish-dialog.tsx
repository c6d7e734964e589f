import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { api } from '../../../lib/api.ts'
import { useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../../lib/problem.ts'
import type { ViolationView } from '../shift-grid/shift-grid-model.ts'
import { ViolationList } from '../violation-list.tsx'
import { type NewerChange, NewerChanges, type NewerChoice } from './newer-changes.tsx'

import styles from '../dialogs.module.css'

interface PublishDialogProps {
  readonly schedule: { readonly id: string; readonly version: number }
  /** `30 ноября – 6 декабря 2026` */
  readonly when: string
  /** How many people have a shift in it. */
  readonly peopleCount: number
  /** The page's answer: how well the weeks are covered. */
  readonly answer: string
  readonly violations: readonly ViolationView[]
  readonly onShow: (violation: ViolationView) => void
  readonly onDone: () => void
  readonly onClose: () => void
}

const SHORT_NOTICE = '/problems/publish-notice-short'

interface Publishing {
  readonly send: () => void
  readonly isPending: boolean
  /** It comes too late for the law: asked a second time. */
  readonly isLate: boolean
  readonly problem: ProblemView | null
  /** What was changed in what is published after the draft was made. */
  readonly changes: readonly NewerChange[]
  readonly choice: NewerChoice
  readonly choose: (choice: NewerChoice) => void
}

function usePublishing({ schedule, onDone, onClose }: PublishDialogProps): Publishing {
  const queries = useQueryClient()
  const [choice, choose] = useState<NewerChoice>('keep')
  const path = { scheduleId: schedule.id }
  const newer = api.useQuery('get', '/api/v1/schedules/{scheduleId}/newer-changes', {
    params: { path },
  })
  const publish = api.useMutation('post', '/api/v1/schedules/{scheduleId}/publish', {
    onSuccess: () => {
      onDone()
      onClose()
    },
    // It may be published, changed or dropped in another tab: what the page shows is read again.
    onError: () => void queries.invalidateQueries(),
  })
  const changes = newer.data?.changes ?? []
  const problem: ProblemView | null = publish.error ?? newer.error
  const isLate = problem?.type === SHORT_NOTICE
  const send = (): void => {
    const chosen = changes.length === 0 ? {} : { newerChanges: choice }
    publish.mutate({ params: { path }, body: { confirmShortNotice: isLate, ...chosen } })
  }
  return { send, isPending: publish.isPending, isLate, problem, changes, choice, choose }
}

/**
 * A schedule is made by a machine: a person confirms it before it binds people (law 94-V,
 * art. 19-1). Broken rules are named instead of the button; a late one asks a second time.
 */
export function PublishDialog(props: PublishDialogProps): ReactElement {
  const { schedule, violations, onClose } = props
  const t = useTranslate()
  const publishing = usePublishing(props)
  const { isLate, changes, choice } = publishing
  const hard = violations.filter(({ isHard }) => isHard)
  // Days that are kept may mend what is broken, as when leave was agreed: it is judged with them in it.
  const mayMend = changes.length > 0 && choice === 'keep'
  const isRefused = hard.length > 0 && !mayMend
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('publish.title', { version: schedule.version })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {isRefused ? (
        <>
          {changes.length > 0 && <NewerChanges {...publishing} onChoose={publishing.choose} />}
          <p className={styles['words']}>{t('publish.refused', { count: hard.length })}</p>
          <ViolationList violations={hard} isCompact onShow={props.onShow} />
        </>
      ) : (
        <>
          <p className={styles['words']}>
            {t('publish.what', { when: props.when, people: props.peopleCount })}
          </p>
          <p className={styles['words']}>{t('publish.coverage', { answer: props.answer })}</p>
          {hard.length > 0 && (
            <p className={styles['words']}>{t('newer.broken', { count: hard.length })}</p>
          )}
          <Reservations publishing={publishing} />
        </>
      )}
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        {!isRefused && (
          <Button onClick={publishing.send} loading={publishing.isPending} data-autofocus>
            {t(isLate ? 'publish.late.confirm' : 'schedule.publish')}
          </Button>
        )}
      </div>
    </Modal>
  )
}

/** What stands against it: newer changes, a late date, a refusal. */
function Reservations({ publishing }: { readonly publishing: Publishing }): ReactElement {
  const { changes, choice, choose, isLate, problem } = publishing
  return (
    <>
      {changes.length > 0 && <NewerChanges changes={changes} choice={choice} onChoose={choose} />}
      {isLate && <NoticeWarning days={Number(problem?.values?.['days'] ?? 0)} />}
      {problem !== null && !isLate && <FailedState problem={problem} />}
    </>
  )
}

function NoticeWarning({ days }: { readonly days: number }): ReactElement {
  const t = useTranslate()
  return (
    <div role="alert" className={styles['law']}>
      <strong>{t('publish.late.law')}</strong>
      <p>{days > 0 ? t('publish.late', { days }) : t('publish.late.begun')}</p>
    </div>
  )
}
