import type { components, paths } from '../../../api/schema.d.ts'
import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'

export type Reoptimisation = components['schemas']['Reoptimisation']
export type SchedulePart = Reoptimisation['part']
/** An order as the API takes it. */
export type PartOrder =
  paths['/api/v1/schedules/{scheduleId}/reoptimisation']['post']['requestBody']['content']['application/json']

const DAY_MINUTES = 1440

/** What of the week may be made anew, as a planner chooses it. */
export interface PartForm {
  /** Local dates. */
  readonly dates: readonly string[]
  /** `10:00`; null for whole days. */
  readonly hours: { readonly from: string; readonly to: string } | null
  /** Only the people whom the filter shows. */
  readonly isShownOnly: boolean
  readonly isBreaksOnly: boolean
  /** Hours that contracts owe and nothing needs stay unplanned; null: as the schedule was made. */
  readonly leaveSpare: boolean | null
}

/**
 * The order as the API takes it. Breaks alone move no hours.
 *
 * @param shownIds people whom the filter shows
 */
export function toPartOrder(form: PartForm, shownIds: readonly string[]): PartOrder {
  const part = toPart(form, shownIds)
  const { leaveSpare, isBreaksOnly } = form
  return isBreaksOnly || leaveSpare === null ? { part } : { part, leaveSpareHours: leaveSpare }
}

function toPart(
  { dates, hours, isShownOnly, isBreaksOnly }: PartForm,
  shownIds: readonly string[],
): SchedulePart {
  return {
    dates: [...dates],
    ...(hours === null
      ? {}
      : {
          hours: {
            fromMinutes: minutesOf(hours.from),
            // Midnight as an end is the end of the day.
            toMinutes: minutesOf(hours.to) === 0 ? DAY_MINUTES : minutesOf(hours.to),
          },
        }),
    ...(isShownOnly ? { operatorIds: shownIds as NonNullable<SchedulePart['operatorIds']> } : {}),
    ...(isBreaksOnly ? { breaksOnly: true } : {}),
  }
}

/** `10:30` as 630. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** `вт 8, ср 9 · 10:00–14:00 · 12 человек · только перерывы` */
export function partWords(
  { dates, hours, operatorIds, breaksOnly }: SchedulePart,
  words: { readonly t: Translate; readonly format: Pick<Format, 'shortDay'> },
  startOfDate: (date: string) => number,
): string {
  const { t, format } = words
  return [
    dates === undefined
      ? t('part.words.allDays')
      : dates.map((date) => format.shortDay(startOfDate(date))).join(', '),
    hours === undefined ? null : `${clock(hours.fromMinutes)}–${clock(hours.toMinutes)}`,
    operatorIds === undefined ? null : t('part.words.people', { count: operatorIds.length }),
    breaksOnly === true ? t('part.words.breaks') : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
