import type { CompiledPolicy } from './compile-policy.ts'
import type { JudgedSpan } from './judge-day.ts'

/**
 * Drops small deviations whole: an unbroken run of `out` that is no longer than the tolerance
 * becomes `in`. A run over several activities is one deviation, judged by the strictest of them, so
 * that cutting a shift into pieces forgives nothing. Work outside the shift has no tolerance.
 */
export function tolerate(judged: readonly JudgedSpan[], compiled: CompiledPolicy): JudgedSpan[] {
  if (!compiled.toleratesAny) return [...judged]
  const result: JudgedSpan[] = []
  for (let i = 0; i < judged.length;) {
    const end = runEnd(judged, i)
    if (end === i) {
      result.push(judged[i++] as JudgedSpan)
      continue
    }
    const run = judged.slice(i, end)
    result.push(...(isTolerated(run, compiled) ? run.map(forgiven) : run))
    i = end
  }
  return result
}

/** One past the last span of the run of `out` that begins at `start`; `start` where none does. */
function runEnd(judged: readonly JudgedSpan[], start: number): number {
  let end = start
  while (isDeviation(judged[end])) end++
  return end
}

function isTolerated(run: readonly JudgedSpan[], compiled: CompiledPolicy): boolean {
  const toleranceSeconds = Math.min(...run.map((span) => toleranceOf(span, compiled)))
  const lengthMs = (run.at(-1)?.endMs ?? 0) - (run[0]?.startMs ?? 0)
  return lengthMs <= toleranceSeconds * 1000
}

function isDeviation(span: JudgedSpan | undefined): boolean {
  return span !== undefined && span.verdict === 'out' && span.activity !== null
}

function toleranceOf({ activity }: JudgedSpan, compiled: CompiledPolicy): number {
  return compiled.tolerances.get(activity) ?? 0
}

function forgiven(span: JudgedSpan): JudgedSpan {
  return { ...span, verdict: 'in', cause: 'tolerated' }
}
