import { readIntervalLength } from './interval-length.ts'
import { putStart } from './put-start.ts'
import type { Template } from './template.ts'

/** The 21 fields in the order that the record prescribes; the file may come without a header. */
export const CALABRIO_FIELDS = [
  'interval',
  'date',
  'time',
  'queue',
  'queue_name',
  'offd_direct_call_cnt',
  'overflow_in_call_cnt',
  'aband_call_cnt',
  'overflow_out_call_cnt',
  'answ_call_cnt',
  'queued_and_answ_call_dur',
  'queued_and_aband_call_dur',
  'talking_call_dur',
  'wrap_up_dur',
  'queued_answ_longest_que_dur',
  'queued_aband_longest_que_dur',
  'avg_avail_member_cnt',
  'ans_servicelevel_cnt',
  'wait_dur',
  'aband_short_call_cnt',
  'aband_within_sl_cnt',
] as const

/**
 * Calabrio WFM (Teleopti), queue data file of 21 fields, separated by semicolons or commas.
 * Source: help.calabrio.com, "Queue data file format".
 *
 * - `interval`: minutes. `date` (YYYYMMDD) and `time` (HH:MM): local, in the zone of the file.
 * - `queue`: number of the queue; `queue_name`: its name, which Kezek keeps (the number where the
 *   name is empty). Two numbers with one name are one queue to Kezek, and are added up.
 * - `offd_direct_call_cnt`: calls whose first queue this is; `overflow_in_call_cnt`: calls that came
 *   over from another queue. Offered is their sum: everything that this queue had to answer.
 * - `overflow_out_call_cnt`: left for another queue, where they are overflow in; they stay in the
 *   offered here, as a visit that was neither handled nor abandoned.
 * - `aband_call_cnt`, of which `aband_short_call_cnt` are short; `answ_call_cnt`: handled.
 * - `talking_call_dur`, `wrap_up_dur`: seconds in total; handle time is their sum.
 * - `queued_and_answ_call_dur`: total wait of the answered, in seconds. (`wait_dur`, in spite of its
 *   name, is how long agents waited for calls, and is not read.)
 * - `ans_servicelevel_cnt`: answered within the source's target.
 */
export const calabrioTemplate: Template = {
  name: 'calabrio',
  required: [
    'interval',
    'date',
    'time',
    'queue',
    'queue_name',
    'offd_direct_call_cnt',
    'answ_call_cnt',
    'talking_call_dur',
    'wrap_up_dur',
  ],
  optional: [
    'overflow_in_call_cnt',
    'aband_call_cnt',
    'queued_and_answ_call_dur',
    'ans_servicelevel_cnt',
    'aband_short_call_cnt',
  ],
  ignored: CALABRIO_FIELDS,
  bind({ columns, cells, starts, problems, defaultChannel }) {
    const length = columns.get('interval')
    const date = columns.get('date')
    const time = columns.get('time')
    const number = columns.get('queue')
    const name = columns.get('queue_name')
    const direct = columns.get('offd_direct_call_cnt')
    const overflowIn = columns.find('overflow_in_call_cnt')
    const abandoned = columns.find('aband_call_cnt')
    const short = columns.find('aband_short_call_cnt')
    const answered = columns.get('answ_call_cnt')
    const inTarget = columns.find('ans_servicelevel_cnt')
    const talking = columns.get('talking_call_dur')
    const wrapUp = columns.get('wrap_up_dur')
    const waited = columns.find('queued_and_answ_call_dur')
    return (fields, draft) => {
      const dateText = fields[date.index] ?? ''
      const timeText = fields[time.index] ?? ''
      putStart(draft, starts.readSplit(dateText, timeText), {
        column: date,
        text: `${dateText} ${timeText}`,
        problems,
      })
      draft.intervalSeconds = readIntervalLength(fields, length, { unitSeconds: 60, problems })
      draft.queue = cells.queue(fields, (fields[name.index] ?? '').trim() === '' ? number : name)
      draft.variant = fields[number.index] ?? ''
      draft.channel = defaultChannel
      const overflow = cells.count(fields, overflowIn)
      draft.offered = cells.requiredCount(fields, direct) + (Number.isNaN(overflow) ? 0 : overflow)
      draft.abandoned = cells.count(fields, abandoned)
      draft.shortAbandoned = cells.count(fields, short)
      draft.handled = cells.requiredCount(fields, answered)
      draft.answeredInTarget = cells.count(fields, inTarget)
      draft.talkSeconds = cells.seconds(fields, talking)
      draft.wrapSeconds = cells.seconds(fields, wrapUp)
      draft.handleSeconds = draft.talkSeconds + draft.wrapSeconds
      draft.waitSeconds = cells.seconds(fields, waited)
    }
  },
}
