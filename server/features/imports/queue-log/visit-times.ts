/** Longest wait or call that is believed; a longer one is a damaged line. */
const BELIEVED_SECONDS = 172_800

/** Durations that an event tells of the visit that it ends; null where it tells nothing. */
export interface ToldTimes {
  readonly waitSeconds: number | null
  readonly talkSeconds: number | null
}

/**
 * Reads the durations of an event that ends a visit. Every one is in seconds (only RINGNOANSWER
 * tells milliseconds), but their places differ:
 *
 * | event | parameters |
 * | --- | --- |
 * | COMPLETECALLER, COMPLETEAGENT | wait, talk, position |
 * | TRANSFER, BLINDTRANSFER | extension, context, wait, talk, position (older: no position) |
 * | ATTENDEDTRANSFER | method, data that may hold pipes, wait, talk, position |
 * | ABANDON, EXITWITHTIMEOUT, EXITEMPTY, WITHDRAW | position, first position, wait (older: none) |
 * | EXITWITHKEY | key, position, first position, wait (older: none) |
 */
export function toldTimes(event: string, data: string): ToldTimes {
  const fields = data.split('|')
  switch (event) {
    case 'COMPLETECALLER':
    case 'COMPLETEAGENT':
      return { waitSeconds: believed(fields[0]), talkSeconds: believed(fields[1]) }
    case 'TRANSFER':
    case 'BLINDTRANSFER':
      return { waitSeconds: believed(fields[2]), talkSeconds: believed(fields[3]) }
    case 'ATTENDEDTRANSFER': {
      while (fields.at(-1) === '') fields.pop()
      return { waitSeconds: believed(fields.at(-3)), talkSeconds: believed(fields.at(-2)) }
    }
    case 'EXITWITHKEY':
      return { waitSeconds: believed(fields[3]), talkSeconds: null }
    default:
      return { waitSeconds: believed(fields[2]), talkSeconds: null }
  }
}

/** What CONNECT tells: wait in seconds, the channel, and in newer versions ringing in seconds. */
export function connectTimes(data: string): {
  readonly waitSeconds: number | null
  readonly ringSeconds: number | null
} {
  const fields = data.split('|')
  return { waitSeconds: believed(fields[0]), ringSeconds: believed(fields[2]) }
}

function believed(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,6}$/.test(text)) return null
  const seconds = Number(text)
  return seconds <= BELIEVED_SECONDS ? seconds : null
}
