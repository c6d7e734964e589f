import { NativeSelect, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { type Answer, PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { FIGURE_GROUPS, type FigureGroup } from '../../features/adherence/figure-rows.ts'
import { FiguresView } from '../../features/adherence/figures-view.tsx'
import { DaySections } from '../../features/intraday/day-sections.tsx'
import { api } from '../../lib/api.ts'
import {
  addLocalDays,
  fromLocalInput,
  startOfLocalDay,
  toLocalDate,
} from '../../lib/centre-time.ts'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { useNow } from '../../lib/use-now.ts'

import styles from '../../features/adherence/policy.module.css'

const MINUTE_MS = 60_000
const DAYS_USUAL = 7
const OF_THE_DAY = ''

/** How well were shifts kept? Of any past days, judged again by any version of the policy. */
export function FiguresPage(): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const zone = useTimeZone()
  const today = startOfLocalDay(useNow(MINUTE_MS), zone)
  const [from, setFrom] = useState(() => toLocalDate(addLocalDays(today, -DAYS_USUAL, zone), zone))
  const [last, setLast] = useState(() => toLocalDate(addLocalDays(today, -1, zone), zone))
  const [version, setVersion] = useState(OF_THE_DAY)
  const [group, setGroup] = useState<FigureGroup>('person')
  const lastMs = fromLocalInput(last, zone) ?? today
  const report = api.useQuery('get', '/api/v1/adherence', {
    params: {
      query: {
        from,
        to: toLocalDate(addLocalDays(lastMs, 1, zone), zone),
        ...(version === OF_THE_DAY ? {} : { policyVersion: Number(version) }),
      },
    },
  })
  return (
    <>
      <DaySections />
      <PageHeadline
        question={t('figures.question')}
        answer={report.data === undefined ? null : answerOf(report.data, t, format)}
      />
      <div className={styles['line']}>
        <TextInput
          type="date"
          label={t('figures.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('figures.last')}
          value={last}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
        <Choices group={group} onGroup={setGroup} version={version} onVersion={setVersion} />
      </div>
      {report.error !== null && <FailedState problem={report.error} />}
      {report.isLoading && <LoadingState shape="table" />}
      {report.data !== undefined && <FiguresView report={report.data} group={group} />}
    </>
  )
}

interface ChoicesProps {
  readonly group: FigureGroup
  readonly onGroup: (group: FigureGroup) => void
  /** `OF_THE_DAY`, or the number of a version. */
  readonly version: string
  readonly onVersion: (version: string) => void
}

/** What a row is, and by which policy it is judged. */
function Choices({ group, onGroup, version, onVersion }: ChoicesProps): ReactElement {
  const t = useTranslate()
  const policies = api.useQuery('get', '/api/v1/adherence/policies').data?.policies ?? []
  return (
    <>
      <NativeSelect
        label={t('figures.by')}
        value={group}
        data={FIGURE_GROUPS.map((one) => ({ value: one, label: t(`figures.by.${one}`) }))}
        onChange={(event) => onGroup(event.currentTarget.value as FigureGroup)}
      />
      <NativeSelect
        label={t('figures.judgedBy')}
        value={version}
        data={[
          { value: OF_THE_DAY, label: t('figures.ofTheDay') },
          ...policies.map((one) => ({
            value: String(one.version),
            label: t('policy.version', { version: one.version }),
          })),
        ]}
        onChange={(event) => onVersion(event.currentTarget.value)}
      />
    </>
  )
}

function answerOf(
  {
    adherence,
    policyVersions,
  }: { readonly adherence: number | null; readonly policyVersions: readonly number[] },
  t: Translate,
  format: Format,
): Answer {
  if (adherence === null) return { text: t('figures.answer.unknown'), tone: 'unknown' }
  return {
    text: t('figures.answer', {
      share: format.percent(adherence),
      versions: policyVersions.join(', '),
    }),
    tone: 'covered',
  }
}
