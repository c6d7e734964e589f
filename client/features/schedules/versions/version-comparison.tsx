import { CloseButton, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useMemo } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { Grid, Shift } from '../shift/shift-edit.ts'
import { gridOptions } from '../use-schedule-edits.ts'
import type { Schedule } from './schedule-versions.ts'
import {
  type PersonDifference,
  type VersionDifference,
  versionDifference,
} from './version-difference.ts'

import styles from './version-comparison.module.css'

interface VersionComparisonProps {
  readonly grid: Grid
  readonly against: Schedule
  /** Every other version of the week. */
  readonly others: readonly Schedule[]
  readonly onChoose: (version: number | undefined) => void
}

/** What the shown version changes of another, in words: coverage, breaches, and whose shifts. */
export function VersionComparison(props: VersionComparisonProps): ReactElement {
  const { grid, against, others, onChoose } = props
  const t = useTranslate()
  const { data } = useQuery(gridOptions(against.id))
  const difference = useMemo(
    () => (data === undefined ? null : versionDifference(grid, data)),
    [grid, data],
  )
  return (
    <section className={styles['comparison']} aria-label={t('compare.title')}>
      <div className={styles['head']}>
        <strong>{t('compare.title')}</strong>
        <NativeSelect
          aria-label={t('compare.with')}
          value={String(against.version)}
          data={others.map(({ version, status }) => ({
            value: String(version),
            label: t('version.named', { version, status: t(`version.status.${status}`) }),
          }))}
          onChange={(event) => onChoose(Number(event.currentTarget.value))}
        />
        <CloseButton
          aria-label={t('action.close')}
          className={styles['close']}
          onClick={() => onChoose(undefined)}
        />
      </div>
      {difference !== null && <Difference difference={difference} />}
    </section>
  )
}

function Difference({ difference }: { readonly difference: VersionDifference }): ReactElement {
  const { people, shortHours, paidHours, violations } = difference
  const t = useTranslate()
  const format = useFormat()
  const come = people.reduce((sum, one) => sum + one.come.length, 0)
  const gone = people.reduce((sum, one) => sum + one.gone.length, 0)
  return (
    <>
      <p className={styles['words']}>
        {people.length === 0
          ? t('compare.same')
          : t('compare.people', { count: people.length, added: come, removed: gone })}{' '}
        {t('compare.coverage', {
          here: format.number(shortHours.here, 1),
          there: format.number(shortHours.there, 1),
        })}{' '}
        {t('compare.paid', {
          here: format.number(paidHours.here),
          there: format.number(paidHours.there),
        })}{' '}
        {t('compare.violations', violations)}
      </p>
      {people.length > 0 && (
        <details>
          <summary>{t('compare.who')}</summary>
          <ul className={styles['people']}>
            {people.map((person) => (
              <li key={person.id}>
                <PersonChange person={person} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** `Айгерім: пн 09:00–18:00 → пн 10:00–19:00` */
function PersonChange({ person }: { readonly person: PersonDifference }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const named = (shifts: readonly Shift[]): string =>
    shifts.length === 0
      ? t('grid.noShift')
      : shifts
          .map(({ startsAt, endsAt, workPlace }) => {
            const when = format.weekdayRange(Date.parse(startsAt), Date.parse(endsAt))
            return workPlace === null ? when : `${when} (${t(`workPlace.${workPlace}`)})`
          })
          .join(', ')
  return (
    <>
      <b>{person.name}</b>: {named(person.gone)} → {named(person.come)}
    </>
  )
}
