import { describe, expect, it } from 'vitest'

import { guessKind } from '../../../../../client/features/imports/guess-kind.ts'
import { importQuery } from '../../../../../client/features/imports/import-request.ts'

describe('guessKind', () => {
  it.each([
    ['log.txt', '1366720340|1366720340.303|sales|SIP/8007|RINGNOANSWER|1000\n', 'queue_log'],
    ['log.txt', '1366720340|NONE|NONE|NONE|QUEUESTART|\n', 'queue_log'],
    ['export.csv', 'time,callid,queuename,agent,event,data1\n', 'queue_log'],
    ['queue_log.1.gz', '\u001F\uFFFD', 'queue_log'],
    ['history.csv', 'interval_start,queue,channel,offered\n', 'intervals'],
    ['calabrio.txt', '20260601|0900|sales|10|8\n', 'intervals'],
    ['empty.csv', '', 'intervals'],
  ])('takes %s beginning %j for %s', (name, head, kind) => {
    expect(guessKind(name, head)).toBe(kind)
  })
})

describe('importQuery', () => {
  const settings = {
    kind: 'intervals',
    timeZone: 'Asia/Almaty',
    skipsBadRows: true,
    intervalMinutes: 15,
    queueMap: {},
  } as const

  it('says how the file is to be read', () => {
    expect(Object.fromEntries(new URLSearchParams(importQuery(settings, true)))).toEqual({
      kind: 'intervals',
      dryRun: 'true',
      timezone: 'Asia/Almaty',
      onBadRow: 'skip-row',
      intervalMinutes: '15',
    })
  })

  it('leaves the length of intervals to a file that tells it', () => {
    expect(importQuery({ ...settings, intervalMinutes: null }, false)).not.toContain('Minutes')
  })
})
