interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** A shift in the parts that its gaps leave of it (art. 72): one part where there is none. */
export function shiftParts(
  { startMs, endMs }: Span,
  breaks: readonly (Span & { readonly kind: string })[],
): readonly Span[] {
  const gaps = breaks.filter(({ kind }) => kind === 'gap').toSorted((a, b) => a.startMs - b.startMs)
  const starts = [startMs, ...gaps.map((gap) => gap.endMs)]
  const ends = [...gaps.map((gap) => gap.startMs), endMs]
  return starts.map((from, at) => ({ startMs: from, endMs: ends[at] ?? endMs }))
}
