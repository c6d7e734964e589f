import { UnstyledButton } from '@mantine/core'
import { IconHome, IconLockFilled, IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import type { CoverageInterval } from '../../components/requirement-strip/coverage-cells.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { shiftParts } from '../../lib/shift-parts.ts'
import type { ScaleDay, TimeScale } from '../../lib/time-scale.ts'
import { onDay, type PersonOnDay } from './people-on-day.ts'
import type { PersonRow, ViolationView } from './shift-grid/shift-grid-model.ts'
import { shortages } from './shortages/coverage-headline.ts'

import styles from './day-list.module.css'

interface DayListProps {
  readonly scale: TimeScale
  readonly rows: readonly PersonRow[]
  readonly coverage: readonly CoverageInterval[]
  readonly violations: readonly ViolationView[]
  /** Index into the scale's days. */
  readonly day: number
  readonly isReadOnly: boolean
  readonly onDay: (day: number) => void
  readonly onOpen: (shiftId: string) => void
  readonly onAdd: (personId: string, dayMs: number) => void
}

/** A week on a telephone: a day at a time, who comes in the order of their coming, who does not. */
export function DayList(props: DayListProps): ReactElement {
  const { scale, rows } = props
  const shown = scale.days[Math.min(props.day, scale.days.length - 1)]
  if (shown === undefined) return <></>
  const { working, free, away } = onDay(rows, shown)
  return (
    <section>
      <DayTabs {...props} shown={shown} />
      <DayAnswer {...props} shown={shown} />
      <WorkingPeople {...props} working={working} />
      <AwayPeople away={away} />
      <FreePeople {...props} shown={shown} free={free} />
    </section>
  )
}

interface ShownDayProps extends DayListProps {
  readonly shown: ScaleDay
}

function DayTabs({ scale, shown, coverage, onDay: choose }: ShownDayProps): ReactElement {
  const format = useFormat()
  return (
    <div className={styles['days']}>
      {scale.days.map((day, at) => (
        <UnstyledButton
          key={day.startMs}
          className={styles['day']}
          aria-pressed={day === shown}
          data-short={worstOn(coverage, day) !== undefined}
          onClick={() => choose(at)}
        >
          {format.shortDay(day.startMs)}
        </UnstyledButton>
      ))}
    </div>
  )
}

type OnDay = ReturnType<typeof onDay>

function WorkingPeople(props: DayListProps & Pick<OnDay, 'working'>): ReactElement {
  const { working, violations, onOpen } = props
  const t = useTranslate()
  return (
    <>
      <h2 className={styles['title']}>{t('day.working', { count: working.length })}</h2>
      <ul className={styles['people']}>
        {working.map((one) => (
          <li key={one.shift.id}>
            <Working one={one} violations={violations} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  )
}

function AwayPeople({ away }: Pick<OnDay, 'away'>): ReactElement | null {
  const t = useTranslate()
  if (away.length === 0) return null
  return (
    <>
      <h2 className={styles['title']}>{t('day.away', { count: away.length })}</h2>
      <ul className={styles['people']}>
        {away.map(({ person, label }) => (
          <li key={person.id} className={styles['person']}>
            <span>{person.name}</span>
            <span className={styles['soft']}>{label}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function FreePeople(props: ShownDayProps & Pick<OnDay, 'free'>): ReactElement {
  const { free, shown, isReadOnly, onAdd } = props
  const t = useTranslate()
  return (
    <>
      <h2 className={styles['title']}>{t('day.free', { count: free.length })}</h2>
      <ul className={styles['people']}>
        {free.map((person) => (
          <li key={person.id}>
            <UnstyledButton
              className={styles['person']}
              disabled={isReadOnly}
              onClick={() => onAdd(person.id, shown.startMs)}
            >
              <span>{person.name}</span>
              {!isReadOnly && (
                <span className={styles['soft']}>
                  <IconPlus size={14} aria-hidden /> {t('shift.add')}
                </span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}

function worstOn(coverage: readonly CoverageInterval[], day: ScaleDay) {
  return shortages(
    coverage.filter(({ startMs }) => startMs >= day.startMs && startMs < day.endMs),
  )[0]
}

function DayAnswer({ coverage, shown }: ShownDayProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const worst = worstOn(coverage, shown)
  return (
    <p className={styles['answer']} data-short={worst !== undefined}>
      {worst === undefined
        ? t('day.covered', { day: format.longDay(shown.startMs) })
        : t('day.short', {
            day: format.longDay(shown.startMs),
            when: format.timeRange(worst.startMs, worst.endMs),
            missing: format.signedPeople(-worst.missing),
          })}
    </p>
  )
}

interface WorkingProps {
  readonly one: PersonOnDay
  readonly violations: readonly ViolationView[]
  readonly onOpen: (shiftId: string) => void
}

function Working({ one, violations, onOpen }: WorkingProps): ReactElement {
  const { person, shift } = one
  const t = useTranslate()
  const format = useFormat()
  const broken = violations.filter(({ shiftId }) => shiftId === shift.id)
  return (
    <UnstyledButton className={styles['person']} onClick={() => onOpen(shift.id)}>
      <span>
        {person.name}
        {broken.length > 0 && (
          <b className={styles['law']}> § {t('grid.violations', { count: broken.length })}</b>
        )}
      </span>
      <span className={styles['time']}>
        {shift.place.at === 'home' && <IconHome size={13} aria-label={t('workPlace.home')} />}{' '}
        {shift.isLocked && <IconLockFilled size={12} aria-label={t('grid.locked')} />}{' '}
        {shiftParts(shift, shift.breaks)
          .map((part) => format.timeRange(part.startMs, part.endMs))
          .join(', ')}
      </span>
    </UnstyledButton>
  )
}
