import type { CellColumn } from '../cell-readers.ts'
import type { RowProblems } from '../row-problems.ts'
import type { FileColumns } from './file-columns.ts'
import { readIntervalLength } from './interval-length.ts'
import { putStart } from './put-start.ts'
import type { DraftRow, Template } from './template.ts'

/**
 * Kezek's own history file (README, "History file"). One row per queue and interval; a contact
 * belongs to the interval of its arrival, therefore parts can never exceed the whole.
 *
 * - `interval_start`: RFC 3339 with offset, or local time in the zone of the file.
 * - `interval_seconds`: optional; without it the length is found from the starts.
 * - `offered`, `handled`, `abandoned`, `short_abandoned`, `answered_in_target`: contacts.
 * - `aht_seconds`: mean over the handled contacts, turned into a total here. Without a `handled`
 *   column the handled are taken to be the offered less the abandoned.
 * - `talk_seconds`, `hold_seconds`, `wrap_seconds`: totals; where talk is present their sum is
 *   the handle time, and `aht_seconds` is not looked at.
 * - `wait_seconds`: total wait of the answered.
 * - `language`, `topic`: what the contacts of the row were. One queue and interval then has a row for
 *   every combination of them: they are added up here, and counted by day.
 */
export const kezekTemplate: Template = {
  name: 'kezek',
  required: ['interval_start', 'queue', 'channel', 'offered'],
  optional: [
    'interval_seconds',
    'handled',
    'abandoned',
    'short_abandoned',
    'aht_seconds',
    'talk_seconds',
    'hold_seconds',
    'wrap_seconds',
    'wait_seconds',
    'answered_in_target',
    'language',
    'topic',
  ],
  ignored: [],
  bind({ columns, cells, starts, problems }) {
    const start = columns.get('interval_start')
    const queue = columns.get('queue')
    const channel = columns.get('channel')
    const offered = columns.get('offered')
    const length = columns.find('interval_seconds')
    const parts = partColumns(columns)
    const totals = totalColumns(columns)
    const aht = columns.find('aht_seconds')
    const wait = columns.find('wait_seconds')
    const language = columns.find('language')
    const topic = columns.find('topic')
    return (fields, draft) => {
      putStart(draft, starts.read(fields[start.index] ?? ''), {
        column: start,
        text: fields[start.index] ?? '',
        problems,
      })
      draft.intervalSeconds =
        length === null ? 0 : readIntervalLength(fields, length, { unitSeconds: 1, problems })
      draft.queue = cells.queue(fields, queue)
      draft.channel = cells.channel(fields, channel)
      putWhatTheyWere(draft, cells.language(fields, language), cells.topic(fields, topic))
      draft.offered = cells.requiredCount(fields, offered)
      for (const part of parts) draft[part.measure] = cells.count(fields, part.column)
      for (const total of totals) draft[total.measure] = cells.seconds(fields, total.column)
      draft.waitSeconds = cells.seconds(fields, wait)
      const meanSeconds = cells.seconds(fields, aht)
      draft.handleSeconds = handleSeconds(draft, meanSeconds)
      checkParts(draft, problems, offered)
    }
  },
}

function putWhatTheyWere(draft: DraftRow, language: string, topic: string): void {
  draft.language = language
  draft.topic = topic
  draft.variant = language === '' && topic === '' ? '' : `${language}\n${topic}`
}

type Part = 'handled' | 'abandoned' | 'shortAbandoned' | 'answeredInTarget'
type Total = 'talkSeconds' | 'holdSeconds' | 'wrapSeconds'

function partColumns(
  columns: FileColumns,
): readonly { measure: Part; column: CellColumn | null }[] {
  return [
    { measure: 'handled', column: columns.find('handled') },
    { measure: 'abandoned', column: columns.find('abandoned') },
    { measure: 'shortAbandoned', column: columns.find('short_abandoned') },
    { measure: 'answeredInTarget', column: columns.find('answered_in_target') },
  ]
}

function totalColumns(
  columns: FileColumns,
): readonly { measure: Total; column: CellColumn | null }[] {
  return [
    { measure: 'talkSeconds', column: columns.find('talk_seconds') },
    { measure: 'holdSeconds', column: columns.find('hold_seconds') },
    { measure: 'wrapSeconds', column: columns.find('wrap_seconds') },
  ]
}

function handleSeconds(draft: DraftRow, meanSeconds: number): number {
  const { talkSeconds, holdSeconds, wrapSeconds } = draft
  if (!Number.isNaN(talkSeconds)) {
    return talkSeconds + zeroIfUnknown(holdSeconds) + zeroIfUnknown(wrapSeconds)
  }
  const handled = Number.isNaN(draft.handled)
    ? draft.offered - zeroIfUnknown(draft.abandoned)
    : draft.handled
  if (!Number.isNaN(meanSeconds)) return meanSeconds * handled
  return draft.handled === 0 ? 0 : Number.NaN
}

function zeroIfUnknown(value: number): number {
  return Number.isNaN(value) ? 0 : value
}

/** Comparisons with NaN are false, so an unknown part breaks no rule. */
function checkParts(draft: DraftRow, problems: RowProblems, offeredColumn: CellColumn): void {
  const { offered, handled, abandoned, shortAbandoned, answeredInTarget } = draft
  const params = { offered: zeroIfUnknown(offered) }
  if (handled > offered) {
    problems.report('handled-exceeds-offered', offeredColumn.name, {
      params: { ...params, handled },
    })
  }
  if (abandoned > offered) {
    problems.report('abandoned-exceeds-offered', offeredColumn.name, {
      params: { ...params, abandoned },
    })
  }
  if (shortAbandoned > abandoned) {
    problems.report('short-exceeds-abandoned', 'short_abandoned', {
      params: { shortAbandoned, abandoned },
    })
  }
  if (answeredInTarget > handled) {
    problems.report('in-target-exceeds-handled', 'answered_in_target', {
      params: { answeredInTarget, handled },
    })
  }
}
