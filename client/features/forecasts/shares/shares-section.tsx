import { SegmentedControl } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { IntervalTable } from '../../../components/interval-table/interval-table.tsx'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { fromLocalInput } from '../../../lib/centre-time.ts'
import { isMessageKey } from '../../../lib/i18n/catalogue.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../../lib/use-date-text.ts'
import { sharesColumns, sharesRows, shownDays } from './shares-rows.ts'
import { type Shares, type Trait, type TraitShares, useShares } from './use-shares.ts'

import viewStyles from '../forecast-view.module.css'
import styles from './shares-section.module.css'

interface SharesSectionProps {
  readonly forecastId: string
  readonly queueId: string | undefined
  /** What is shown above. */
  readonly span: { readonly startMs: number; readonly endMs: number } | null
}

/** In which languages contacts will come, and about what. */
export function SharesSection({ forecastId, queueId, span }: SharesSectionProps): ReactElement {
  const t = useTranslate()
  const { data, error, refetch } = useShares(forecastId, queueId)
  return (
    <section className={viewStyles['section']} aria-label={t('shares.title')}>
      <h2 className={viewStyles['title']}>{t('shares.title')}</h2>
      {data !== undefined && span !== null && <Told shares={data} span={span} />}
      {data === undefined && error !== null && (
        <FailedState problem={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <LoadingState shape="table" />}
    </section>
  )
}

interface ToldProps {
  readonly shares: Shares
  readonly span: NonNullable<SharesSectionProps['span']>
}

/** Topics first where they are told: of many queues the language is known by their name. */
function Told({ shares, span }: ToldProps): ReactElement {
  const t = useTranslate()
  const [asked, setAsked] = useState<Trait>()
  const first = shares.language.kind === 'estimated' ? 'language' : 'topic'
  const trait = asked ?? first
  return (
    <>
      <SegmentedControl
        aria-label={t('shares.by')}
        value={trait}
        onChange={(value) => setAsked(value === 'topic' ? 'topic' : 'language')}
        data={[
          { value: 'language', label: t('shares.language') },
          { value: 'topic', label: t('shares.topic') },
        ]}
      />
      <TraitTable key={trait} trait={trait} shares={shares[trait]} span={span} />
    </>
  )
}

interface TraitTableProps {
  readonly trait: Trait
  readonly shares: TraitShares
  readonly span: ToldProps['span']
}

function TraitTable({ trait, shares, span }: TraitTableProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const nameOf = useTraitName(trait)
  const sourceText = useSourceText({ trait, shares })
  const startOf = (date: string): number => fromLocalInput(`${date}T00:00`, timeZone) ?? 0
  const days = shownDays(shares, span, startOf)
  const rows = sharesRows(shares, days, nameOf)
  return (
    <>
      <p className={styles['answer']}>{sourceText}</p>
      {shares.kind === 'estimated' && (
        <IntervalTable
          label={t(trait === 'language' ? 'shares.table.language' : 'shares.table.topic')}
          columns={sharesColumns({
            t,
            format,
            header: t(trait === 'language' ? 'shares.name.language' : 'shares.name.topic'),
            days,
            startOf,
          })}
          rows={rows}
          rowKey={({ key }) => key}
        />
      )}
    </>
  )
}

/** From what it was learned, or why nothing could be. */
function useSourceText({ trait, shares }: Omit<TraitTableProps, 'span'>): string {
  const t = useTranslate()
  const format = useFormat()
  const dateText = useDateText()
  const nameOf = useTraitName(trait)
  if (shares.kind === 'one_language') {
    return t('shares.oneLanguage', { language: nameOf(shares.names[0] ?? null) })
  }
  if (shares.learnedFrom === null || shares.toldShare === null) {
    return t(trait === 'language' ? 'shares.notTold.language' : 'shares.notTold.topic')
  }
  const { days, from, to } = shares.learnedFrom
  if (shares.kind === 'too_few_days') return t('shares.tooFewDays', { days })
  return t('shares.learnedFrom', {
    days,
    from: dateText(from),
    to: dateText(to),
    told: format.percent(shares.toldShare),
  })
}

/** Languages by their names in the reader's language; topics as the files write them. */
function useTraitName(trait: Trait): (name: string | null) => string {
  const t = useTranslate()
  return (name) => {
    if (name === null) return t('shares.rest')
    const key = `language.${name}`
    return trait === 'language' && isMessageKey(key) ? t(key) : name
  }
}
