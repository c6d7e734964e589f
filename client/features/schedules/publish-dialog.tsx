import { Button, Modal } from '@mantine/core'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import type { ViolationView } from './shift-grid/shift-grid-model.ts'
import { ViolationList } from './violation-list.tsx'

import styles from './dialogs.module.css'

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

/**
 * A schedule is made by a machine: a person confirms it before it binds people (law 94-V,
 * art. 19-1). Broken rules are named instead of the button; a late one asks a second time.
 */
export function PublishDialog(props: PublishDialogProps): ReactElement {
  const { schedule, violations, onDone, onClose } = props
  const t = useTranslate()
  const publish = api.useMutation('post', '/api/v1/schedules/{scheduleId}/publish', {
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  const hard = violations.filter(({ isHard }) => isHard)
  const problem: ProblemView | null = publish.error
  const isLate = problem?.type === SHORT_NOTICE
  const send = (): void => {
    publish.mutate({
      params: { path: { scheduleId: schedule.id } },
      body: { confirmShortNotice: isLate },
    })
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('publish.title', { version: schedule.version })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {hard.length > 0 ? (
        <>
          <p className={styles['words']}>{t('publish.refused', { count: hard.length })}</p>
          <ViolationList violations={hard} isCompact onShow={props.onShow} />
        </>
      ) : (
        <>
          <p className={styles['words']}>
            {t('publish.what', { when: props.when, people: props.peopleCount })}
          </p>
          <p className={styles['words']}>{t('publish.coverage', { answer: props.answer })}</p>
          {isLate && <NoticeWarning days={Number(problem.values?.['days'] ?? 0)} />}
          {problem !== null && !isLate && <FailedState problem={problem} />}
        </>
      )}
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        {hard.length === 0 && (
          <Button onClick={send} loading={publish.isPending} data-autofocus>
            {t(isLate ? 'publish.late.confirm' : 'schedule.publish')}
          </Button>
        )}
      </div>
    </Modal>
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
