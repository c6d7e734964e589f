import type { Span } from './span-cursor.ts'

/** The parts of spans within `[fromMs, toMs)`, in their order. */
export function clipSpans<Item extends Span>(
  spans: readonly Item[],
  { startMs: fromMs, endMs: toMs }: Span,
): Item[] {
  return spans.flatMap((span) => {
    const startMs = Math.max(span.startMs, fromMs)
    const endMs = Math.min(span.endMs, toMs)
    return startMs < endMs ? [{ ...span, startMs, endMs }] : []
  })
}

/** What remains of one span when others, which ascend and may overlap, are taken out of it. */
export function withoutSpans(whole: Span, taken: readonly Span[]): Span[] {
  const rest: Span[] = []
  let startMs = whole.startMs
  for (const span of taken) {
    if (span.startMs > startMs) {
      rest.push({ startMs, endMs: Math.min(span.startMs, whole.endMs) })
    }
    startMs = Math.max(startMs, span.endMs)
    if (startMs >= whole.endMs) return rest
  }
  if (startMs < whole.endMs) rest.push({ startMs, endMs: whole.endMs })
  return rest
}

/** The same time as ascending spans that neither overlap nor touch. */
export function unitedSpans(spans: readonly Span[]): Span[] {
  const united: { startMs: number; endMs: number }[] = []
  for (const { startMs, endMs } of spans.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = united.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else united.push({ startMs, endMs })
  }
  return united
}
