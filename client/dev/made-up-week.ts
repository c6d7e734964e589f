import type { CoverageInterval } from '../components/requirement-strip/coverage-cells.ts'
import type { ForecastMark, ForecastPoint } from '../features/forecasts/forecast-model.ts'
import type {
  PersonRow,
  ShiftView,
  ViolationView,
} from '../features/schedules/shift-grid/shift-grid-model.ts'
import type { RequirementPoint } from '../features/staffing/requirement-model.ts'

/** Made-up data for the gallery. Nothing here is, or looks up, a real person. */
const HOUR_MS = 3_600_000
const STEP_MS = HOUR_MS / 2

/** Monday 15 June 2026, 00:00 in Almaty (UTC+5). */
export const WEEK_START_MS = Date.UTC(2026, 5, 14, 19)
export const WEEK_END_MS = WEEK_START_MS + 7 * 24 * HOUR_MS
export const TIME_ZONE = 'Asia/Almaty'
export const NOW_MS = WEEK_START_MS + 34.4 * HOUR_MS

const FAMILY_NAMES = [
  'Ахметова',
  'Сейтқали',
  'Иванова',
  'Нұрғалиева',
  'Ким',
  'Оспанов',
  'Жұмабекова',
  'Петренко',
]
const GIVEN_NAMES = ['Айгерім', 'Данияр', 'Ольга', 'Гүлнар', 'Тимур', 'Әлия', 'Бауыржан', 'Марина']

/** 0..1, the same for the same number. */
function wobble(n: number): number {
  const x = Math.sin(n * 127.1) * 43_758.5453
  return x - Math.floor(x)
}

function steps(): number[] {
  return Array.from({ length: 336 }, (_, i) => i)
}

/** Two humps a day, quieter at weekends. */
function load(step: number): number {
  const hour = (step % 48) / 2
  const day = Math.floor(step / 48)
  const humps = Math.exp(-((hour - 11) ** 2) / 8) + 0.8 * Math.exp(-((hour - 16) ** 2) / 10)
  return (0.08 + humps) * (day > 4 ? 0.55 : day === 0 ? 1.15 : 1)
}

/** Standard normal quantiles over that of 0.9, at the nine levels that are stored. */
const QUANTILE_SPREADS = [-1.53, -1.28, -1, -0.53, 0, 0.53, 1, 1.28, 1.53]

export function madeUpForecast(): ForecastPoint[] {
  return steps().map((step) => {
    const startMs = WEEK_START_MS + step * STEP_MS
    const mean = 380 * load(step)
    const spread = 12 + mean * 0.09
    const isPast = startMs + STEP_MS <= NOW_MS
    return {
      startMs,
      endMs: startMs + STEP_MS,
      mean,
      engineMean: mean,
      low: Math.max(0, mean - spread),
      high: mean + spread,
      quantiles: QUANTILE_SPREADS.map((times) => Math.max(0, mean + times * spread)),
      previous: null,
      actual: isPast ? Math.max(0, Math.round(mean + (wobble(step) - 0.5) * 2.6 * spread)) : null,
      handleSeconds: 212 + 30 * wobble(step + 9),
    }
  })
}

export function madeUpMarks(): ForecastMark[] {
  const at = (hours: number, length: number): { startMs: number; endMs: number } => ({
    startMs: WEEK_START_MS + hours * HOUR_MS,
    endMs: WEEK_START_MS + (hours + length) * HOUR_MS,
  })
  return [
    { kind: 'outlier', label: 'сбой связи', ...at(14, 3) },
    { kind: 'override', label: '+20 %: рассылка', ...at(57, 8) },
    { kind: 'event', label: 'приём документов', ...at(72, 24) },
    { kind: 'holiday', label: 'праздник', ...at(96, 24) },
  ]
}

export function madeUpCoverage(): CoverageInterval[] {
  return steps().map((step) => {
    const required = Math.max(3, Math.round(34 * load(step)))
    const hour = (step % 48) / 2
    const isShort = Math.floor(step / 48) === 1 && hour >= 10 && hour < 11.5
    const extra = isShort ? -3 : Math.round(wobble(step + 3) * 1.4)
    const startMs = WEEK_START_MS + step * STEP_MS
    return { startMs, endMs: startMs + STEP_MS, required, scheduled: required + extra }
  })
}

