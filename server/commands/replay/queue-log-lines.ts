import type { RecordedEvent } from '#forecasting/simulation/record-day.ts'

import type { RecordedDay } from './recorded-day.ts'

/**
 * Lines of an Asterisk `queue_log` that tell of an event, as `app_queue.c` writes them. Nobody has called:
 * the caller's number is empty.
 *
 * @param startSeconds epoch seconds of the day's beginning
 */
export function queueLogLines(
  event: RecordedEvent,
  day: Pick<RecordedDay, 'queues' | 'people'>,
  startSeconds: number,
): string[] {
  const at = startSeconds + event.atSeconds
  const line = (...fields: readonly (string | number)[]): string => [at, ...fields].join('|')
  const queueName = (queue: number): string => day.queues[queue] ?? ''
  const call = (number: number): string => callId(number, startSeconds)
  const ofMember = (person: number, ...fields: readonly (string | number)[]): string[] =>
    queuesOf(day, person).map((queue) => line('NONE', queue, personName(day, person), ...fields))
  switch (event.kind) {
    case 'join':
      return ofMember(event.person, 'ADDMEMBER', '')
    case 'leave':
      return ofMember(event.person, 'REMOVEMEMBER', '')
    case 'pause':
      return ofMember(event.person, 'PAUSE', event.reason)
    case 'unpause':
      return ofMember(event.person, 'UNPAUSE', '')
    case 'enter':
      return [line(call(event.call), queueName(event.queue), 'NONE', 'ENTERQUEUE', '', '', 1)]
    case 'abandon':
      return [
        line(call(event.call), queueName(event.queue), 'NONE', 'ABANDON', 1, 1, event.waitSeconds),
      ]
    case 'connect':
      return [
        line(
          call(event.call),
          queueName(event.queue),
          personName(day, event.person),
          'CONNECT',
          event.waitSeconds,
          `${call(event.call)}.b`,
          0,
        ),
      ]
    case 'complete':
      return [
        line(
          call(event.call),
          queueName(event.queue),
          personName(day, event.person),
          'COMPLETECALLER',
          event.waitSeconds,
          event.talkSeconds,
          1,
        ),
      ]
  }
}

/** As Asterisk calls a channel: the same in the log and over the manager interface. */
export function callId(call: number, startSeconds: number): string {
  return `${startSeconds}.${call + 1}`
}

export function personName({ people }: Pick<RecordedDay, 'people'>, person: number): string {
  return people[person]?.name ?? ''
}

export function queuesOf(
  { queues, people }: Pick<RecordedDay, 'queues' | 'people'>,
  person: number,
): string[] {
  return (people[person]?.queues ?? []).map((queue) => queues[queue] ?? '')
}
