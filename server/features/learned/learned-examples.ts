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
