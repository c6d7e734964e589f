import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, type ReactElement, useMemo, useState } from 'react'

import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { PersonDrawer } from '../person-drawer.tsx'
import { EffectFacts } from '../proposal/effect-facts.tsx'
import { type Trial, useShiftEffect } from '../proposal/use-shift-effect.ts'
import type { PersonRow } from '../shift-grid/shift-grid-model.ts'
import { allowedStarts, type ShapeView } from './allowed-starts.ts'
import { ShapeSelect } from './shape-select.tsx'
import type { Grid, NewShift } from './shift-edit.ts'
import type { QueueName } from './shift-panel-props.ts'

import styles from './shift-panel.module.css'

interface AddShiftPanelProps {
  readonly person: PersonRow
  /** Any instant of the day. */
  readonly dayMs: number
  /** Those that the person's contract allows. */
  readonly shapes: readonly ShapeView[]
  readonly grid: Grid
  readonly queues: readonly QueueName[]
  readonly onAdd: (shift: NewShift) => void
  readonly onClose: () => void
}

/** A shift by hand on an empty day: of a shape that the contract allows, at a start that the shape has. */
export function AddShiftPanel(props: AddShiftPanelProps): ReactElement {
  const { person, dayMs, onAdd, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const choice = useNewShift(props)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (choice.shift === null) return
    onAdd(choice.shift)
    onClose()
  }
  const absence = person.absences.find((one) => one.startMs <= dayMs && dayMs < one.endMs)
  return (
    <PersonDrawer name={person.name} when={format.longDay(dayMs)} onClose={onClose}>
      <form className={styles['actions']} onSubmit={submit}>
        {absence !== undefined && (
          <p className={styles['note']}>{t('shift.away', { reason: absence.label })}</p>
        )}
        <ShapeSelect shapes={props.shapes} code={choice.code} onChange={choice.setCode} />
        <NativeSelect
          label={t('shift.start')}
          value={String(choice.startMs ?? '')}
          data={choice.starts.map((ms) => ({ value: String(ms), label: format.time(ms) }))}
          onChange={(event) => choice.setStart(Number(event.currentTarget.value))}
        />
        <NewShiftEffect {...props} shift={choice.shift} shape={choice.shape} />
        <Button type="submit" disabled={choice.shift === null}>
          {t('shift.add')}
        </Button>
      </form>
    </PersonDrawer>
  )
}

/** The shape and the start that are chosen; the first that are possible until the planner chooses. */
function useNewShift({ person, dayMs, shapes }: AddShiftPanelProps) {
  const timeZone = useTimeZone()
  const [code, setCode] = useState(shapes[0]?.code ?? '')
  const [chosen, setStart] = useState<number | null>(null)
  const shape = shapes.find((one) => one.code === code)
  const starts = shape === undefined ? [] : allowedStarts(shape, dayMs, timeZone)
  const startMs = chosen !== null && starts.includes(chosen) ? chosen : starts[0]
  const shift: NewShift | null =
    startMs === undefined
      ? null
      : { operatorId: person.id, shape: code, startsAt: new Date(startMs).toISOString() }
  return { code, setCode, shape, starts, startMs, setStart, shift }
}

interface NewShiftEffectProps extends AddShiftPanelProps {
  readonly shift: NewShift | null
  readonly shape: ShapeView | undefined
}

function NewShiftEffect(props: NewShiftEffectProps): ReactElement | null {
  const { shift, shape, grid, queues } = props
  const t = useTranslate()
  const format = useFormat()
  // One object as long as the choice is the same: what rests is asked about, by identity.
  const trial = useMemo<Trial | null>(
    () =>
      shift === null
        ? null
        : {
            kind: 'add',
            shift: { operatorId: shift.operatorId, shape: shift.shape, startsAt: shift.startsAt },
          },
    // oxlint-disable-next-line react/exhaustive-deps -- by what the shift is, not by its object
    [shift?.operatorId, shift?.shape, shift?.startsAt],
  )
  const tried = useShiftEffect(grid.schedule, trial)
  if (shift === null || shape === undefined) return null
  const startMs = Date.parse(shift.startsAt)
  return (
    <div className={styles['proposed']}>
      <p className={styles['note']}>
        {t('shift.addNote', {
          when: format.timeRange(startMs, startMs + shape.spanMinutes * 60_000),
          paid: format.duration(shape.paidMinutes * 60),
        })}
      </p>
      <EffectFacts tried={tried} grid={grid} queues={queues} />
    </div>
  )
}
