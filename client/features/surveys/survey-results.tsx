import { VisuallyHidden } from '@mantine/core'
import type { ReactElement } from 'react'

import { IntervalTable } from '../../components/interval-table/interval-table.tsx'
import { useFormat, useLocale } from '../../lib/i18n/locale-context.tsx'
import type { Results, Survey } from './use-surveys.ts'

import styles from './surveys.module.css'

interface SurveyResultsProps {
  readonly survey: Survey
  readonly results: Results
}

/** What a survey says: the two factors, every question, and teams that are large enough. */
export function SurveyResults({ survey, results }: SurveyResultsProps): ReactElement {
  const { t, locale } = useLocale()
  const format = useFormat()
  const textOf = (position: number): string =>
    survey.questions.find((one) => one.position === position)?.text[locale] ?? ''
  return (
    <>
      <dl className={styles['factors']}>
        {results.factors.map(({ factor, mean, favourable }) => (
          <div key={factor}>
            <dt>{t(`surveys.factor.${factor}`)}</dt>
            <dd>
              <b>{format.percent(favourable)}</b>{' '}
              <span className={styles['faint']}>
                {t('surveys.mean', { mean: format.number(mean, 2) })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['note']}>{t('surveys.bars')}</p>
      <ul className={styles['bars']}>
        {results.questions.map(({ position, mean, counts }) => (
          <li key={position}>
            <span>{textOf(position)}</span>
            <MarkBar counts={counts} />
            <span className={styles['number']}>{format.number(mean, 2)}</span>
          </li>
        ))}
      </ul>
      {results.groups.length > 0 && <GroupTable groups={results.groups} />}
      {results.hiddenPeople > 0 && (
        <p className={styles['note']}>
          {t('surveys.hidden', { count: results.hiddenPeople, min: survey.groupMin })}
        </p>
      )}
    </>
  )
}

/** How often each mark was given, from 1 on the left to 5; the figures stand in the bar. */
function MarkBar({ counts }: { readonly counts: readonly number[] }): ReactElement {
  const { t } = useLocale()
  const words = counts.map((count, below) => `${below + 1}: ${count}`).join(', ')
  return (
    <span className={styles['bar']}>
      <VisuallyHidden>{t('surveys.marks', { marks: words })}</VisuallyHidden>
      {counts.map(
        (count, below) =>
          count > 0 && (
            // oxlint-disable-next-line react/no-array-index-key -- a mark is its place
            <span key={below} aria-hidden data-mark={below + 1} style={{ flexGrow: count }}>
              {below + 1}: {count}
            </span>
          ),
      )}
    </span>
  )
}

function GroupTable({ groups }: { readonly groups: Results['groups'] }): ReactElement {
  const { t } = useLocale()
  const format = useFormat()
  type Group = Results['groups'][number]
  const share = (group: Group, factor: string): number =>
    group.factors.find((one) => one.factor === factor)?.favourable ?? 0
  return (
    <IntervalTable
      label={t('surveys.groups')}
      rows={groups}
      rowKey={({ team }) => team}
      maxHeightPx={280}
      columns={[
        {
          id: 'team',
          header: t('people.team'),
          align: 'start',
          widthPx: 160,
          text: ({ team }) => (team === '' ? t('surveys.noTeam') : team),
          value: ({ team }) => team,
        },
        {
          id: 'people',
          header: t('surveys.people'),
          align: 'end',
          widthPx: 100,
          text: ({ people }) => format.number(people),
          value: ({ people }) => people,
        },
        ...(['satisfaction', 'experience'] as const).map((factor) => ({
          id: factor,
          header: t(`surveys.short.${factor}`),
          align: 'end' as const,
          widthPx: 180,
          text: (group: Group) => format.percent(share(group, factor)),
          value: (group: Group) => share(group, factor),
        })),
      ]}
    />
  )
}
