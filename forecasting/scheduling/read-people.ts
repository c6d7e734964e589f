import {
  DAYS_MAX,
  DAY_MINUTES,
  LONG_AGO_MIN,
  PERIOD_MINUTES,
  PRICE,
  RUN,
} from './instance-limits.ts'
import type {
  Contract,
  ContractDays,
  History,
  Operator,
  PersonalBreaks,
  Preferences,
  WeeksMaximum,
} from './instance.ts'
import { DAYS_PER_WEEK, MINUTES_PER_DAY, MINUTES_PER_WEEK } from './instance.ts'
import type { JsonCursor } from './json-cursor.ts'

const WEEK_DAYS = { min: 0, max: DAYS_PER_WEEK } as const

/** Reads one entry of `contracts`. */
export function readContract(cursor: JsonCursor): Contract {
  const weekMaxDays = cursor.field('weekMaxDays')
  const splitShifts = cursor.field('splitShifts')
  return {
    id: cursor.field('id').text(),
    shapes: cursor
      .field('shapes')
      .items()
      .map((shape) => shape.text()),
    dayMaxPaidMin: cursor.field('dayMaxPaidMin').whole(DAY_MINUTES),
    weekMaxPaidMin: cursor.field('weekMaxPaidMin').whole(PERIOD_MINUTES),
    periodTargetPaidMin: cursor.field('periodTargetPaidMin').whole(PERIOD_MINUTES),
    periodMaxPaidMin: cursor.field('periodMaxPaidMin').whole(PERIOD_MINUTES),
    maxConsecDays: cursor.field('maxConsecDays').whole(RUN),
    maxConsecNights: cursor.field('maxConsecNights').whole(RUN),
    minRestMin: cursor.field('minRestMin').whole(PERIOD_MINUTES),
    weeklyRestMin: cursor.field('weeklyRestMin').whole({ min: 0, max: MINUTES_PER_WEEK }),
    costPerHour: cursor.field('costPerHour').number(PRICE),
    otMult: cursor.field('otMult').number({ min: 1, max: 100 }),
    ...(splitShifts.isMissing ? {} : { splitShifts: splitShifts.optionalFlag() }),
    ...(weekMaxDays.isMissing ? {} : { weekMaxDays: weekMaxDays.whole(WEEK_DAYS) }),
  }
}

/** Reads one entry of `operators`. */
export function readOperator(cursor: JsonCursor, days: number): Operator {
  const ownTarget = cursor.field('periodTargetPaidMin')
  const ownMaximum = cursor.field('periodMaxPaidMin')
  const ownWeeks = cursor.field('weekMaxPaidMin')
  const ownBreaks = cursor.field('personalBreaks')
  const ownDay = cursor.field('dayPreferredMaxPaidMin')
  const ownContracts = cursor.field('contractDays')
  const ownMaxima = cursor.field('weeksMaxPaidMin')
  const homeDays = cursor.field('homeDays')
  return {
    id: cursor.field('id').text(),
    skills: cursor
      .field('skills')
      .items()
      .map((skill) => skill.text()),
    contract: cursor.field('contract').text(),
    ...(ownContracts.isMissing
      ? {}
      : { contractDays: ownContracts.items().map((span) => readContractDays(span, days)) }),
    nightBan: cursor.field('nightBan').optionalFlag(),
    history: readHistory(cursor.field('history')),
    leaveDays: cursor
      .field('leaveDays')
      .optionalItems()
      .map((day) => day.whole({ min: 0, max: days - 1 })),
    unavailable: cursor.field('unavailable').optionalItems().map(readSpan),
    prefs: readPreferences(cursor.field('prefs')),
    ...(homeDays.isMissing
      ? {}
      : { homeDays: homeDays.items().map((day) => day.whole({ min: 0, max: days - 1 })) }),
    ...(ownTarget.isMissing ? {} : { periodTargetPaidMin: ownTarget.whole(PERIOD_MINUTES) }),
    ...(ownMaximum.isMissing ? {} : { periodMaxPaidMin: ownMaximum.whole(PERIOD_MINUTES) }),
    ...(ownWeeks.isMissing
      ? {}
      : { weekMaxPaidMin: ownWeeks.items().map((week) => week.whole(PERIOD_MINUTES)) }),
    ...(ownDay.isMissing ? {} : { dayPreferredMaxPaidMin: ownDay.whole(DAY_MINUTES) }),
    ...(ownBreaks.isMissing ? {} : { personalBreaks: readPersonalBreaks(ownBreaks) }),
    ...(ownMaxima.isMissing
      ? {}
      : { weeksMaxPaidMin: ownMaxima.items().map((weeks) => readMaximum(weeks, days)) }),
  }
}

function readContractDays(cursor: JsonCursor, days: number): ContractDays {
  return {
    fromDay: cursor.field('fromDay').whole({ min: 0, max: days - 1 }),
    toDay: cursor.field('toDay').whole({ min: 1, max: days }),
    contract: cursor.field('contract').text(),
  }
}

function readPersonalBreaks(cursor: JsonCursor): PersonalBreaks {
  const least = { min: 1, max: MINUTES_PER_DAY }
  return {
    lenMin: cursor.field('lenMin').whole(least),
    everyMin: cursor.field('everyMin').whole(least),
    joinedTo: cursor.field('joinedTo').oneOf(['none', 'meal', 'start', 'end']) ?? 'none',
  }
}

function readMaximum(cursor: JsonCursor, days: number): WeeksMaximum {
  const weeks = { min: 0, max: Math.ceil(days / DAYS_PER_WEEK) }
  return {
    fromWeek: cursor.field('fromWeek').whole(weeks),
    toWeek: cursor.field('toWeek').whole(weeks),
    maxPaidMin: cursor.field('maxPaidMin').whole(PERIOD_MINUTES),
  }
}

function readHistory(cursor: JsonCursor): History {
  if (cursor.isMissing) return { lastShiftEnd: LONG_AGO_MIN, consecDays: 0, consecNights: 0 }
  return {
    lastShiftEnd: cursor.field('lastShiftEnd').whole({ min: LONG_AGO_MIN, max: MINUTES_PER_WEEK }),
    consecDays: cursor.field('consecDays').whole(RUN),
    consecNights: cursor.field('consecNights').whole(RUN),
  }
}

function readSpan(cursor: JsonCursor): readonly [number, number] {
  const [from, to, ...more] = cursor.items()
  if (from === undefined || to === undefined || more.length > 0) {
    cursor.report('wrong_length', { length: 2 })
    return [0, 0]
  }
  const minute = { min: LONG_AGO_MIN, max: -LONG_AGO_MIN }
  return [from.whole(minute), to.whole(minute)]
}

function readPreferences(cursor: JsonCursor): Preferences {
  const start = cursor.field('start')
  return {
    daysOff: cursor
      .field('daysOff')
      .optionalItems()
      .map((wish) => ({
        day: wish.field('day').whole({ min: 0, max: DAYS_MAX }),
        weight: wish.field('weight').number(PRICE),
      })),
    start: start.isMissing
      ? null
      : {
          fromMin: start.field('fromMin').whole(DAY_MINUTES),
          toMin: start.field('toMin').whole(DAY_MINUTES),
          weight: start.field('weight').number(PRICE),
        },
  }
}
