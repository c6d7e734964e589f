import { readIntervalLength } from './interval-length.ts'
import { putStart } from './put-start.ts'
import type { Template } from './template.ts'

/**
 * Amazon Connect, import of historical data for forecasting.
 *
 * - `QueueName`; `QueueId` is not kept. `ChannelType`: VOICE, CHAT, EMAIL.
 * - `TimeStamp`: ISO 8601. A text without an offset is local time in the zone of the file.
 * - `IntervalDuration`: minutes.
 * - `IncomingContactVolume`: offered. How many of them abandoned is not told, and it is not the
 *   difference to the handled, who may have waited from an interval before.
 * - `AverageHandleTime`: seconds a handled contact; `ContactsHandled`. The total is their product.
 */
export const amazonConnectTemplate: Template = {
  name: 'amazon-connect',
  required: [
    'queuename',
    'channeltype',
    'timestamp',
    'intervalduration',
    'incomingcontactvolume',
    'averagehandletime',
    'contactshandled',
  ],
  optional: [],
  ignored: ['queueid'],
  bind({ columns, cells, starts, problems }) {
    const start = columns.get('timestamp')
    const length = columns.get('intervalduration')
    const queue = columns.get('queuename')
    const channelType = columns.get('channeltype')
    const volume = columns.get('incomingcontactvolume')
    const average = columns.get('averagehandletime')
    const handled = columns.get('contactshandled')
    return (fields, draft) => {
      const text = fields[start.index] ?? ''
      putStart(draft, starts.read(text), { column: start, text, problems })
      draft.intervalSeconds = readIntervalLength(fields, length, { unitSeconds: 60, problems })
      draft.queue = cells.queue(fields, queue)
      draft.channel = cells.channel(fields, channelType)
      draft.offered = cells.requiredCount(fields, volume)
      draft.handled = cells.count(fields, handled)
      const averageSeconds = cells.seconds(fields, average)
      // No average is written where nobody was handled: the total is then zero, not unknown.
      draft.handleSeconds = draft.handled === 0 ? 0 : averageSeconds * draft.handled
    }
  },
}
