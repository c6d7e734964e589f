/** What the API's page shows as examples: one schedule, one shift, one breach. */
export const SCHEDULE = {
  id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a81',
  version: 4,
  revision: 2,
  requirementId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a71',
  fromDate: '2026-12-07',
  days: 7,
  status: 'draft',
  seed: 1,
  engineVersion: '1',
  summary: { shortAgentHours: 3.5 },
  wait: null,
  madeBy: 'Планировщик',
  madeAt: '2026-11-23T04:10:00.000Z',
  publishedBy: null,
  publishedAt: null,
}
export const OPERATOR_ID = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a91'
export const SHIFT = {
  id: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a82',
  operatorId: OPERATOR_ID,
  shape: 'D9',
  startsAt: '2026-12-07T04:00:00.000Z',
  endsAt: '2026-12-07T13:00:00.000Z',
  locked: false,
  origin: 'engine',
  breaks: [
    {
      startsAt: '2026-12-07T08:00:00.000Z',
      endsAt: '2026-12-07T09:00:00.000Z',
      kind: 'meal',
      paid: false,
    },
  ],
}
export const VIOLATION = {
  rule: 'R08',
  article: '71(1)',
  hard: true,
  operatorId: OPERATOR_ID,
  operatorName: 'Оператор 17',
  shiftId: SHIFT.id,
  dates: ['2026-12-07'],
  at: SHIFT.startsAt,
  text: 'Между сменами меньше 12 часов',
}
export const GRID = {
  schedule: SCHEDULE,
  timezone: 'Asia/Almaty',
  operators: [
    {
      id: OPERATOR_ID,
      personnelNumber: '0017',
      name: 'Оператор 17',
      contract: 'full-time',
      site: { kk: 'А алаңы', ru: 'Площадка А', en: 'Site A' },
      team: null,
      queues: ['0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'],
      paidMinutes: 2400,
      targetMinutes: 2400,
      shapes: ['D9'],
      leave: [],
      absences: [],
      training: [],
    },
  ],
  shapes: [
    {
      code: 'D9',
      spanMinutes: 540,
      paidMinutes: 480,
      startFromMinutes: 420,
      startToMinutes: 720,
      startStepMinutes: 30,
    },
  ],
  shifts: [SHIFT],
  coverage: {
    intervalMinutes: 30,
    startsAt: ['2026-12-07T04:00:00.000Z'],
    required: [20],
    scheduled: [19],
    shortage: [1],
    queues: [{ queueId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21', required: [20], shortage: [1] }],
  },
  violations: [VIOLATION],
}
