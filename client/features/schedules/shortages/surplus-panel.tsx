import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../../api/schema.d.ts'
import { shownPeople } from '../../../components/requirement-strip/coverage-cells.ts'
import { FailedState } from '../../../components/states/failed-state.tsx'
import { LoadingState } from '../../../components/states/loading-state.tsx'
import { api } from '../../../lib/api.ts'
import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { PersonDrawer } from '../person-drawer.tsx'
import type { Grid, ShiftEdit } from '../shift/shift-edit.ts'
import { CostTerms } from './cost-terms.tsx'

import styles from './shortage-panel.module.css'

type Surplus = components['schemas']['Surplus']
type Release = Surplus['releases'][number]

interface SurplusPanelProps {
  /** Any instant of the interval. */
  readonly atMs: number
  readonly grid: Grid
  readonly isReadOnly: boolean
  readonly onEdit: (edit: ShiftEdit) => void
  readonly onClose: () => void
}

/** Why an interval has more people than it needs: who could go, and what stands against it. */
export function SurplusPanel(props: SurplusPanelProps): ReactElement {
  const { atMs, grid, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const params = {
    path: { scheduleId: grid.schedule.id },
    query: { at: new Date(atMs).toISOString() },
  }
  const { data, error } = api.useQuery(
    'get',
    '/api/v1/schedules/{scheduleId}/surplus',
    { params },
    // Asked anew each time: a change since may have mended it.
    { staleTime: 0, gcTime: 0 },
  )
  const when = format.weekdayRange(atMs, atMs + grid.coverage.intervalMinutes * 60_000)
  return (
    <PersonDrawer name={t('surplus.title')} when={when} onClose={onClose}>
      {error !== null && <FailedState problem={error} />}
      {error === null && data === undefined && <LoadingState shape="table" />}
      {data !== undefined && <Reasons {...props} surplus={data} />}
    </PersonDrawer>
  )
}

function Reasons({
  surplus,
  ...props
}: SurplusPanelProps & { readonly surplus: Surplus }): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { releases, others, bound } = surplus
  const { required, scheduled, difference } = shownPeople(surplus)
  const cheapest = releases[0]
  return (
    <>
      <p className={styles['sum']}>
        {t('surplus.sum', {
          required: format.people(required),
          scheduled: format.people(scheduled),
          over: format.people(difference),
        })}{' '}
        {cheapest !== undefined && t(cheapest.cost < 0 ? 'surplus.better' : 'surplus.kept')}
      </p>
      <h3 className={styles['title']}>{t('surplus.releases')}</h3>
      <ul className={styles['people']}>
        {releases.map((release) => (
          <Going key={release.operatorId} {...props} release={release} />
        ))}
      </ul>
      {others > 0 && <p className={styles['sum']}>{t('surplus.others', { count: others })}</p>}
      {bound > 0 && <p className={styles['sum']}>{t('surplus.bound', { count: bound })}</p>}
      <p className={styles['terms']}>{t('shortage.how')}</p>
    </>
  )
}

/** Somebody who may legally be elsewhere or off then, and why they are not. */
function Going(props: SurplusPanelProps & { readonly release: Release }): ReactElement | null {
  const { grid, release, isReadOnly, onEdit, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const { to } = release
  const shift = grid.shifts.find(({ id }) => id === release.shiftId)
  const name = grid.operators.find(({ id }) => id === release.operatorId)?.name
  if (shift === undefined) return null
  const spanMinutes = grid.shapes.find(({ code }) => code === to?.shape)?.spanMinutes ?? 0
  const startMs = to === null ? 0 : Date.parse(to.startsAt)
  const go = (): void => {
    onEdit(
      to === null
        ? { kind: 'remove', shiftId: shift.id }
        : { kind: 'place', shiftId: shift.id, ...to },
    )
    onClose()
  }
  return (
    <li>
      <b>{name}</b>{' '}
      <span className={styles['when']}>
        {t('effect.times', {
          from: format.weekdayRange(Date.parse(shift.startsAt), Date.parse(shift.endsAt)),
          to:
            to === null
              ? t('grid.noShift')
              : format.weekdayRange(startMs, startMs + spanMinutes * 60_000),
        })}
      </span>
      {' · '}
      {t('shortage.cost', { cost: format.signed(release.cost, 1) })}{' '}
      {!isReadOnly && (
        <Button variant="default" size="compact-sm" onClick={go}>
          {t(to === null ? 'surplus.off' : 'shortage.move')}
        </Button>
      )}
      <CostTerms terms={release.terms} />
    </li>
  )
}
