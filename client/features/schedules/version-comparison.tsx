import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Grid } from './shift-edit.ts'
import { gridOptions } from './use-schedule-edits.ts'
import { versionDifference } from './version-difference.ts'

import styles from './version-comparison.module.css'

interface VersionComparisonProps {
  readonly grid: Grid
  readonly other: { readonly id: string; readonly version: number }
}

/** So many people are named; the others are counted. */
const NAMED = 12

/** What another version of the week would change, in words. */
export function VersionComparison({ grid, other }: VersionComparisonProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const { data } = useQuery(gridOptions(other.id))
  if (data === undefined) return null
  const { people, addedShifts, removedShifts, shortHours, violations } = versionDifference(
    grid,
    data,
  )
  const named = people.slice(0, NAMED).map(({ name }) => name)
  return (
    <section className={styles['comparison']} aria-label={t('compare.title', other)}>
      <strong>{t('compare.title', other)}</strong>{' '}
      {people.length === 0
        ? t('compare.same')
        : t('compare.people', {
            count: people.length,
            added: addedShifts,
            removed: removedShifts,
          })}{' '}
      {t('compare.coverage', {
        here: format.number(shortHours.here, 1),
        there: format.number(shortHours.there, 1),
      })}{' '}
      {t('compare.violations', violations)}
      {people.length > 0 && (
        <details>
          <summary>{t('compare.who')}</summary>
          {named.join(', ')}
          {people.length > NAMED && ` ${t('compare.others', { count: people.length - NAMED })}`}
        </details>
      )}
    </section>
  )
}
