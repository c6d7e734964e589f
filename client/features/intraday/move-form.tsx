import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { fromLocalInput, toLocalDate } from '../../lib/centre-time.ts'
import type { Format } from '../../lib/i18n/format.ts'
import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import { type DayPerson, endOf, type Move } from './moves.ts'

import styles from './what-if.module.css'

interface MoveFormProps {
  readonly people: readonly DayPerson[]
  readonly onTry: (move: Move) => void
  /** Whose form is open at first. */
  readonly person?: string | undefined
}

/** A move by hand: whose, what, and to when. Opens at a press. */
export function MoveForm(props: MoveFormProps): ReactElement {
  const t = useTranslate()
  return (
    <details className={styles['byHand']} open={props.person !== undefined}>
      <summary>{t('whatIf.byHand')}</summary>
      <FieldsOfMove {...props} />
    </details>
  )
}

function FieldsOfMove({ people, onTry, person: first = '' }: MoveFormProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const zone = useTimeZone()
  const [personId, setPersonId] = useState(first)
  const [choice, setChoice] = useState('')
  const [clock, setClock] = useState('')
  const person = people.find(({ operatorId }) => operatorId === personId)
  const options = person === undefined ? [] : optionsOf(person, t, format)
  const option = options.find(({ value }) => value === choice)
  const move = option?.moveAt((instant) => {
    const date = toLocalDate(Date.parse(instant), zone)
    const ms = fromLocalInput(`${date}T${clock}`, zone)
    return ms === null || clock === '' ? undefined : new Date(ms).toISOString()
  })
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (move !== undefined) onTry(move)
  }
  return (
    <form className={styles['form']} onSubmit={send}>
      <NativeSelect
        label={t('whatIf.person')}
        value={personId}
        data={[
          { value: '', label: t('exceptions.whom.choose') },
          ...people.map(({ operatorId, name, personnelNumber }) => ({
            value: operatorId,
            label: `${name}, ${personnelNumber}`,
          })),
        ]}
        onChange={(event) => {
          setPersonId(event.currentTarget.value)
          setChoice('')
        }}
      />
      <NativeSelect
        label={t('whatIf.what')}
        value={choice}
        data={[
          { value: '', label: t('exceptions.whom.choose') },
          ...options.map(({ value, label }) => ({ value, label })),
        ]}
        onChange={(event) => setChoice(event.currentTarget.value)}
      />
      {option?.needsClock === true && (
        <TextInput
          type="time"
          step={900}
          label={t('whatIf.when')}
          value={clock}
          onChange={(event) => setClock(event.currentTarget.value)}
        />
      )}
      <Button type="submit" variant="default" disabled={move === undefined}>
        {t('whatIf.try')}
      </Button>
    </form>
  )
}

interface MoveOption {
  readonly value: string
  readonly label: string
  readonly needsClock: boolean
  /** @param clockOn the typed clock on the day of an instant; undefined while it is not typed */
  readonly moveAt: (clockOn: (instant: string) => string | undefined) => Move | undefined
}

/** Everything that can be done with one person's day. */
function optionsOf(person: DayPerson, t: Translate, format: Format): MoveOption[] {
  const { shift } = person
  return shift === null ? callOptions(person, t, format) : shiftOptions(person, shift, t, format)
}

function callOptions(person: DayPerson, t: Translate, format: Format): MoveOption[] {
  return person.shapes.flatMap(({ code, spanMinutes, starts }) =>
    starts.map((startsAt) => ({
      value: `${code} ${startsAt}`,
      label: t('whatIf.option.call', {
        from: format.time(Date.parse(startsAt)),
        to: format.time(Date.parse(endOf(startsAt, spanMinutes))),
      }),
      needsClock: false,
      moveAt: () => ({ kind: 'call', operatorId: person.operatorId, shape: code, startsAt }),
    })),
  )
}

function shiftOptions(
  person: DayPerson,
  shift: NonNullable<DayPerson['shift']>,
  t: Translate,
  format: Format,
): MoveOption[] {
  const time = (instant: string): string => format.time(Date.parse(instant))
  const { id: shiftId, startsAt, endsAt } = shift
  const breaks = shift.breaks.map((pause): MoveOption => ({
    value: pause.startsAt,
    label: t('whatIf.option.break', { from: time(pause.startsAt), to: time(pause.endsAt) }),
    needsClock: true,
    moveAt: (clockOn) => {
      const wanted = clockOn(pause.startsAt)
      if (wanted === undefined) return undefined
      return { kind: 'break', shiftId, breakStartsAt: pause.startsAt, startsAt: wanted }
    },
  }))
  const lengths = person.shapes
    .filter(({ code }) => code !== shift.shape)
    .map(({ code, spanMinutes }): MoveOption => ({
      value: code,
      label: t('whatIf.option.shape', { to: time(endOf(startsAt, spanMinutes)) }),
      needsClock: false,
      moveAt: () => ({ kind: 'shape', shiftId, shape: code }),
    }))
  return [
    ...breaks,
    ...lengths,
    {
      value: 'drop',
      label: t('whatIf.option.drop', { from: time(startsAt), to: time(endsAt) }),
      needsClock: false,
      moveAt: () => ({ kind: 'drop', shiftId }),
    },
  ]
}
