/** What the API's page shows: a Monday of a telephone queue, and its first half-hour. */
const QUEUE_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'
const spread = (mean: number, p10: number, p50: number, p90: number) => ({ mean, p10, p50, p90 })
const column = (mean: number, p10: number, p50: number, p90: number) => ({
  mean: [mean],
  p10: [p10],
  p50: [p50],
  p90: [p90],
})

const MONDAY = {
  fromDate: '2026-12-07',
  offered: spread(1840, 1695, 1838, 1990),
  asaSeconds: spread(24, 11, 21, 43),
  serviceLevel: spread(0.88, 0.79, 0.89, 0.95),
  abandonShare: spread(0.034, 0.018, 0.031, 0.057),
  occupancy: spread(0.78, 0.71, 0.78, 0.84),
  keptChance: 0.97,
}

export const SIMULATION = {
  id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0ab1',
  scheduleId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a81',
  revision: 2,
  staleBecause: [],
  runs: 200,
  seed: 1,
  engineVersion: 'kezek-simulation/1',
  dataHash: '5f1c8f0a9b3d2e47',
  lines: [
    {
      queueIds: [QUEUE_ID],
      promises: [{ queueId: QUEUE_ID, asaSeconds: 60, abandonShare: 0.1, serviceLevel: null }],
      days: [MONDAY],
      weeks: [MONDAY],
    },
  ],
  halfYear: {
    fromDate: '2026-07-01',
    toDate: '2027-01-01',
    soFar: { answered: 214_380, asaSeconds: 48, abandonShare: 0.071, untilDate: '2026-11-24' },
    keptChance: 1,
    asaSeconds: spread(44, 43, 44, 45),
    abandonShare: spread(0.066, 0.065, 0.066, 0.067),
  },
  endlessPatience: [],
  madeBy: 'Планировщик',
  madeAt: '2026-11-24T05:10:00.000Z',
}

export const INTERVALS = {
  intervalMinutes: 30,
  startsAt: ['2026-12-07T04:00:00.000Z'],
  offered: column(62, 51, 62, 74),
  asaSeconds: column(31, 4, 19, 74),
  serviceLevel: column(0.84, 0.6, 0.88, 0.98),
  abandonShare: column(0.041, 0, 0.032, 0.095),
  occupancy: column(0.81, 0.69, 0.82, 0.93),
}