function madeUpShift(person: number, day: number): ShiftView | null {
  if ((person + day) % 7 > 4) return null
  const isNight = person % 6 === 5
  const startHour = isNight ? 20 : 7 + ((person * 3) % 8)
  const hours = isNight ? 12 : 9
  const startMs = WEEK_START_MS + (day * 24 + startHour) * HOUR_MS
  const pause = (afterHours: number, minutes: number): { startMs: number; endMs: number } => ({
    startMs: startMs + afterHours * HOUR_MS,
    endMs: startMs + afterHours * HOUR_MS + minutes * 60_000,
  })
  return {
    id: `shift ${person} ${day}`,
    startMs,
    endMs: startMs + hours * HOUR_MS,
    isNight,
    isLocked: (person * 5 + day) % 11 === 0,
    breaks: [
      { kind: 'rest', isPaid: true, ...pause(2, 15) },
      { kind: 'meal', isPaid: false, ...pause(4, 60) },
      { kind: 'rest', isPaid: true, ...pause(7, 15) },
    ],
  }
}

export function madeUpPeople(count: number): PersonRow[] {
  return Array.from({ length: count }, (_, person) => {
    const isOnLeave = person % 13 === 4
    const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => !isOnLeave || day > 3)
    const shifts = days.flatMap((day) => madeUpShift(person, day) ?? [])
    const family = FAMILY_NAMES[person % FAMILY_NAMES.length] ?? ''
    const given = GIVEN_NAMES[Math.floor(person / 3) % GIVEN_NAMES.length] ?? ''
    return {
      id: `person ${person}`,
      name: `${family} ${given}`,
      detail: person % 2 === 0 ? 'Площадка А, 40 ч, қаз/рус' : 'Площадка Б, 36 ч, рус',
      paidSeconds: shifts.reduce(
        (sum, { startMs, endMs }) => sum + (endMs - startMs) / 1000 - 3600,
        0,
      ),
      contractSeconds: (person % 2 === 0 ? 40 : 36) * 3600,
      shifts,
      absences: isOnLeave
        ? [{ startMs: WEEK_START_MS, endMs: WEEK_START_MS + 96 * HOUR_MS, label: 'отпуск' }]
        : [],
    }
  })
}

export function madeUpViolations(): ViolationView[] {
  return [
    {
      id: 'rest',
      isHard: true,
      text: 'Междусменный отдых менее двенадцати часов: 9 ч, нужно 12',
      article: '83',
      personId: 'person 1',
      personName: 'Сейтқали Айгерім',
      shiftId: 'shift 1 1',
      atMs: WEEK_START_MS + 33 * HOUR_MS,
    },
    {
      id: 'night',
      isHard: true,
      text: 'Для работы в ночное время нужно письменное согласие',
      article: '76',
      personId: 'person 5',
      personName: 'Оспанов Данияр',
      shiftId: 'shift 5 0',
      atMs: WEEK_START_MS + 20 * HOUR_MS,
    },
    {
      id: 'wish',
      isHard: false,
      text: 'Две субботы подряд',
      article: null,
      personId: 'person 8',
      personName: 'Ахметова Ольга',
      shiftId: null,
      atMs: WEEK_START_MS + 120 * HOUR_MS,
    },
  ]
}

export function madeUpRequirement(): RequirementPoint[] {
  return madeUpForecast().map((point, step) => {
    const agents = Math.max(3, Math.round(34 * load(step)))
    const isSmall = agents < 6
    return {
      startMs: point.startMs,
      endMs: point.endMs,
      contacts: point.mean,
      handleSeconds: point.handleSeconds,
      agents,
      rostered: Math.ceil(agents / 0.72),
      binding: isSmall ? 'asa' : 'max_occupancy',
      band: isSmall ? 'below_band_unavoidable' : 'in_band',
      asaSeconds: isSmall ? 28 : 12 + 30 * wobble(step),
      serviceLevel: 0.82 + 0.15 * wobble(step + 1),
      abandonShare: 0.01 + 0.03 * wobble(step + 2),
      occupancy: isSmall ? 0.55 : 0.845,
    }
  })
}
