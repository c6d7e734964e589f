import { type CSSProperties, type ReactElement, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import type { TimeScale } from '../../../lib/time-scale.ts'
import { dayText } from '../schedule-table.ts'
import type { ScheduleWeekProps } from '../schedule-week-props.ts'
import type { PersonRow } from '../shift-grid/shift-grid-model.ts'
import { spanText } from '../shift/span-text.ts'

import styles from './schedule-print.module.css'

interface SchedulePrintProps extends Pick<ScheduleWeekProps, 'schedule' | 'centre'> {
  readonly scale: TimeScale
  readonly rows: readonly PersonRow[]
}

/** A week on one sheet of A3: drawn for the printer alone, whatever the page shows. */
export function SchedulePrint(props: SchedulePrintProps): ReactElement | null {
  // Beside the page, not in it: what prints is this alone.
  return useIsPrinting() ? createPortal(<Sheet {...props} />, document.body) : null
}

/** A thousand rows that nobody sees would slow every change: the sheet is there while it prints. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal })
    addEventListener('afterprint', () => setPrinting(false), { signal })
    return () => listening.abort()
  }, [])
  return isPrinting
}

function Sheet({ scale, rows, centre, schedule }: SchedulePrintProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { version, status } = schedule
  // A custom property, which React's types of styles do not know.
  const rowCountStyle = { '--kz-print-rows': rows.length } as CSSProperties
  return (
    <div className={styles['sheet']} style={rowCountStyle}>
      <p className={styles['head']}>
        <strong>{centre}</strong> · {t('print.title', { when: spanText(scale, format) })} ·{' '}
        {t('version.named', { version, status: t(`version.status.${status}`) })}
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
            <SheetRow key={person.id} person={person} scale={scale} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SheetRowProps {
  readonly person: PersonRow
  readonly scale: TimeScale
}

function SheetRow({ person, scale }: SheetRowProps): ReactElement {
  const format = useFormat()
  const home = useTranslate()('workPlace.home')
  return (
    <tr>
      <th scope="row">{person.name}</th>
      {scale.days.map((day) => (
        <td key={day.startMs} data-weekend={day.isWeekend}>
          {dayText(person, day, { format, home })}
        </td>
      ))}
      <td className={styles['hours']}>
        {format.hours(person.paidSeconds)}
        {person.contractSeconds !== null && ` / ${format.hours(person.contractSeconds)}`}
      </td>
    </tr>
  )
}
