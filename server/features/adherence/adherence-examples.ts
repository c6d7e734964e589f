import { NO_TIME } from './adherence-totals.ts'
import { KEZEK_POLICY } from './policy-presets.ts'

/**
 * What the API's page shows: one operator's day from 9:00 to 18:00 at UTC+5, with a meal at 13:00.
 * She signed on at 9:20, which was explained, and came back from the meal five minutes late.
 */
export const OPERATOR_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a41'
const OPERATOR = { operatorId: OPERATOR_ID, name: 'Алия Серикова' }
const DATE = '2026-11-25'
const START = '2026-11-25T04:00:00.000Z'
const SIGNED_ON = '2026-11-25T04:20:00.000Z'
const MEAL = { from: '2026-11-25T08:00:00.000Z', to: '2026-11-25T09:00:00.000Z' }
const BACK = '2026-11-25T09:05:00.000Z'
const END = '2026-11-25T13:00:00.000Z'
const MIDNIGHTS = { from: '2026-11-24T19:00:00.000Z', to: '2026-11-25T19:00:00.000Z' }

export const EXCEPTION = {
  id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a51',
  operatorId: OPERATOR_ID,
  operatorName: OPERATOR.name,
  team: null,
  from: START,
  to: SIGNED_ON,
  kind: 'technical',
  note: 'Telephone replaced',
  status: 'approved',
  requestedBy: OPERATOR.name,
  requestedAt: '2026-11-25T04:25:00.000Z',
  decidedBy: 'Супервизор',
  decidedAt: '2026-11-25T04:40:00.000Z',
  reply: '',
}

export const POLICY = { ...KEZEK_POLICY, toleranceSeconds: 60 }
const NOTE = 'A minute is nobody’s fault'
const VALID_FROM = '2026-11-30T19:00:00.000Z'
export const NEW_POLICY = { policy: POLICY, validFrom: VALID_FROM, note: NOTE }
const VERDICTS = { work: { ready: 'in', meal: 'out' }, meal: { ready: 'out', meal: 'in' } }
export const POLICY_VERSION = {
  version: 1,
  ...NEW_POLICY,
  madeBy: 'Планировщик',
  verdicts: VERDICTS,
}

/** The day is judged by version 0, which tolerates nothing: 30 900 s of 31 200 s. */
const DAY_FIGURES = {
  adherence: 0.9904,
  adherenceWithoutTolerance: 0.9904,
  conformance: 0.9479,
  totals: {
    ...NO_TIME,
    scheduledSeconds: 32_400,
    inSeconds: 30_900,
    outSeconds: 300,
    neutralSeconds: 1200,
    excusedSeconds: 1200,
    deviations: 1,
    scheduledProductiveSeconds: 28_800,
    productiveSeconds: 27_300,
  },
}
export const PREVIEW = {
  before: DAY_FIGURES,
  after: { ...DAY_FIGURES, adherence: 1 },
  verdicts: VERDICTS,
  people: [{ ...OPERATOR, before: 0.9904, after: 1 }],
}
/** Without the meal: 27 300 s of 27 600 s. */
const WORK_FIGURES = {
  ...DAY_FIGURES,
  adherence: 0.9891,
  adherenceWithoutTolerance: 0.9891,
  totals: { ...DAY_FIGURES.totals, scheduledSeconds: 28_800, inSeconds: 27_300 },
}
const MEAL_FIGURES = {
  adherence: 1,
  adherenceWithoutTolerance: 1,
  conformance: null,
  totals: { ...NO_TIME, scheduledSeconds: 3600, inSeconds: 3600 },
}

export const REPORT = {
  formula: 'kezek',
  policyVersions: [0],
  ...DAY_FIGURES,
  teams: [{ team: 'day-a', ...DAY_FIGURES }],
  weeks: [{ monday: '2026-11-23', ...DAY_FIGURES }],
  days: [{ date: DATE, ...DAY_FIGURES }],
  activities: [
    { activity: 'work', ...WORK_FIGURES },
    { activity: 'meal', ...MEAL_FIGURES },
  ],
  people: [
    {
      ...OPERATOR,
      personnelNumber: '1007',
      ...DAY_FIGURES,
      days: [{ date: DATE, ...DAY_FIGURES }],
      activities: [
        { activity: 'work', ...WORK_FIGURES },
        { activity: 'meal', ...MEAL_FIGURES },
      ],
    },
  ],
}

const away = { activity: null, state: 'logged_off', verdict: 'neutral', cause: 'outside' }
const atWork = { activity: 'work', state: 'ready', verdict: 'in', cause: 'table' }

export const PERSON_DAY = {
  ...OPERATOR,
  date: DATE,
  ...MIDNIGHTS,
  policyVersion: 0,
  formula: 'kezek',
  schedule: [
    { from: START, to: MEAL.from, activity: 'work' },
    { ...MEAL, activity: 'meal' },
    { from: MEAL.to, to: END, activity: 'work' },
  ],
  states: [
    { from: SIGNED_ON, to: MEAL.from, state: 'ready', reason: null },
    { from: MEAL.from, to: BACK, state: 'meal', reason: null },
    { from: BACK, to: END, state: 'ready', reason: null },
  ],
  judged: [
    { from: MIDNIGHTS.from, to: START, ...away },
    {
      ...atWork,
      from: START,
      to: SIGNED_ON,
      state: 'logged_off',
      verdict: 'neutral',
      cause: 'excused',
    },
    { ...atWork, from: SIGNED_ON, to: MEAL.from },
    { ...atWork, ...MEAL, activity: 'meal', state: 'meal' },
    { ...atWork, from: MEAL.to, to: BACK, state: 'meal', verdict: 'out' },
    { ...atWork, from: BACK, to: END },
    { from: END, to: MIDNIGHTS.to, ...away },
  ],
  exceptions: [EXCEPTION],
  ...DAY_FIGURES,
}
