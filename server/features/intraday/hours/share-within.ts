import { clipSpans } from '../../adherence/cut-spans.ts'
import type { Span } from '../../adherence/span-cursor.ts'

/** How much of a window some spans cover: of one person 0..1, of several the people that they come to. */
export function shareWithin(spans: readonly Span[], window: Span): number {
  const covered = clipSpans(spans, window)
  const sumMs = covered.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
  return sumMs / (window.endMs - window.startMs)
}
