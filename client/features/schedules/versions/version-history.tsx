import { Anchor, Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { FailedState } from '../../../components/states/failed-state.tsx'
import { api } from '../../../lib/api.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../../lib/use-abilities.ts'
import type { Schedule } from './schedule-versions.ts'
import { changeWords } from './version-words.ts'

import styles from './version-history.module.css'

interface VersionHistoryProps {
  /** Of the week, newest first. */
  readonly versions: readonly Schedule[]
  readonly shown: number
  readonly onShow: (version: number) => void
  /** A new version is in force. */
  readonly onUndone: () => void
}

/** Who made each version of the week, when and why; what changed the published one can be taken back. */
export function VersionHistory(props: VersionHistoryProps): ReactElement {
  const { versions, shown, onShow, onUndone } = props
  const t = useTranslate()
  const { canPlan } = useAbilities()
  const undo = api.useMutation('post', '/api/v1/schedules/{scheduleId}/undo', {
    onSuccess: onUndone,
  })
  return (
    <section aria-label={t('version.history')} className={styles['section']}>
      <h2 className={styles['title']}>{t('version.history')}</h2>
      {undo.error !== null && <FailedState problem={undo.error} />}
      <ol className={styles['list']}>
        {versions.map((schedule) => (
          <li key={schedule.id} className={styles['item']}>
            <Told schedule={schedule} isShown={schedule.version === shown} onShow={onShow} />
            {canPlan && canUndo(schedule) && (
              <Button
                variant="default"
                size="xs"
                loading={undo.isPending}
                aria-label={t('version.undo.named', { version: schedule.version })}
                onClick={() => undo.mutate({ params: { path: { scheduleId: schedule.id } } })}
              >
                {t('version.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The server says whether something newer has touched the same shifts. */
function canUndo({ changedFrom, publishedAt }: Schedule): boolean {
  return changedFrom !== null && publishedAt !== null
}

interface ToldProps {
  readonly schedule: Schedule
  readonly isShown: boolean
  readonly onShow: (version: number) => void
}

/** `Версия 5, опубликована: обмен сменами · Ержан, 26 ноября 2026, 10:00` */
function Told({ schedule, isShown, onShow }: ToldProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { version, status } = schedule
  const name = t('version.named', { version, status: t(`version.status.${status}`) })
  return (
    <span>
      {isShown ? (
        <b>{name}</b>
      ) : (
        <Anchor component="button" type="button" inherit onClick={() => onShow(version)}>
          {name}
        </Anchor>
      )}
      {': '}
      {changeWords(schedule, t)}{' '}
      <span className={styles['who']}>
        · {schedule.madeBy}, {format.dateTime(Date.parse(schedule.madeAt))}
      </span>
    </span>
  )
}
