import { addDays } from '#forecasting/kernel/calendar.ts'
import { MINUTES_PER_DAY, type Schedule as Plan } from '#forecasting/scheduling/instance.ts'
import {
  checkPlannerRules,
  type PlannerBreach,
} from '#forecasting/scheduling/planner-rules/check-planner-rules.ts'
import type {
  PlannerRule,
  PlannerRuleKind,
} from '#forecasting/scheduling/planner-rules/planner-rule.ts'
import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { say } from '#server/platform/i18n/messages.ts'

import type { LoadedSchedule } from '../load-schedule.ts'
import { fromPlanMinutes } from '../problem/build-instance.ts'
import { permitOf } from '../problem/trainee-plans.ts'
import { withPlaces } from '../problem/work-place.ts'
import type { Violation } from '../schedules.schema.ts'

/** Rules of planners have no code of their own: the name tells them apart. */
const RULE = 'PLANNER'

const RULE_TEXT: Text3 = {
  en: 'Rule “{name}”: {by}',
  ru: 'Правило «{name}»: {by}',
  kk: '«{name}» қағидасы: {by}',
}

/** Which side of its limits a rule is broken on: one with both says only that it is outside. */
const SIDES: Readonly<Record<'few' | 'many' | 'outside', Text3>> = {
  few: {
    en: '{units} fewer than needed',
    ru: 'на {units} меньше, чем нужно',
    kk: 'қажеттен {units} кем',
  },
  many: {
    en: '{units} more than allowed',
    ru: 'на {units} больше, чем можно',
    kk: 'рұқсат етілгеннен {units} артық',
  },
  outside: {
    en: '{units} outside the limits',
    ru: 'мимо нормы на {units}',
    kk: 'нормадан {units} ауытқу',
  },
}

const SHIFTS: Text3 = {
  en: '{by, plural, one {# shift} other {# shifts}}',
  ru: '{by, plural, one {# смену} few {# смены} other {# смен}}',
  kk: '{by} ауысым',
}
const DAYS: Text3 = {
  en: '{by, plural, one {# day} other {# days}}',
  ru: '{by, plural, one {# день} few {# дня} other {# дней}}',
  kk: '{by} күн',
}

type LimitedKind = Extract<PlannerRule, { readonly min?: number }>['kind']

/** What rules with a least and a most count. */
const UNITS: Readonly<Record<LimitedKind, Text3>> = {
  shifts_of_kind: SHIFTS,
  working_days_in_a_row: DAYS,
  days_off_in_a_row: DAYS,
  weekends_worked: {
    en: '{by, plural, one {# weekend} other {# weekends}}',
    ru: '{by, plural, one {# рабочие выходные} other {# рабочих выходных}}',
    kk: '{by} жұмыс демалысы',
  },
  people_on_shift: {
    en: '{by, plural, one {# person} other {# people}}',
    ru: '{by, plural, one {# человека} other {# человек}}',
    kk: '{by} адам',
  },
}

/** By how much the others are broken. */
const BY: Readonly<Record<Exclude<PlannerRuleKind, LimitedKind>, Text3>> = {
  forbidden_succession: {
    en: '{by, plural, one {# forbidden succession} other {# forbidden successions}} of shifts',
    ru: 'запрещённых переходов между сменами: {by}',
    kk: 'тыйым салынған ауысым реті: {by}',
  },
  start_spread: {
    en: 'starts differ by {by} h more',
    ru: 'начала смен расходятся на {by, number} ч больше',
    kk: 'ауысым басталуы {by, number} сағ артық алшақтайды',
  },
  rotation: {
    en: '{by, plural, one {# shift} other {# shifts}} out of turn',
    ru: '{by, plural, one {# смена} few {# смены} other {# смен}} не в свою очередь',
    kk: '{by} ауысым өз кезегінде емес',
  },
  works_with: {
    en: 'alone for {by} h',
    ru: '{by, number} ч без напарника',
    kk: '{by, number} сағ серіктессіз',
  },
}

/** `на 2 дня больше, чем можно` */
function byWords(rule: PlannerRule, by: number, language: Language): string {
  const values = { by: Math.round(by * 10) / 10 }
  if (!isLimited(rule)) return say(BY[rule.kind], language, values)
  const side = rule.max === undefined ? 'few' : rule.min === undefined ? 'many' : 'outside'
  return say(SIDES[side], language, { units: say(UNITS[rule.kind], language, values) })
}

function isLimited(rule: PlannerRule): rule is Extract<PlannerRule, { readonly min?: number }> {
  return rule.kind in UNITS
}

/** Planners' rules that a schedule breaks: one breach for each rule and person, pair or group. */
export function plannerBreaches(
  loaded: LoadedSchedule,
  plan: Plan,
  language: Language,
): readonly Violation[] {
  // A trainee without the mentor is a breach of п. 18, which is told elsewhere in its own words.
  const placed = withPlaces(loaded.instance, loaded.shifts, loaded)
  const written = checkPlannerRules(placed, plan).filter(({ rule }) => permitOf(rule) === undefined)
  const groups = Map.groupBy(written, ({ rule, operators }) => [rule, ...operators].join(' '))
  return [...groups.values()].flatMap((breaches) => {
    const [first] = breaches
    return first === undefined ? [] : [violation(loaded, { first, breaches }, language)]
  })
}

function violation(
  loaded: LoadedSchedule,
  { first, breaches }: { first: PlannerBreach; breaches: readonly PlannerBreach[] },
  language: Language,
): Violation {
  const { rows, period, instance } = loaded
  const rule = instance.plannerRules?.find(({ id }) => id === first.rule)
  if (rule === undefined) throw new RangeError(`rule ${first.rule} is unknown`)
  const days = [...new Set(breaches.map(({ day }) => day))].toSorted((a, b) => a - b)
  const by = breaches.reduce((sum, one) => sum + one.by, 0)
  return {
    rule: RULE,
    article: null,
    hard: first.cost === undefined,
    ...placeOf(loaded, rule, { day: days[0] ?? 0, number: first.operators[0] }),
    dates: days.map((day) => addDays(period.fromDate, day)),
    text: say(RULE_TEXT, language, {
      name: rows.plannerRules.find(({ ruleId }) => ruleId === first.rule)?.name ?? first.rule,
      by: byWords(rule, by, language),
    }),
  }
}

/** Whom to show and when: a group has no person, and begins with its window. */
function placeOf(
  { rows, shifts, period }: LoadedSchedule,
  rule: PlannerRule,
  { day, number }: { readonly day: number; readonly number: string | undefined },
): Pick<Violation, 'operatorId' | 'operatorName' | 'shiftId' | 'at'> {
  const atMs = fromPlanMinutes(day * MINUTES_PER_DAY, period)
  const at = (minutes: number): string => new Date(atMs + minutes * MINUTE_MS).toISOString()
  const person = rows.operators.find(({ personnelNumber }) => personnelNumber === number)
  if (rule.kind === 'people_on_shift' || person === undefined) {
    const fromMin = rule.kind === 'people_on_shift' ? rule.fromMin : 0
    return { operatorId: null, operatorName: null, shiftId: null, at: at(fromMin) }
  }
  const own = shifts.find(({ operatorId, startsAt }) => {
    const sinceMs = Date.parse(startsAt) - atMs
    return operatorId === person.id && sinceMs >= 0 && sinceMs < DAY_MS
  })
  return {
    operatorId: person.id,
    operatorName: person.fullName,
    shiftId: own?.id ?? null,
    at: own?.startsAt ?? at(0),
  }
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
