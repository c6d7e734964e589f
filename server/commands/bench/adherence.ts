import { mulberry32 } from '#forecasting/kernel/random.ts'

import { adherenceOf } from '../../features/adherence/adherence-of.ts'
import { compilePolicy } from '../../features/adherence/compile-policy.ts'
import type { DayRecord } from '../../features/adherence/judge-day.ts'
import { KEZEK_POLICY, POLICY_PRESETS } from '../../features/adherence/policy-presets.ts'

const SEED = 1
/** A year of 60 operators: shifts of eight hours with three breaks and some 60 changes of state. */
const SHIFTS = 60 * 250
const STATES = ['ready', 'ringing', 'on_contact', 'after_contact'] as const
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const MEASURE_SECONDS = 1

/**
 * Prints how many segments a second are judged again, under two policies, and the ratio to a second
 * by second loop measured in the same run. Both sides must find the same seconds.
 */
export function benchAdherence(): Promise<void> {
  const days = someDays()
  const segments = days.reduce((sum, day) => sum + day.planned.length + day.states.length, 0)
  print(`adherence: ${SHIFTS} shifts, ${segments} segments of plan and states`)
  for (const name of ['kezek', 'genesys'] as const) {
    const compiled = compilePolicy(POLICY_PRESETS[name])
    const pass = (): number =>
      days.reduce((sum, day) => sum + adherenceOf(day, compiled).totals.inSeconds, 0)
    pass()
    const { perSecond } = rate(segments, pass)
    print(`recomputed under ${name}: ${millions(perSecond)} M segments/s of a core`)
  }
  const few = days.slice(0, 200)
  const fewSegments = few.reduce((sum, day) => sum + day.planned.length + day.states.length, 0)
  const compiled = compilePolicy(KEZEK_POLICY)
  const own = rate(fewSegments, () =>
    few.reduce((sum, day) => sum + adherenceOf(day, compiled).totals.inSeconds, 0),
  )
  const plain = rate(fewSegments, () => few.reduce((sum, day) => sum + bySecond(day), 0))
  if (own.answer !== plain.answer) throw new Error('the answers differ')
  print(
    `second by second: ${millions(plain.perSecond)} M segments/s, ratio ${(own.perSecond / plain.perSecond).toFixed(0)}`,
  )
  return Promise.resolve()
}

/** By the time of one core, so that what else the machine does changes little. */
function rate(segments: number, pass: () => number): { perSecond: number; answer: number } {
  const startedAt = process.cpuUsage()
  let passes = 0
  let answer = 0
  let seconds = 0
  while (seconds < MEASURE_SECONDS) {
    answer = pass()
    passes++
    const { user, system } = process.cpuUsage(startedAt)
    seconds = (user + system) / 1e6
  }
  return { perSecond: (segments * passes) / seconds, answer }
}

function someDays(): DayRecord[] {
  const random = mulberry32(SEED)
  return Array.from({ length: SHIFTS }, () => {
    const startMs = Math.floor(random() * 600) * MINUTE_MS
    return dayFrom(startMs, random)
  })
}

function dayFrom(startMs: number, random: () => number): DayRecord {
  const at = (minutes: number): number => startMs + minutes * MINUTE_MS
  const work = { activity: 'work' }
  const planned = [
    { startMs: at(0), endMs: at(120), ...work },
    { startMs: at(120), endMs: at(135), activity: 'rest' },
    { startMs: at(135), endMs: at(270), ...work },
    { startMs: at(270), endMs: at(330), activity: 'meal' },
    { startMs: at(330), endMs: at(420), ...work },
    { startMs: at(420), endMs: at(435), activity: 'rest' },
    { startMs: at(435), endMs: at(540), ...work },
  ]
  const states: { startMs: number; endMs: number; state: string }[] = []
  let fromMs = at(0) + Math.floor(random() * 600) * SECOND_MS
  while (fromMs < at(540)) {
    const endMs = fromMs + (60 + Math.floor(random() * 900)) * SECOND_MS
    const isPause = random() < 0.1
    const state = isPause ? 'paused' : (STATES[states.length % STATES.length] ?? 'ready')
    states.push({ startMs: fromMs, endMs, state })
    fromMs = endMs
  }
  return { fromMs: at(0), toMs: at(540), planned, states, silences: [], excused: [] }
}

/** The definition as a loop: which plan and which state lie over each second. */
function bySecond(day: DayRecord): number {
  let inSeconds = 0
  for (let ms = day.fromMs; ms < day.toMs; ms += SECOND_MS) {
    const activity = day.planned.find(({ startMs, endMs }) => startMs <= ms && ms < endMs)?.activity
    if (activity === undefined) continue
    const state = day.states.find(({ startMs, endMs }) => startMs <= ms && ms < endMs)?.state
    if (state !== undefined && isIn(activity, state)) inSeconds++
  }
  return inSeconds
}

function isIn(activity: string, state: string): boolean {
  const own = KEZEK_POLICY.table[activity]?.[state]
  if (own !== undefined) return own === 'in'
  return KEZEK_POLICY.activities[activity]?.kind === KEZEK_POLICY.states[state]?.kind
}

function millions(perSecond: number): string {
  return (perSecond / 1e6).toFixed(2)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
