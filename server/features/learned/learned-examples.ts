/** What the API's description shows. */
export const LEARNED_QUEUE = {
  patience: {
    kind: 'estimated',
    source: 'contacts',
    seconds: 214,
    low: 198,
    high: 231,
    abandoned: 812,
    offered: 14_206,
    fromDate: '2026-03-02',
    toDate: '2026-05-31',
    stillWaiting: [
      { seconds: 60, share: 0.76, low: 0.74, high: 0.78 },
      { seconds: 120, share: 0.58, low: 0.55, high: 0.61 },
    ],
  },
  redials: {
    kind: 'estimated',
    share: 0.42,
    low: 0.38,
    high: 0.46,
    pauseSeconds: 410,
    abandoned: 640,
    followed: 269,
    fromDate: '2026-03-02',
    toDate: '2026-05-31',
  },
}

export const LEARNED_SHRINKAGE = {
  fromDate: '2026-04-06',
  toDate: '2026-05-31',
  planned: {
    kind: 'estimated',
    share: 0.041,
    low: 0.033,
    high: 0.051,
    days: 56,
    hours: 14_200,
    reasons: [{ reason: 'training', share: 0.041 }],
  },
  unplanned: {
    kind: 'estimated',
    share: 0.072,
    low: 0.064,
    high: 0.081,
    days: 55,
    hours: 13_100,
    reasons: [
      { reason: 'sick', share: 0.031 },
      { reason: 'break', share: 0.022 },
      { reason: 'signed_off', share: 0.019 },
    ],
  },
  weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    shifts: 280,
    planned: 0.041,
    unplanned: 0.072,
  })),
  leave: [{ kind: 'annual', personDays: 196, share: 0.055 }],
}

export const REQUIREMENT_VALUES = {
  values: [
    {
      name: 'patienceSeconds',
      used: 480,
      setting: 480,
      learned: 214,
      low: 198,
      high: 231,
      differs: true,
      peopleFactor: null,
    },
    {
      name: 'shrinkageUnplanned',
      used: 0.05,
      setting: 0.05,
      learned: 0.072,
      low: 0.064,
      high: 0.081,
      differs: true,
      peopleFactor: 1.024,
    },
  ],
}
