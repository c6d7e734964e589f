import type { CSSProperties, ReactElement } from 'react'
import { createPortal } from 'react-dom'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../lib/time-scale.ts'
import { dayText } from './schedule-table.ts'
import type { PersonRow } from './shift-grid/shift-grid-model.ts'

import styles from './schedule-print.module.css'

interface SchedulePrintProps {
  readonly scale: TimeScale
  readonly rows: readonly PersonRow[]
  readonly centre: string
  /** `30 ноября – 6 декабря 2026` */
  readonly when: string
  /** Version and what has become of it. */
  readonly version: string
}

/** A week on one sheet of A3: drawn for the printer alone, whatever the page shows. */
export function SchedulePrint(props: SchedulePrintProps): ReactElement {
  const { scale, rows, centre, when, version } = props
  const t = useTranslate()
  const format = useFormat()
  // A custom property, which React's types of styles do not know.
  const rowCountStyle = { '--kz-print-rows': rows.length } as CSSProperties
  const sheet = (
    <div className={styles['sheet']} style={rowCountStyle}>
      <p className={styles['head']}>
        <strong>{centre}</strong> · {t('print.title', { when })} · {version}
      </p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>{t('table.person')}</th>
            {scale.days.map((day) => (
              <th key={day.startMs}>{format.longDay(day.startMs)}</th>
            ))}
            <th>{t('grid.paidHours')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              {scale.days.map((day) => (
                <td key={day.startMs} data-weekend={day.isWeekend}>
                  {dayText(person, day, format)}
                </td>
              ))}
              <td className={styles['hours']}>
                {format.hours(person.paidSeconds)}
                {person.contractSeconds !== null && ` / ${format.hours(person.contractSeconds)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  // Beside the page, not in it: what prints is this alone.
  return createPortal(sheet, document.body)
}
