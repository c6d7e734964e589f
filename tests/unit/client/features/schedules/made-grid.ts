import type { Grid, Shift } from '../../../../../client/features/schedules/shift/shift-edit.ts'

/** A shift of one of two people of a made-up week, 7 to 13 December 2026 in Almaty (UTC+5). */
export function madeShift(id: string, startsAt: string, part: Partial<Shift> = {}): Shift {
  const startMs = Date.parse(startsAt)
  const at = (hours: number): string => new Date(startMs + hours * 3_600_000).toISOString()
  return {
    id,
    operatorId: 'o1' as Shift['operatorId'],
    shape: 'D9',
    startsAt: at(0),
    endsAt: at(9),
    locked: false,
    origin: 'engine',
    workPlace: null,
    breaks: [{ startsAt: at(4), endsAt: at(5), kind: 'meal', paid: false }],
    ...part,
  }
}

const shape = {
  paidMinutes: 480,
  startFromMinutes: 420,
  startToMinutes: 540,
  startStepMinutes: 60,
}
const person = {
  contract: 'full',
  site: { kk: 'А', ru: 'А', en: 'A' },
  team: null,
  queues: ['q1', 'q2'],
  paidMinutes: 480,
  targetMinutes: 2400,
  accounts: [],
  shapes: ['D8', 'D9', 'D12'],
  leave: [],
  absences: [],
  remoteDays: [],
  training: [],
}

/** Two people, two queues, four intervals of half an hour. */
export function madeGrid(shifts: readonly Shift[], part: Partial<Grid> = {}): Grid {
  const half = (at: number): string =>
    new Date(Date.parse('2026-12-07T09:00:00+05:00') + at * 1_800_000).toISOString()
  const schedule = { id: 's1', revision: 1, status: 'draft', madeBy: 'Планировщик' }
  return {
    schedule: schedule as Grid['schedule'],
    timezone: 'Asia/Almaty',
    operators: [
      { ...person, id: 'o1', personnelNumber: '1', name: 'Айгерім' },
      { ...person, id: 'o2', personnelNumber: '2', name: 'Данияр' },
    ] as Grid['operators'],
    shapes: [
      { ...shape, code: 'D8', spanMinutes: 510, paidMinutes: 450 },
      { ...shape, code: 'D9', spanMinutes: 540 },
      { ...shape, code: 'D12', spanMinutes: 720 },
    ],
    shifts: [...shifts],
    coverage: {
      intervalMinutes: 30,
      startsAt: [0, 1, 2, 3].map(half),
      required: [2, 3, 3, 1],
      scheduled: [2, 2, 2, 2],
      shortage: [0, 1, 1, 0],
      queues: [
        { queueId: 'q1' as never, required: [1, 2, 2, 1], shortage: [0, 1, 1, 0] },
        { queueId: 'q2' as never, required: [1, 1, 1, 0], shortage: [0, 0, 0, 0] },
      ],
    },
    violations: [],
    ...part,
  }
}
