/** One item of the command `adherence`: its fields, and what they mean to the engine. */
import { DateTime } from 'luxon'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

import { isZone } from '#forecasting/kernel/calendar.ts'

import {
  type AdherencePolicy,
  FORMULAS,
  KINDS,
  VERDICTS,
} from '../features/adherence/adherence-policy.ts'
import { type CompiledPolicy, compilePolicy } from '../features/adherence/compile-policy.ts'
import { unitedSpans } from '../features/adherence/cut-spans.ts'
import type { DayRecord } from '../features/adherence/judge-day.ts'
import { plainName, withPlainNames } from '../features/adherence/plain-name.ts'
import { POLICY_PRESETS, type PresetName } from '../features/adherence/policy-presets.ts'
import type { Span } from '../features/adherence/span-cursor.ts'
import { InputError } from './command.ts'
import { checkedInput } from './json-input.ts'

const closed = { additionalProperties: false }
const DAY_MINUTES = 1440
const MINUTE_MS = 60_000

/** Minutes that have passed since the midnight of the shift's first day, or a time by ISO 8601. */
const Time = Type.Union([
  Type.Number({ minimum: -DAY_MINUTES, maximum: 366 * DAY_MINUTES }),
  Type.String({ maxLength: 40 }),
])
const NamedSpan = Type.Tuple([Time, Time, Type.String({ minLength: 1, maxLength: 100 })])
const PlainSpan = Type.Tuple([Time, Time])
const Seconds = Type.Number({ minimum: 0, maximum: 86_400 })
const Kind = Type.Enum([...KINDS])

const PolicySchema = Type.Object(
  {
    preset: Type.Optional(Type.Enum(Object.keys(POLICY_PRESETS) as PresetName[])),
    formula: Type.Optional(Type.Enum([...FORMULAS])),
    outside_shift: Type.Optional(Type.Enum(['ignore', 'exception'])),
    conformance_credit: Type.Optional(Type.Enum(['within_shift', 'everywhere'])),
    judged: Type.Optional(Type.Enum(['all', 'productive'])),
    exception_threshold_s: Type.Optional(Seconds),
    activities: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Object({ kind: Kind, exception_threshold_s: Type.Optional(Seconds) }, closed),
      ),
    ),
    states: Type.Optional(Type.Record(Type.String(), Type.Object({ kind: Kind }, closed))),
    table: Type.Optional(
      Type.Record(Type.String(), Type.Record(Type.String(), Type.Enum([...VERDICTS]))),
    ),
  },
  closed,
)

const AdherenceItemSchema = Type.Object(
  {
    id: Type.Union([Type.String({ maxLength: 200 }), Type.Number()]),
    schedule: Type.Array(NamedSpan, { minItems: 1, maxItems: 10_000 }),
    actual: Type.Array(NamedSpan, { maxItems: 100_000 }),
    silent: Type.Optional(Type.Array(PlainSpan)),
    excused: Type.Optional(Type.Array(PlainSpan)),
    timezone: Type.Optional(Type.String({ maxLength: 64 })),
    policy: Type.Optional(PolicySchema),
    bucket_minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: DAY_MINUTES })),
  },
  closed,
)
export type AdherenceItem = Static<typeof AdherenceItemSchema>

const validator = Compile(AdherenceItemSchema)

/** An item understood: what to judge, by which policy, and how to write instants in the answer. */
export interface AdherenceRequest {
  readonly id: string | number
  readonly record: DayRecord
  readonly compiled: CompiledPolicy
  readonly bucketMs: number | undefined
  /** An instant as the item wrote its own: minutes, or RFC 3339 with the offset of its zone. */
  readonly writeTime: (ms: number) => number | string
}

/** @throws {InputError} that names the item, the field and the rule */
export function readAdherenceItem(value: unknown, index: number): AdherenceRequest {
  const where = `item ${nameOf(value, index)}`
  const item = checkedInput(validator, value, where)
  try {
    return requestOf(item)
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(`${where}: ${error.message}`)
    throw error
  }
}

