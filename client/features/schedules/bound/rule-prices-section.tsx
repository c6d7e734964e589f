import { Button } from '@mantine/core'
import { type ReactElement, useEffect } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { JobProgress } from '../../../components/job-progress/job-progress.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { NoticeBar } from '../../../components/states/notice-bar.tsx'
import { api } from '../../../lib/api.ts'
import { useFormat, useLocale, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../../lib/use-abilities.ts'
import { useJob } from '../../../lib/use-job.ts'
import type { QueueName } from '../shift/shift-panel-props.ts'

import styles from './rule-prices-section.module.css'

type RulePrices = components['schemas']['RulePrices']
type RulePrice = RulePrices['prices'][number]

interface RulePricesSectionProps {
  readonly scheduleId: string
  /** After a change of a shift what was found is told as old. */
  readonly revision: number
  readonly queues: readonly QueueName[]
}

const ROUTE = '/api/v1/schedules/{scheduleId}/rule-prices'

/** What would help most? Each rule relaxed by one unit, found on demand. */
export function RulePricesSection(props: RulePricesSectionProps): ReactElement {
  const t = useTranslate()
  const { canPlan } = useAbilities()
  const { found, isUnasked, job, isOrdering, order, problem } = useRulePrices(props)
  const isGoing = job.view?.status === 'queued' || job.view?.status === 'running'
  return (
    <section aria-label={t('rulePrices.title')} className={styles['section']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('rulePrices.title')}</h2>
        {canPlan && (
          <Button variant="default" loading={isOrdering} disabled={isGoing} onClick={order}>
            {t(found === null ? 'rulePrices.ask' : 'rulePrices.again')}
          </Button>
        )}
      </div>
      {problem !== null && <FailedState problem={problem} />}
      {job.view !== null && job.view.status !== 'done' && (
        <JobProgress title={t('rulePrices.job')} job={job.view} onCancel={job.cancel} />
      )}
      {found !== null && <Found found={found} queues={props.queues} />}
      {isUnasked && !isGoing && <p className={styles['how']}>{t('rulePrices.empty')}</p>}
    </section>
  )
}

function useRulePrices({ scheduleId, revision }: RulePricesSectionProps) {
  const params = { path: { scheduleId } }
  const { data, error, refetch } = api.useQuery('get', ROUTE, { params })
  useEffect(() => void refetch(), [revision, refetch])
  const job = useJob('schedule_rule_prices')
  const ordering = api.useMutation('post', ROUTE, { onSuccess: ({ id }) => job.follow(id) })
  return {
    found: data?.rulePrices ?? null,
    isUnasked: data !== undefined && data.rulePrices === null,
    job,
    isOrdering: ordering.isPending,
    order: () => ordering.mutate({ params }),
    problem: error ?? ordering.error,
  }
}

interface FoundProps {
  readonly found: RulePrices
  readonly queues: readonly QueueName[]
}

function Found({ found, queues }: FoundProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const helpful = found.prices.filter(({ gain }) => gain > 0)
  const isBetter = found.before.cost - found.unrelaxed.cost > 0.5
  return (
    <>
      {found.isStale && <NoticeBar kind="stale" text={t('rulePrices.stale')} />}
      {isBetter && (
        <p className={styles['words']}>
          {t('rulePrices.unrelaxed', {
            gain: format.number(found.before.cost - found.unrelaxed.cost, 1),
          })}
        </p>
      )}
      {helpful.length === 0 ? (
        <output className={styles['words']}>{t('rulePrices.none')}</output>
      ) : (
        <HelpTable prices={helpful} before={found.unrelaxed} queues={queues} />
      )}
      <p className={styles['how']}>
        {t('rulePrices.how', {
          tried: found.prices.length,
          untried: found.untried,
          by: found.madeBy,
          at: format.dateTime(Date.parse(found.madeAt)),
        })}
      </p>
    </>
  )
}

interface HelpTableProps {
  readonly prices: readonly RulePrice[]
  /** The same search with every rule as it is. */
  readonly before: RulePrices['before']
  readonly queues: readonly QueueName[]
}

function HelpTable({ prices, before, queues }: HelpTableProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const words = usePriceWords(queues)
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('rulePrices.column.rule')}</th>
          <th scope="col">{t('rulePrices.column.gain')}</th>
          <th scope="col">{t('rulePrices.column.short')}</th>
          <th scope="col">{t('rulePrices.column.paid')}</th>
        </tr>
      </thead>
      <tbody>
        {prices.map((price) => (
          <tr key={[price.kind, price.contract, price.queueId, price.rule].join(' ')}>
            <th scope="row">{words(price)}</th>
            <td>{format.number(price.gain, 1)}</td>
            <td>{change(before.shortHours, price.figures.shortHours, 1)}</td>
            <td>{change(before.paidHours, price.figures.paidHours, 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function change(from: number, to: number, digits: number): string {
    return `${format.number(from, digits)} → ${format.number(to, digits)}`
  }
}

/** A rule and its one unit as people say it. */
function usePriceWords(queues: readonly QueueName[]): (price: RulePrice) => string {
  const { locale, t } = useLocale()
  const contracts = api.useQuery('get', '/api/v1/contracts').data?.contracts ?? []
  return ({ kind, contract, queueId, rule }) =>
    t(`rulePrices.kind.${kind}`, {
      contract: contracts.find(({ code }) => code === contract)?.name[locale] ?? contract ?? '',
      queue: queues.find(({ id }) => id === queueId)?.name ?? '',
      rule: rule ?? '',
    })
}
