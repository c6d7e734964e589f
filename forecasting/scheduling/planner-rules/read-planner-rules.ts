import { DAY_MINUTES, PRICE } from '../instance-limits.ts'
import type { JsonCursor } from '../json-cursor.ts'
import type { Limits, PlannerRule, PlannerRuleKind, RuleScope } from './planner-rule.ts'

const KINDS: readonly PlannerRuleKind[] = [
  'shifts_of_kind',
  'working_days_in_a_row',
  'days_off_in_a_row',
  'weekends_worked',
  'forbidden_succession',
  'start_spread',
  'rotation',
  'works_with',
  'people_on_shift',
]
const COUNT_MAX = 10_000

/** Reads the planners' rules of an instance; a rule of an unknown kind is a problem. */
export function readPlannerRules(cursor: JsonCursor): PlannerRule[] {
  return cursor.optionalItems().flatMap((item) => {
    const kind = item.object().field('kind').oneOf(KINDS)
    return kind === undefined ? [] : [readRule(item, kind)]
  })
}

function readRule(cursor: JsonCursor, kind: PlannerRuleKind): PlannerRule {
  const weight = cursor.field('weight')
  const base = {
    id: cursor.field('id').text(),
    for: readScope(cursor.field('for')),
    ...(weight.isMissing ? {} : { weight: weight.number(PRICE) }),
  }
  switch (kind) {
    case 'shifts_of_kind':
      return {
        ...base,
        kind,
        shapes: texts(cursor.field('shapes')),
        per: cursor.field('per').oneOf(['week', 'period']) ?? 'week',
        ...readLimits(cursor),
      }
    case 'working_days_in_a_row':
    case 'days_off_in_a_row':
    case 'weekends_worked':
      return { ...base, kind, ...readLimits(cursor) }
    case 'forbidden_succession':
      return {
        ...base,
        kind,
        first: texts(cursor.field('first')),
        next: texts(cursor.field('next')),
      }
    case 'start_spread':
      return { ...base, kind, maxMin: cursor.field('maxMin').whole(DAY_MINUTES) }
    case 'rotation':
      return { ...base, kind, ...readCycle(cursor) }
    case 'works_with':
      return {
        ...base,
        kind,
        other: cursor.field('other').text(),
        minOverlapMin: cursor.field('minOverlapMin').whole(DAY_MINUTES),
      }
    case 'people_on_shift':
      return { ...base, kind, ...readWindow(cursor), ...readLimits(cursor) }
  }
}

function readScope(cursor: JsonCursor): RuleScope {
  if (cursor.isMissing) return {}
  const list = (name: keyof RuleScope): RuleScope => {
    const field = cursor.object().field(name)
    return field.isMissing ? {} : { [name]: texts(field) }
  }
  return { ...list('operators'), ...list('contracts'), ...list('skills') }
}

/** At least one limit, the least not above the most. */
function readLimits(cursor: JsonCursor): Limits {
  const limit = (name: keyof Limits): Limits => {
    const field = cursor.field(name)
    return field.isMissing ? {} : { [name]: field.whole({ min: 0, max: COUNT_MAX }) }
  }
  const limits: Limits = { ...limit('min'), ...limit('max') }
  const { min, max } = limits
  if (min === undefined && max === undefined) {
    cursor.report('wrong_value', { allowed: 'min or max or both' })
  } else if ((min ?? 0) > (max ?? COUNT_MAX)) {
    cursor.field('min').report('out_of_range', { min: 0, max: max ?? COUNT_MAX, got: min ?? 0 })
  }
  return limits
}

function readCycle(cursor: JsonCursor): { cycle: string[][]; offsetWeeks: number } {
  const field = cursor.field('cycle')
  const cycle = field.items().map(texts)
  if (cycle.length === 0) field.report('wrong_length', { min: 1, got: 0 })
  const offset = cursor.field('offsetWeeks')
  return { cycle, offsetWeeks: offset.isMissing ? 0 : offset.whole({ min: 0, max: COUNT_MAX }) }
}

function readWindow(cursor: JsonCursor): {
  fromMin: number
  toMin: number
  minOverlapMin: number
  weekdays?: number[]
  place?: 'office'
} {
  const weekdays = cursor.field('weekdays')
  const place = cursor.field('place')
  return {
    fromMin: cursor.field('fromMin').whole(DAY_MINUTES),
    toMin: cursor.field('toMin').whole(DAY_MINUTES),
    minOverlapMin: cursor.field('minOverlapMin').whole({ min: 1, max: DAY_MINUTES.max }),
    ...(weekdays.isMissing
      ? {}
      : { weekdays: weekdays.items().map((day) => day.whole({ min: 0, max: 6 })) }),
    ...(place.isMissing ? {} : { place: place.oneOf(['office']) ?? 'office' }),
  }
}

function texts(cursor: JsonCursor): string[] {
  return cursor.items().map((item) => item.text())
}