function requestOf(item: AdherenceItem): AdherenceRequest {
  const zone = item.timezone ?? 'utc'
  if (item.timezone !== undefined && !isZone(zone)) {
    throw new RangeError(`timezone: there is no zone ${zone}`)
  }
  const compiled = compilePolicy(policyOf(item.policy ?? {}))
  const planned = namedSpans(
    item,
    'schedule',
    new Set(Object.keys(compiled.policy.activities)),
  ).map(({ name, ...span }) => ({ ...span, activity: name }))
  const stateNames = new Set(Object.keys(compiled.policy.states))
  const states = namedSpans(item, 'actual', stateNames).map(({ name, ...span }) => ({
    ...span,
    state: name,
  }))
  const all = [...planned, ...states]
  return {
    id: item.id,
    record: {
      fromMs: Math.min(...all.map(({ startMs }) => startMs)),
      toMs: Math.max(...all.map(({ endMs }) => endMs)),
      planned,
      states,
      silences: plainSpans(item, 'silent'),
      excused: plainSpans(item, 'excused'),
    },
    compiled,
    bucketMs: item.bucket_minutes === undefined ? undefined : item.bucket_minutes * MINUTE_MS,
    writeTime:
      typeof item.schedule[0]?.[0] === 'number'
        ? (ms) => ms / MINUTE_MS
        : (ms) => DateTime.fromMillis(ms, { zone }).toISO({ suppressMilliseconds: true }) ?? '',
  }
}

/** The preset with what the item says instead, every name in its plain form. */
function policyOf(request: Static<typeof PolicySchema>): AdherencePolicy {
  const base = POLICY_PRESETS[request.preset ?? 'kezek']
  const activities = Object.entries(request.activities ?? {}).map(([name, rule]) => [
    name,
    {
      kind: rule.kind,
      ...(rule.exception_threshold_s === undefined
        ? {}
        : { toleranceSeconds: rule.exception_threshold_s }),
    },
  ])
  const own = withPlainNames({
    formula: request.formula ?? base.formula,
    outsideShift: request.outside_shift ?? base.outsideShift,
    conformanceCredit: request.conformance_credit ?? base.conformanceCredit,
    judged: request.judged ?? base.judged,
    toleranceSeconds: request.exception_threshold_s ?? base.toleranceSeconds,
    activities: Object.fromEntries(activities),
    states: request.states ?? {},
    table: request.table ?? {},
  })
  return {
    ...own,
    activities: { ...base.activities, ...own.activities },
    states: { ...base.states, ...own.states },
    table: { ...base.table, ...own.table },
  }
}

function namedSpans(
  item: AdherenceItem,
  field: 'schedule' | 'actual',
  known: ReadonlySet<string>,
): readonly (Span & { readonly name: string })[] {
  const spans = item[field].map(([from, to, text], index) => {
    const where = `${field}.${index}`
    const name = plainName(text)
    if (!known.has(name)) throw new RangeError(`${where}: the policy does not know ${text}`)
    return { ...spanOf([from, to], item.timezone, where), name }
  })
  const ascending = spans.toSorted((a, b) => a.startMs - b.startMs)
  const overlap = ascending.findIndex(
    (span, i) => span.startMs < (ascending[i - 1]?.endMs ?? -Infinity),
  )
  if (overlap !== -1) throw new RangeError(`${field}: spans must not overlap`)
  return ascending
}

function plainSpans(item: AdherenceItem, field: 'silent' | 'excused'): readonly Span[] {
  return unitedSpans(
    (item[field] ?? []).map((ends, index) => spanOf(ends, item.timezone, `${field}.${index}`)),
  )
}

type TimeValue = Static<typeof Time>

function spanOf(
  [from, to]: readonly [TimeValue, TimeValue],
  zone: string | undefined,
  where: string,
): Span {
  const startMs = instantOf(from, zone, `${where}.0`)
  const endMs = instantOf(to, zone, `${where}.1`)
  if (startMs >= endMs) throw new RangeError(`${where}: must end after it starts`)
  return { startMs, endMs }
}

function instantOf(value: TimeValue, zone: string | undefined, where: string): number {
  if (typeof value === 'number') return Math.round(value * MINUTE_MS)
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/.test(value)
  if (!hasOffset && zone === undefined) {
    throw new RangeError(`${where}: ${value} has no offset, and the item no timezone`)
  }
  const time = DateTime.fromISO(value, { zone: zone ?? 'utc' })
  if (!time.isValid) throw new RangeError(`${where}: ${value} is not a time`)
  if (!hasOffset && time.getPossibleOffsets().length > 1) {
    throw new RangeError(`${where}: ${value} comes twice in ${zone}: give its offset`)
  }
  return time.toMillis()
}

/** By its id, or by its place in the list, counted from 1, where it has none. */
function nameOf(value: unknown, index: number): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined
  return typeof id === 'string' || typeof id === 'number'
    ? JSON.stringify(id)
    : `number ${index + 1}`
}
