import { Button, Drawer, NativeSelect } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { allowedStarts, type ShapeView } from './allowed-starts.ts'
import type { NewShift } from './shift-edit.ts'
import type { PersonRow } from './shift-grid/shift-grid-model.ts'

import styles from './shift-panel.module.css'

interface AddShiftPanelProps {
  readonly person: PersonRow
  /** Any instant of the day. */
  readonly dayMs: number
  /** Those that the person's contract allows. */
  readonly shapes: readonly ShapeView[]
  readonly onAdd: (shift: NewShift) => void
  readonly onClose: () => void
}

/** A shift by hand on an empty day: of a shape that the contract allows, at a start that the shape has. */
export function AddShiftPanel(props: AddShiftPanelProps): ReactElement {
  const { person, dayMs, shapes, onAdd, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const [code, setCode] = useState(shapes[0]?.code ?? '')
  const [chosen, setChosen] = useState<number | null>(null)
  const shape = shapes.find((one) => one.code === code)
  const starts = shape === undefined ? [] : allowedStarts(shape, dayMs, timeZone)
  const startMs = chosen !== null && starts.includes(chosen) ? chosen : starts[0]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (startMs === undefined) return
    const startsAt = new Date(startMs).toISOString()
    onAdd({ operatorId: person.id, shape: code, startsAt })
    onClose()
  }
  const absence = person.absences.find((one) => one.startMs <= dayMs && dayMs < one.endMs)
  return (
    <Drawer
      opened
      position="right"
      size={400}
      onClose={onClose}
      title={
        <>
          <strong className={styles['name']}>{person.name}</strong>
          <span className={styles['when']}>{format.longDay(dayMs)}</span>
        </>
      }
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form className={styles['actions']} onSubmit={submit}>
        {absence !== undefined && (
          <p className={styles['note']}>{t('shift.away', { reason: absence.label })}</p>
        )}
        <NativeSelect
          label={t('shift.shape')}
          data-autofocus
          value={code}
          data={shapes.map((one) => ({
            value: one.code,
            label: t('shift.shapeOption', {
              code: one.code,
              span: format.duration(one.spanMinutes * 60),
            }),
          }))}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('shift.start')}
          value={String(startMs ?? '')}
          data={starts.map((ms) => ({ value: String(ms), label: format.time(ms) }))}
          onChange={(event) => setChosen(Number(event.currentTarget.value))}
        />
        {shape !== undefined && startMs !== undefined && (
          <p className={styles['note']}>
            {t('shift.addNote', {
              when: format.timeRange(startMs, startMs + shape.spanMinutes * 60_000),
              paid: format.duration(shape.paidMinutes * 60),
            })}
          </p>
        )}
        <Button type="submit" disabled={startMs === undefined}>
          {t('shift.add')}
        </Button>
      </form>
    </Drawer>
  )
}
