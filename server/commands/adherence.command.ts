import type { AdherenceFigures } from '../features/adherence/adherence-figures.ts'
import { figuresOf } from '../features/adherence/adherence-figures.ts'
import { adherenceOf } from '../features/adherence/adherence-of.ts'
import { type AdherenceTotals, sumJudged } from '../features/adherence/adherence-totals.ts'
import { clipSpans } from '../features/adherence/cut-spans.ts'
import type { JudgedSpan } from '../features/adherence/judge-day.ts'
import { type AdherenceRequest, readAdherenceItem } from './adherence-item.ts'
import { type Command, InputError, parseOptions } from './command.ts'
import { readJson } from './json-input.ts'

/**
 * Adherence and conformance of schedules and states; no database. The input is a list of
 *
 *     { "id", "schedule": [[from, to, activity]], "actual": [[from, to, state]],
 *       "silent"?: [[from, to]], "excused"?: [[from, to]], "timezone"?, "policy"?, "bucket_minutes"? }
 *
 * Times are minutes that have passed since the midnight of the shift's first day, or ISO 8601, with
 * an offset or in `timezone`. Between the spans of `actual` the person was not signed on; within
 * `silent` nothing is known; `excused` turns out into neutral. `policy` starts from a `preset`
 * (`kezek`, `genesys`, `calabrio`, `amazon_nice`, `servicenow`) and may say `formula`,
 * `outside_shift`, `conformance_credit`, `judged`, `exception_threshold_s`, and in `activities`,
 * `states` and `table` the names and verdicts of its own.
 */
export const adherenceCommand: Command = {
  name: 'adherence',
  summary: 'Adherence and conformance of schedules and states under a policy.',
  usage: '--input FILE',
  async run(args) {
    const options = parseOptions(args, { input: 'string' })
    const value = await readJson(options.required('input'))
    if (!Array.isArray(value)) throw new InputError('the input: must be a list')
    // Every item is checked before the first is answered.
    const requests = value.map((item: unknown, index) => readAdherenceItem(item, index))
    process.stdout.write(`${JSON.stringify(requests.map(answerOf))}\n`)
  },
}

/** The answer to one item, in the order and under the names of the command's output. */
function answerOf(request: AdherenceRequest): object {
  const { record, compiled, writeTime } = request
  const { judged, totals, figures } = adherenceOf(record, compiled)
  const sum = (spans: readonly JudgedSpan[]): object => {
    const part = sumJudged(spans)
    return { ...ratios(figuresOf(part, compiled.policy)), ...seconds(part) }
  }
  return {
    id: request.id,
    formula: compiled.policy.formula,
    ...ratios(figures),
    exceptions: totals.deviations,
    ...seconds(totals),
    activities: Object.fromEntries(
      [...Map.groupBy(judged, ({ activity }) => activity)]
        .filter(([activity]) => activity !== null)
        .map(([activity, spans]) => [activity, sum(spans)]),
    ),
    ...(request.bucketMs === undefined
      ? {}
      : {
          buckets: bucketsOf(request, judged, request.bucketMs).map(([start, spans]) => ({
            start: writeTime(start),
            ...sum(spans),
          })),
        }),
    segments: judged.map(({ startMs, endMs, activity, state, verdict, cause }) => [
      writeTime(startMs),
      writeTime(endMs),
      { activity, state, verdict, cause },
    ]),
  }
}

function ratios(figures: AdherenceFigures): object {
  return {
    adherence: figures.adherence,
    adherence_without_threshold: figures.adherenceWithoutTolerance,
    conformance: figures.conformance,
  }
}

function seconds(totals: AdherenceTotals): object {
  return {
    scheduled_seconds: totals.scheduledSeconds,
    in_seconds: totals.inSeconds,
    out_seconds: totals.outSeconds,
    neutral_seconds: totals.neutralSeconds,
    unknown_seconds: totals.unknownSeconds,
    tolerated_seconds: totals.toleratedSeconds,
    excused_seconds: totals.excusedSeconds,
    scheduled_productive_seconds: totals.scheduledProductiveSeconds,
    productive_seconds: totals.productiveSeconds,
    outside_shift_seconds: totals.outsideSeconds,
  }
}

/** Judged time by equal spans, counted from the start of the schedule. */
function bucketsOf(
  { record }: AdherenceRequest,
  judged: readonly JudgedSpan[],
  bucketMs: number,
): readonly (readonly [number, readonly JudgedSpan[]])[] {
  const fromMs = record.planned[0]?.startMs ?? record.fromMs
  const toMs = record.planned.at(-1)?.endMs ?? record.toMs
  return Array.from({ length: Math.ceil((toMs - fromMs) / bucketMs) }, (_, index) => {
    const startMs = fromMs + index * bucketMs
    return [startMs, clipSpans(judged, { startMs, endMs: Math.min(startMs + bucketMs, toMs) })]
  })
}
