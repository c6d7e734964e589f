import type { ExplainedDay } from './use-explanation.ts'

/**
 * The day to explain: the one that was asked for, else the busiest of what is shown.
 *
 * @returns undefined without any day
 */
export function shownDay(
  days: readonly ExplainedDay[],
  wanted: {
    readonly asked: string | undefined
    readonly span: { readonly startMs: number; readonly endMs: number } | null
    readonly startOf: (date: string) => number
  },
): ExplainedDay | undefined {
  const { asked, span, startOf } = wanted
  const own = days.find(({ date }) => date === asked)
  if (own !== undefined) return own
  const inView = days.filter(({ date }) => {
    const ms = startOf(date)
    return span !== null && ms >= span.startMs && ms < span.endMs
  })
  const among = inView.length === 0 ? days : inView
  return among.reduce<ExplainedDay | undefined>(
    (most, day) => (most === undefined || day.adjusted > most.adjusted ? day : most),
    undefined,
  )
}
