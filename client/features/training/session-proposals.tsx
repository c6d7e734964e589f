import { Button, NativeSelect } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { api, fetchClient } from '../../lib/api.ts'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useDateText } from '../../lib/use-date-text.ts'
import type { Proposal } from './use-training.ts'

import styles from './training.module.css'

interface SessionProposalsProps {
  readonly courseCode: string
  readonly people: readonly string[]
  readonly onTake: (proposal: Proposal) => void
}

/** Times in the week of a schedule, by what they cost; the reader takes one, or none. */
export function SessionProposals(props: SessionProposalsProps): ReactElement {
  const { courseCode, people, onTake } = props
  const { t } = useLocale()
  const date = useDateText()
  const schedules = api.useQuery('get', '/api/v1/schedules').data?.schedules ?? []
  const open = schedules.filter(({ status }) => status !== 'superseded')
  const [chosen, setChosen] = useState('')
  const [found, setFound] = useState<readonly Proposal[] | null>(null)
  const [problem, setProblem] = useState<ProblemView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const scheduleId = chosen === '' ? (open[0]?.id ?? '') : chosen
  const find = async (): Promise<void> => {
    setBusy(true)
    const body = { scheduleId, courseCode, operatorIds: [...people] }
    const answer = await fetchClient.POST('/api/v1/training-session-proposals', { body })
    setBusy(false)
    setProblem(answer.error ?? null)
    setFound(answer.data?.proposals ?? null)
  }
  if (open.length === 0) return <p className={styles['note']}>{t('training.noSchedule')}</p>
  return (
    <>
      <div className={styles['line']}>
        <NativeSelect
          label={t('training.schedule')}
          value={scheduleId}
          data={open.map(({ id, version, fromDate, status }) => ({
            value: id,
            label: t('training.scheduleOption', {
              version,
              date: date(fromDate),
              status: t(`version.status.${status}`),
            }),
          }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
        <Button
          variant="default"
          loading={isBusy}
          disabled={people.length === 0 || courseCode === ''}
          onClick={() => void find()}
        >
          {t('training.find')}
        </Button>
      </div>
      {problem !== null && <FailedState problem={problem} />}
      {found !== null && <Found proposals={found} onTake={onTake} />}
    </>
  )
}

interface FoundProps {
  readonly proposals: readonly Proposal[]
  readonly onTake: (proposal: Proposal) => void
}

function Found({ proposals, onTake }: FoundProps): ReactElement {
  const { t } = useLocale()
  if (proposals.length === 0) return <p className={styles['note']}>{t('training.noTime')}</p>
  return (
    <fieldset className={styles['proposals']}>
      <legend className={styles['note']}>{t('training.proposals')}</legend>
      {proposals.map((proposal) => (
        <ProposalLine
          key={proposal.startsAt}
          proposal={proposal}
          asked={proposal.present.length + proposal.missing.length}
          onTake={() => onTake(proposal)}
        />
      ))}
    </fieldset>
  )
}

interface ProposalLineProps {
  readonly proposal: Proposal
  readonly asked: number
  readonly onTake: () => void
}

function ProposalLine({ proposal, asked, onTake }: ProposalLineProps): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  const { startsAt, endsAt, present, shortAgentHours, worstShort } = proposal
  const isShort = shortAgentHours > 0
  return (
    <label className={styles['proposal']}>
      <input type="radio" name="proposal" onChange={onTake} />
      <span>
        {format.date(Date.parse(startsAt))},{' '}
        {format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt))};{' '}
        {t('training.willCome', { present: present.length, asked })}
      </span>
      <span className={isShort ? styles['under'] : undefined}>
        {isShort
          ? t('training.short', {
              hours: format.number(shortAgentHours, 1),
              worst: format.number(worstShort, 1),
            })
          : t('training.noShort')}
      </span>
      <span>{waitText(proposal, t, format)}</span>
    </label>
  )
}

function waitText(
  { waitBeforeSeconds, waitAfterSeconds, waitTargetSeconds }: Proposal,
  t: ReturnType<typeof useLocale>['t'],
  format: ReturnType<typeof useFormat>,
): string {
  if (waitBeforeSeconds === null && waitAfterSeconds === null) return ''
  const seconds = (value: number | null): string =>
    value === null ? t('training.lineGrows') : format.seconds(value)
  const change = t('training.wait', {
    before: seconds(waitBeforeSeconds),
    after: seconds(waitAfterSeconds),
  })
  return waitTargetSeconds === null
    ? change
    : `${change}, ${t('training.waitTarget', { target: format.seconds(waitTargetSeconds) })}`
}
