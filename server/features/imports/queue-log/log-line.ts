import { callerMark } from './caller-mark.ts'

const EARLIEST_SECONDS = Date.UTC(1990, 0, 1) / 1000
const LATEST_SECONDS = Date.UTC(2100, 0, 1) / 1000
const PIPE = '|'

/** One line of an Asterisk `queue_log`. Reused for every line, so that none is kept. */
export interface LogLine {
  timeMs: number
  callId: string
  queue: string
  agent: string
  event: string
  /**
   * Parameters of the event, with their pipes. Always empty for ENTERQUEUE, whose parameters are the
   * caller's number and name: they are dropped here, before anything else sees the line.
   */
  data: string
  /** Of ENTERQUEUE, what tells its caller from others while the log is read; else, and if hidden, 0. */
  caller: number
}

/**
 * Reads a line: `epoch seconds|call|queue|agent|event|parameters…`. Lines of every version have
 * these five fields; a trailing pipe and missing parameters are usual.
 *
 * @returns false if the line is not of this form; `line` is then undefined
 */
export function readLogLine(text: string, line: LogLine): boolean {
  const callAt = text.indexOf(PIPE) + 1
  const queueAt = text.indexOf(PIPE, callAt) + 1
  const agentAt = text.indexOf(PIPE, queueAt) + 1
  const eventAt = text.indexOf(PIPE, agentAt) + 1
  if (callAt === 0 || queueAt === 0 || agentAt === 0 || eventAt === 0) return false
  const seconds = Number(text.slice(0, callAt - 1))
  if (!(seconds >= EARLIEST_SECONDS && seconds < LATEST_SECONDS)) return false
  const dataAt = text.indexOf(PIPE, eventAt) + 1
  line.timeMs = seconds * 1000
  line.callId = text.slice(callAt, queueAt - 1)
  line.queue = text.slice(queueAt, agentAt - 1)
  line.agent = text.slice(agentAt, eventAt - 1)
  line.event = dataAt === 0 ? text.slice(eventAt) : text.slice(eventAt, dataAt - 1)
  const isEntry = line.event === 'ENTERQUEUE'
  line.data = dataAt === 0 || isEntry ? '' : text.slice(dataAt)
  line.caller = dataAt === 0 || !isEntry ? 0 : callerMark(callerOf(text, dataAt))
  return line.event.length > 0
}

/** The second parameter of ENTERQUEUE; the first is an address. */
function callerOf(text: string, dataAt: number): string {
  const from = text.indexOf(PIPE, dataAt) + 1
  if (from === 0) return ''
  const to = text.indexOf(PIPE, from)
  return text.slice(from, to === -1 ? undefined : to)
}

/** True when a file's first line is one of a `queue_log` rather than a header of a table. */
export function looksLikeLog(firstLine: string): boolean {
  return /^\d{9,10}(\.\d+)?\|[^|]*\|[^|]*\|[^|]*\|\w+/.test(firstLine)
}

/** An empty line to read into. */
export function emptyLogLine(): LogLine {
  return { timeMs: 0, callId: '', queue: '', agent: '', event: '', data: '', caller: 0 }
}
