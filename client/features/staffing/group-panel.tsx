import { Button, CloseButton } from '@mantine/core'
import type { ReactElement } from 'react'

import { JobProgress } from '../../components/job-progress/job-progress.tsx'
import { ScrollBox } from '../../components/scroll-box.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { groupsAnswer } from './groups-text.ts'
import { type GroupRequirement, useGroupRequirement } from './use-group-requirement.ts'

import styles from './why-panel.module.css'

interface Named {
  readonly id: string
  readonly name: string
}

interface GroupPanelProps {
  readonly requirementId: string
  readonly interval: { readonly startMs: number; readonly endMs: number }
  readonly queues: readonly Named[]
  readonly onClose: () => void
}

/** Who is needed in an interval by combination of competences, beside what the queues need alone. */
export function GroupPanel(props: GroupPanelProps): ReactElement {
  const { requirementId, interval, queues, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const { canPlan } = useAbilities()
  const work = useGroupRequirement(requirementId, interval.startMs)
  const { groups, job, error } = work
  const title = t('groups.title', {
    when: format.weekdayRange(interval.startMs, interval.endMs),
  })
  const isGoing = job.view?.status === 'queued' || job.view?.status === 'running'
  return (
    <section className={styles['panel']} aria-label={title}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{title}</h2>
        <CloseButton aria-label={t('action.close')} onClick={onClose} />
      </div>
      {error !== null && <FailedState problem={error} />}
      {job.view !== null && job.view.status !== 'done' && (
        <JobProgress title={t('groups.job')} job={job.view} onCancel={job.cancel} />
      )}
      {work.isPending && error === null && <LoadingState shape="form" />}
      {groups === null ? (
        <p className={styles['line']}>{t('groups.hint')}</p>
      ) : (
        <Groups groups={groups} queues={queues} />
      )}
      {canPlan && (
        <Button
          variant="default"
          className={styles['ask']}
          loading={work.isOrdering}
          disabled={isGoing}
          onClick={work.order}
        >
          {t(groups === null ? 'groups.ask' : 'groups.again')}
        </Button>
      )}
    </section>
  )
}

interface GroupsProps {
  readonly groups: GroupRequirement
  readonly queues: readonly Named[]
}

function Groups({ groups, queues }: GroupsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <>
      <p className={styles['line']}>{groupsAnswer(groups, { t, format })}</p>
      <div className={styles['tables']}>
        <ByGroup groups={groups} queues={queues} />
        <ByQueue groups={groups} queues={queues} />
      </div>
    </>
  )
}

/** How many of each group are needed, and how many there are. */
function ByGroup({ groups, queues }: GroupsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <ScrollBox className={styles['scroller']} label={t('groups.byGroup')}>
      <table className={styles['table']}>
        <caption>{t('groups.byGroup')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('groups.competences')}</th>
            <th scope="col">{t('requirement.agents')}</th>
            <th scope="col">{t('requirement.rostered')}</th>
            <th scope="col">{t('groups.people')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.groups.map(({ queueIds, agents, rostered, people }) => (
            <tr key={queueIds.join(' ')} data-decides={agents > 0}>
              <th scope="row">{queueIds.map((id) => nameOf(id, queues)).join(' + ')}</th>
              <td>{format.number(agents)}</td>
              <td>{format.number(rostered)}</td>
              <td data-number>
                {format.number(people)}
                {people < rostered && ` — ${t('groups.tooFew')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** What these groups come to for each queue. */
function ByQueue({ groups, queues }: GroupsProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <ScrollBox className={styles['scroller']} label={t('groups.byQueue')}>
      <table className={styles['table']}>
        <caption>{t('groups.byQueue')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('forecast.queue')}</th>
            <th scope="col">{t('groups.alone')}</th>
            <th scope="col">{t('requirement.asa')}</th>
            <th scope="col">{t('requirement.abandonShare')}</th>
            <th scope="col">{t('requirement.serviceLevel')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.queues.map((queue) => (
            <tr key={queue.queueId}>
              <th scope="row">{nameOf(queue.queueId, queues)}</th>
              <td>{format.number(queue.dedicatedAgents)}</td>
              <td>{format.seconds(queue.asaSeconds)}</td>
              <td>{format.percent(queue.abandonShare)}</td>
              <td data-number>
                {queue.serviceLevel === null ? '—' : format.percent(queue.serviceLevel)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function nameOf(id: string, queues: readonly Named[]): string {
  return queues.find((queue) => queue.id === id)?.name ?? ''
}
