import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'

import { DATE_NAMES } from '../../lib/i18n/date-names.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { fieldProblem } from './field-problem.ts'
import {
  clockMinutes,
  clockText,
  copyDay,
  DAY_MINUTES,
  endMinutes,
  isOrdered,
  isRoundTheClock,
  type Opening,
  type OpeningWeek,
  withDay,
  withStretch,
} from './opening-hours.ts'

import styles from './settings.module.css'

interface OpeningHoursEditorProps {
  readonly week: OpeningWeek
  readonly isReadOnly: boolean
  readonly onSave: (week: OpeningWeek) => Promise<ProblemView | null>
}

const DAYS = [0, 1, 2, 3, 4, 5, 6]
const COPY_TARGETS = [
  { label: 'settings.hours.toAll', days: DAYS },
  { label: 'settings.hours.toWorkdays', days: [0, 1, 2, 3, 4] },
  { label: 'settings.hours.toWeekend', days: [5, 6] },
] as const

/** When a queue is open, day by day. A change is saved as soon as the day makes sense. */
export function OpeningHoursEditor(props: OpeningHoursEditorProps): ReactElement {
  const { isReadOnly, onSave } = props
  const { locale, t } = useLocale()
  // What is typed stays here until the server has it: half a change is not shown as saved.
  const [draft, setDraft] = useState<OpeningWeek | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  useUnsaved(fault !== null)
  const week = draft ?? props.week
  const change = async (next: OpeningWeek): Promise<void> => {
    setDraft(next)
    if (!next.every(isOrdered)) {
      setFault(t('settings.hours.fault'))
      return
    }
    const problem = await onSave(next)
    setFault(problem === null ? null : fieldProblem(problem, t))
    if (problem === null) setDraft(null)
  }
  return (
    <>
      <ul className={styles['week']}>
        {DAYS.map((day) => (
          <li key={day} className={styles['day']}>
            <span className={styles['dayName']}>{DATE_NAMES[locale].weekdays[day]}</span>
            <DayHours
              dayName={DATE_NAMES[locale].weekdays[day] ?? ''}
              hours={week[day] ?? []}
              isReadOnly={isReadOnly}
              onChange={(hours) => void change(withDay(week, day, hours))}
            />
            {!isReadOnly && (
              <CopyMenu
                dayName={DATE_NAMES[locale].weekdays[day] ?? ''}
                onCopy={(days) => void change(copyDay(week, day, days))}
              />
            )}
          </li>
        ))}
      </ul>
      {fault !== null && (
        <p role="alert" className={styles['fault']}>
          {fault}
        </p>
      )}
    </>
  )
}

interface DayHoursProps {
  readonly dayName: string
  readonly hours: readonly Opening[]
  readonly isReadOnly: boolean
  readonly onChange: (hours: readonly Opening[]) => void
}

function DayHours({ dayName, hours, isReadOnly, onChange }: DayHoursProps): ReactElement {
  const { t } = useLocale()
  return (
    <span className={styles['stretches']}>
      {hours.length === 0 && <span className={styles['closed']}>{t('settings.hours.closed')}</span>}
      {isRoundTheClock(hours) && <span>{t('settings.hours.allDay')}</span>}
      {!isRoundTheClock(hours) &&
        hours.map((opening, at) => (
          <Stretch
            // oxlint-disable-next-line react/no-array-index-key -- a stretch is known by its place alone
            key={at}
            dayName={dayName}
            opening={opening}
            isReadOnly={isReadOnly}
            onChange={(next) => onChange(hours.map((one, place) => (place === at ? next : one)))}
            onRemove={() => onChange(hours.filter((_, place) => place !== at))}
          />
        ))}
      {!isReadOnly && (
        <span className={styles['dayActions']}>
          {!isRoundTheClock(hours) && (
            <ActionIcon
              aria-label={t('settings.hours.add', { day: dayName })}
              onClick={() => onChange(withStretch(hours))}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          )}
          {isRoundTheClock(hours) ? (
            <Button variant="subtle" onClick={() => onChange(withStretch([]))}>
              {t('settings.hours.limit')}
            </Button>
          ) : (
            <Button
              variant="subtle"
              onClick={() => onChange([{ fromMinutes: 0, toMinutes: DAY_MINUTES }])}
            >
              {t('settings.hours.allDay')}
            </Button>
          )}
          {hours.length > 0 && (
            <Button variant="subtle" onClick={() => onChange([])}>
              {t('settings.hours.closed')}
            </Button>
          )}
        </span>
      )}
    </span>
  )
}

interface StretchProps {
  readonly dayName: string
  readonly opening: Opening
  readonly isReadOnly: boolean
  readonly onChange: (opening: Opening) => void
  readonly onRemove: () => void
}

function Stretch(props: StretchProps): ReactElement {
  const { dayName, opening, isReadOnly, onChange, onRemove } = props
  const { t } = useLocale()
  return (
    <span className={styles['stretch']}>
      <TimeField
        label={t('settings.hours.from', { day: dayName })}
        minutes={opening.fromMinutes}
        isReadOnly={isReadOnly}
        read={clockMinutes}
        onChange={(fromMinutes) => onChange({ ...opening, fromMinutes })}
      />
      –
      <TimeField
        label={t('settings.hours.to', { day: dayName })}
        minutes={opening.toMinutes}
        isReadOnly={isReadOnly}
        read={endMinutes}
        onChange={(toMinutes) => onChange({ ...opening, toMinutes })}
      />
      {!isReadOnly && (
        <ActionIcon aria-label={t('settings.hours.remove', { day: dayName })} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </span>
  )
}

interface TimeFieldProps {
  readonly label: string
  readonly minutes: number
  readonly isReadOnly: boolean
  readonly read: (text: string) => number | null
  readonly onChange: (minutes: number) => void
}

/** Saved when it is left: while one types, `1` of `18:00` is not one o'clock. */
function TimeField({ label, minutes, isReadOnly, read, onChange }: TimeFieldProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null)
  const leave = (): void => {
    const next = draft === null ? null : read(draft)
    setDraft(null)
    if (next !== null && next !== minutes) onChange(next)
  }
  return (
    <TextInput
      aria-label={label}
      className={styles['time']}
      inputMode="numeric"
      value={draft ?? clockText(minutes)}
      readOnly={isReadOnly}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}

interface CopyMenuProps {
  readonly dayName: string
  readonly onCopy: (days: readonly number[]) => void
}

function CopyMenu({ dayName, onCopy }: CopyMenuProps): ReactElement {
  const { t } = useLocale()
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('settings.hours.copy', { day: dayName })}>
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {COPY_TARGETS.map(({ label, days }) => (
          <Menu.Item key={label} onClick={() => onCopy(days)}>
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
