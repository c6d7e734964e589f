import { putStart } from './put-start.ts'
import type { Template } from './template.ts'

/** The length is fixed: "minutes must be exactly on 15-minute intervals". */
const INTERVAL_SECONDS = 900

/**
 * Genesys Cloud, historical data import of its workforce management.
 * Source: help.mypurecloud.com, "Prepare the historical data import .csv file".
 *
 * - `Interval Start UTC Date`: ISO 8601 in UTC, on a quarter of an hour.
 * - `Queue`, `Media Type` (Voice, Chat, Email, Callback, Message).
 * - `Skill Set` (joined by `|||`) and `Language`: both optional. One queue and interval has a row
 *   for every combination of them: they are added up here, not taken for duplicates, and the
 *   languages are counted by day.
 * - `Offered`, `Interactions Handled`: interactions. Handled ones belong to the interval in which
 *   they were handled, so they may exceed the offered.
 * - `Total Handle Time` (in newer files `Total Handle Time (Seconds)`): seconds in either, talk,
 *   hold and after-call work of the handled together.
 */
export const genesysCloudTemplate: Template = {
  name: 'genesys-cloud',
  required: [
    'interval_start_utc_date',
    'queue',
    'media_type',
    'offered',
    'interactions_handled',
    'total_handle_time',
  ],
  optional: ['skill_set', 'language'],
  ignored: [],
  bind({ columns, cells, starts, problems }) {
    const start = columns.get('interval_start_utc_date')
    const queue = columns.get('queue')
    const mediaType = columns.get('media_type')
    const offered = columns.get('offered')
    const handled = columns.get('interactions_handled')
    const handleTime = columns.get('total_handle_time')
    const skillSet = columns.find('skill_set')
    const language = columns.find('language')
    return (fields, draft) => {
      const text = fields[start.index] ?? ''
      // The column promises UTC: a text without Z is UTC all the same, not local time.
      const utc = /[zZ]$|[+-]\d{2}:?\d{2}$/.test(text.trim()) ? text : `${text.trim()}Z`
      putStart(draft, starts.read(utc), { column: start, text, problems })
      draft.intervalSeconds = INTERVAL_SECONDS
      draft.queue = cells.queue(fields, queue)
      draft.channel = cells.channel(fields, mediaType)
      draft.language = cells.language(fields, language)
      draft.variant = `${skillSet === null ? '' : (fields[skillSet.index] ?? '')}\n${draft.language}`
      draft.offered = cells.requiredCount(fields, offered)
      draft.handled = cells.requiredCount(fields, handled)
      draft.handleSeconds = cells.seconds(fields, handleTime)
    }
  },
}
