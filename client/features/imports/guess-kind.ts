import type { ImportKind } from './import-request.ts'

/** `1366720340|1366720340.303|sales|SIP/8007|RINGNOANSWER|1000` */
const LOG_LINE = /^\uFEFF?\d{9,}(?:\.\d+)?\|[^|]*\|[^|]*\|[^|]*\|[A-Z]+/m
/** The log as it is kept in a table of a database. */
const LOG_COLUMNS = ['callid', 'queuename', 'event']

/**
 * What a file is, by its beginning; by its name where the beginning is packed. It is a first guess:
 * the reader can say otherwise.
 *
 * @param head the first characters of the file
 */
export function guessKind(fileName: string, head: string): ImportKind {
  const header = head.slice(0, head.search(/[\r\n]|$/)).toLowerCase()
  const isLog =
    LOG_LINE.test(head) ||
    LOG_COLUMNS.every((column) => header.includes(column)) ||
    /queue[_-]?log/i.test(fileName)
  return isLog ? 'queue_log' : 'intervals'
}
