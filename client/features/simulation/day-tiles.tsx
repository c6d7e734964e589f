import type { ReactElement } from 'react'

import { fromLocalInput } from '../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { JudgedSpan, Simulation } from './simulation-model.ts'
import { chanceText, isUnlikely, percentText, secondsText } from './simulation-text.ts'

import styles from './simulation.module.css'

interface DayTilesProps {
  readonly days: readonly JudgedSpan[]
  readonly week: JudgedSpan
  readonly halfYear: Simulation['halfYear']
}

/** How likely each day, the week and the half-year keep the promise, and the wait behind it. */
export function DayTiles({ days, week, halfYear }: DayTilesProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const dayName = (date: string): string =>
    format.shortDay(fromLocalInput(`${date}T00:00`, timeZone) ?? 0)
  return (
    <ul className={styles['tiles']} aria-label={t('simulation.tiles')}>
      {days.map((day) => (
        <Tile key={day.fromDate} name={dayName(day.fromDate)} span={day} />
      ))}
      <Tile name={t('simulation.week')} span={week} isWhole />
      {halfYear !== null && <Tile name={t('simulation.halfYear')} span={halfYear} isWhole />}
    </ul>
  )
}

interface TileProps {
  readonly name: string
  readonly span: Pick<JudgedSpan, 'keptChance' | 'asaSeconds' | 'abandonShare'>
  readonly isWhole?: boolean
}

function Tile({ name, span, isWhole = false }: TileProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { keptChance, asaSeconds, abandonShare } = span
  return (
    <li className={styles['tile']} data-whole={isWhole} data-unlikely={isUnlikely(keptChance)}>
      <span className={styles['tileName']}>{name}</span>
      <b className={styles['chance']}>
        {keptChance === null ? '—' : chanceText(keptChance, { t, format })}
      </b>
      {isUnlikely(keptChance) && (
        <span className={styles['unlikely']}>{t('simulation.unlikely')}</span>
      )}
      <span className={styles['figure']}>
        {t('simulation.tile.wait', { value: secondsText(asaSeconds, { t, format }) })}
      </span>
      <span className={styles['figure']}>
        {t('simulation.tile.lost', { value: percentText(abandonShare, { t, format }) })}
      </span>
    </li>
  )
}
