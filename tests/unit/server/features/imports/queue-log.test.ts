import { readFileSync } from 'node:fs'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { QueueVisit } from '#server/features/imports/queue-log/queue-visit.ts'

import { read } from './reading.ts'
import type { ReadResult } from './reading.ts'

const START_SECONDS = 1_772_424_000 // 2026-03-02T04:00:00Z

async function visitsOf(
  log: string | Buffer,
  options: Parameters<typeof read>[1] = {},
): Promise<ReadResult & { readonly visits: readonly QueueVisit[] }> {
  const visits: QueueVisit[] = []
  const result = await read(log, { ...options, onVisit: (visit) => visits.push(visit) })
  return { ...result, visits }
}

function lines(...events: readonly string[]): string {
  return `${events.map((event) => event.replace(/^\+(\d+)/, (_, after) => String(START_SECONDS + Number(after)))).join('\n')}\n`
}

describe('the sample log', () => {
  const log = readFileSync('fixtures/imports/queue_log')

  it('gives the visits that can be told from it by hand', async () => {
    const { visits } = await visitsOf(log)
    const told = visits.map(
      ({ queue, enteredMs, outcome, waitSeconds, ringSeconds, talkSeconds }) => [
        enteredMs / 1000 - START_SECONDS,
        queue,
        outcome,
        waitSeconds,
        ringSeconds,
        talkSeconds,
      ],
    )

    expect(told).toEqual([
      [10, 'sales', 'transferred', 20, 2, 120],
      [151, 'support', 'answered', 10, 3, 60],
      [300, 'sales', 'abandoned', 3, null, null], // hung up while SIP/202 was being joined
      [310, 'sales', 'answered', 40, null, 40], // an old CONNECT without ringing time
      [400, 'sales', 'timeout', 60, null, null],
      [461, 'sales', 'key', 9, null, null], // the same call in the same queue again
      [500, 'support', 'transferred', 20, 2, 60], // LINK puts a second pipe into the method
      [700, 'sales', 'unknown', null, null, null], // CONFIGRELOAD ends no call, QUEUESTART does
      [800, 'sales', 'withdrawn', 30, null, null],
      [900, 'sales', 'empty', 30, null, null],
    ])
  })

  it('counts by interval of arrival', async () => {
    const { report, rows } = await visitsOf(log)

    expect(report.accepted).toBe(true)
    // sales arrives at 10, 300, 310, 400, 461, 700, 800 s of the first quarter, and at 900 s.
    const unknown = { row: 0, channel: 'voice', holdSeconds: null, wrapSeconds: null }
    expect(rows).toEqual([
      {
        ...unknown,
        startsAtMs: START_SECONDS * 1000,
        intervalSeconds: 900,
        queue: 'sales',
        offered: 7,
        handled: 2,
        abandoned: 1,
        shortAbandoned: 1, // 3 s < 5 s
        handleSeconds: 160,
        talkSeconds: 160,
        waitSeconds: 60,
        answeredInTarget: 2,
      },
      {
        ...unknown,
        startsAtMs: (START_SECONDS + 900) * 1000,
        intervalSeconds: 900,
        queue: 'sales',
        offered: 1,
        handled: 0,
        abandoned: 0,
        shortAbandoned: 0,
        handleSeconds: 0,
        talkSeconds: 0,
        waitSeconds: 0,
        answeredInTarget: 0,
      },
      {
        ...unknown,
        startsAtMs: START_SECONDS * 1000,
        intervalSeconds: 900,
        queue: 'support',
        offered: 2,
        handled: 2,
        abandoned: 0,
        shortAbandoned: 0,
        handleSeconds: 120,
        talkSeconds: 120,
        waitSeconds: 30,
        answeredInTarget: 2,
      },
    ])
    expect(report.log).toMatchObject({
      lines: 31,
      visits: 10,
      restarts: 2,
      eventsWithoutEntry: 1,
      ringsNotAnswered: 1,
      ignoredEvents: [{ event: 'WRAPUPSTART', count: 1 }],
    })
  })

  it('lets no caller, no call and no operator through', async () => {
    const { report, rows, visits } = await visitsOf(log, { wrapUpSeconds: 30 })

    expect(JSON.stringify({ report, rows, visits })).not.toMatch(
      /8701555|Made|Caller|SIP|Local|17724\d+\.\d/,
    )
  })
})

describe('a queue_log from a database', () => {
  it('gives the same as the lines, in local time across a doubled hour', async () => {
    // Almaty's clock went back at 2024-02-29T18:00Z: the second call comes half an hour after the
    // first, and both read 23:45 and 23:15.
    const rows = [
      'id,time,callid,queuename,agent,event,data1,data2,data3,data4,data5',
      '1,2024-02-29 23:45:00.500000,1.1,sales,NONE,ENTERQUEUE,,87015550001,1,Made Up,',
      '2,2024-02-29 23:45:10.000000,1.1,sales,SIP/1,CONNECT,10,2.2,3,,',
      '3,2024-02-29 23:15:10.000000,1.1,sales,SIP/1,COMPLETECALLER,10,1800,1,,',
      '4,2024-02-29 23:15:20.000000,1.2,sales,NONE,ENTERQUEUE,,87015550002,1,,',
      '5,2024-02-29 23:15:50.000000,1.2,sales,NONE,ABANDON,1,1,30,,',
    ]
    const { report, rows: found, visits } = await visitsOf(rows.join('\n'))

    expect(report.problems).toEqual([])
    expect(
      visits.map(({ enteredMs, outcome, waitSeconds, talkSeconds }) => [
        enteredMs,
        outcome,
        waitSeconds,
        talkSeconds,
      ]),
    ).toEqual([
      [Date.UTC(2024, 1, 29, 17, 45, 0, 500), 'answered', 10, 1_800],
      [Date.UTC(2024, 1, 29, 18, 15, 20), 'abandoned', 30, null],
    ])
    expect(JSON.stringify({ report, found, visits })).not.toMatch(/8701555|Made|SIP/)
  })
})

describe('a queue_log', () => {
  it('with old lines has its times taken from the clock of the log', async () => {
    const { visits } = await visitsOf(
      lines(
        '+0|1.1|q|NONE|ENTERQUEUE||8701',
        '+30|1.1|q|SIP/1|CONNECT|30',
        '+90|1.1|q|SIP/1|TRANSFER|700|default',
        '+100|1.2|q|NONE|ENTERQUEUE||8701',
        '+140|1.2|q|NONE|EXITWITHTIMEOUT|1',
        '+150|1.3|q|NONE|ENTERQUEUE||8701',
        '+190|1.3|q|SIP/1|COMPLETEAGENT|15|25',
      ),
    )

    expect(
      visits.map(({ outcome, waitSeconds, talkSeconds }) => [outcome, waitSeconds, talkSeconds]),
    ).toEqual([
      ['transferred', 30, 60],
      ['timeout', 40, null],
      ['answered', 15, 25],
    ])
  })

  it('with one call in two queues at once has a visit of each', async () => {
    const { visits } = await visitsOf(
      lines(
        '+0|1.1|a|NONE|ENTERQUEUE||8701|1',
        '+5|1.1|b|NONE|ENTERQUEUE||8701|1',
        '+20|1.1|b|SIP/1|CONNECT|15|2.2|1',
        '+25|1.1|a|NONE|ABANDON|1|1|25',
        '+50|1.1|b|SIP/1|COMPLETECALLER|15|30|1',
      ),
    )

    expect(visits.map(({ queue, outcome }) => [queue, outcome])).toEqual([
      ['a', 'abandoned'],
      ['b', 'answered'],
    ])
  })

  it('with a call that enters twice without leaving counts both, the first as unknown', async () => {
    const { report, visits } = await visitsOf(
      lines(
        '+0|1.1|a|NONE|ENTERQUEUE||8701|1',
        '+60|1.1|a|NONE|ENTERQUEUE||8701|1',
        '+65|1.1|a|NONE|ABANDON|1|1|5',
      ),
    )

    expect(visits.map(({ outcome }) => outcome)).toEqual(['unknown', 'abandoned'])
    expect(report.log?.enteredTwice).toBe(1)
  })

  it('forgets a call of which nothing is heard for a day', async () => {
    const { report } = await visitsOf(
      lines(
        '+0|1.1|a|NONE|ENTERQUEUE||8701|1',
        '+86000|1.2|a|NONE|ENTERQUEUE||8701|1',
        '+86500|1.1|a|NONE|ABANDON|1|1|5',
        '+86501|1.2|a|NONE|ABANDON|1|1|501',
      ),
    )

    expect(report.log).toMatchObject({ expired: 1, eventsWithoutEntry: 1 })
  })

  it('has zeros between contacts, but none inside a silence of two hours', async () => {
    const { rows } = await visitsOf(
      lines(
        '+0|1.1|a|NONE|ENTERQUEUE||8701|1',
        '+9|1.1|a|NONE|ABANDON|1|1|9',
        '+3600|1.2|a|NONE|ENTERQUEUE||8701|1',
        '+3609|1.2|a|NONE|ABANDON|1|1|9',
        '+18000|1.3|a|NONE|ENTERQUEUE||8701|1',
        '+18009|1.3|a|NONE|ABANDON|1|1|9',
      ),
      { intervalSeconds: 1_800 },
    )

    expect(
      rows.map(({ startsAtMs, offered }) => [startsAtMs / 1000 - START_SECONDS, offered]),
    ).toEqual([
      [0, 1],
      [1_800, 0],
      [3_600, 1],
      [18_000, 1],
    ])
  })

  it('has after-call work only when its limit is given, and no more than the gap', async () => {
    const log = lines(
      '+0|1.1|a|NONE|ENTERQUEUE||8701|1',
      '+10|1.1|a|SIP/1|CONNECT|10|2.2|1',
      '+70|1.1|a|SIP/1|COMPLETECALLER|10|60|1',
      '+71|1.2|a|NONE|ENTERQUEUE||8701|1',
      '+82|1.2|a|SIP/1|CONNECT|11|2.2|1',
      '+142|1.2|a|SIP/1|COMPLETECALLER|11|60|1',
    )

    expect((await visitsOf(log)).rows[0]).toMatchObject({ wrapSeconds: null, handleSeconds: 120 })
    // 12 s until the second call, then the whole 30 s.
    expect((await visitsOf(log, { wrapUpSeconds: 30 })).rows[0]).toMatchObject({
      wrapSeconds: 42,
      handleSeconds: 162,
    })
  })

  it('repeats no event name that could be a value', async () => {
    const { report } = await visitsOf(
      lines(
        '+0|1.1|a|NONE|ENTERQUEUE||8701|1',
        '+1|1.1|a|NONE|CALLER87011234567|x',
        '+2|1.1|a|NONE|ABANDON|1|1|2',
      ),
    )

    expect(report.log?.ignoredEvents).toEqual([{ event: 'OTHER', count: 1 }])
  })

  it('with a torn line is refused, or read without it', async () => {
    const log = lines('+0|1.1|a|NONE|ENTERQUEUE||8701|1', '17', '+2|1.1|a|NONE|ABANDON|1|1|2')

    expect((await visitsOf(log)).rows).toEqual([])
    expect((await visitsOf(log, { onBadRow: 'skip-row' })).rows).toMatchObject([{ offered: 1 }])
  })

  it('has every ENTERQUEUE in exactly one interval and one outcome, whatever else it says', async () => {
    const event = fc.constantFrom(
      'ENTERQUEUE||87015550001|1',
      'ENTERQUEUE||87015550001',
      'CONNECT|3|9.9|1',
      'CONNECT|3',
      'COMPLETECALLER|3|50|1',
      'BLINDTRANSFER|7|ctx|3|50|1',
      'ATTENDEDTRANSFER|BRIDGE|x|y|3|50|1|',
      'ABANDON|1|1|4',
      'EXITWITHKEY|1|1',
      'EXITWITHTIMEOUT|1|1|60',
      'EXITEMPTY|1|1|6',
      'WITHDRAW|1|1|6|info',
      'RINGNOANSWER|4000',
      'SYSCOMPAT|',
      'CUSTOM|1',
    )
    const line = fc.record({
      step: fc.integer({ min: 0, max: 4_000 }),
      call: fc.constantFrom('1.1', '1.2', '1.3', '1.4'),
      queue: fc.constantFrom('a', 'b'),
      event: fc.oneof(
        { weight: 20, arbitrary: event },
        { weight: 1, arbitrary: fc.constant('QUEUESTART|') },
      ),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 100 }),
        async (events, chunkBytes) => {
          let now = START_SECONDS
          const entered = new Map<string, number>()
          const text = ['1772424000|0.0|a|NONE|ENTERQUEUE||8701|1']
          entered.set(`a ${START_SECONDS * 1000}`, 1)
          for (const { step, call, queue, event: what } of events) {
            now += step
            text.push(`${now}|${call}|${queue}|SIP/1|${what}`)
            if (!what.startsWith('ENTERQUEUE')) continue
            const key = `${queue} ${Math.floor(now / 900) * 900_000}`
            entered.set(key, (entered.get(key) ?? 0) + 1)
          }
          const { report, rows, visits } = await visitsOf(text.join('\n'), { chunkBytes })
          const offered = new Map(
            rows
              .filter((row) => row.offered > 0)
              .map((row) => [`${row.queue} ${row.startsAtMs}`, row.offered]),
          )

          expect(offered).toEqual(entered)
          expect(visits).toHaveLength(report.log?.visits ?? -1)
          expect(Object.values(report.log?.outcomes ?? {}).reduce((a, b) => a + b, 0)).toBe(
            visits.length,
          )
          for (const row of rows) {
            expect((row.handled ?? 0) + (row.abandoned ?? 0)).toBeLessThanOrEqual(row.offered)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the redials of a queue_log', () => {
  const gaveUp = (at: number, call: string, number: string) => [
    `+${at}|${call}|sales|NONE|ENTERQUEUE||${number}|1`,
    `+${at + 60}|${call}|sales|NONE|ABANDON|1|1|60`,
  ]
  const again = (at: number, call: string, number: string) => [
    `+${at}|${call}|sales|NONE|ENTERQUEUE||${number}|1`,
    `+${at + 5}|${call}|sales|SIP/1|CONNECT|5|${call}.1|3`,
    `+${at + 65}|${call}|sales|SIP/1|COMPLETECALLER|5|60|1`,
  ]

  it('count who tried the queue again within the hour, and after how long', async () => {
    const { report } = await visitsOf(
      lines(
        ...gaveUp(0, 'a1', '77010000001'),
        ...gaveUp(10, 'b1', '77010000002'),
        ...gaveUp(20, 'c1', 'anonymous'),
        ...again(360, 'a2', '+7 701 000 00 01'),
        // More than an hour after: another matter.
        ...again(3700, 'b2', '77010000002'),
        ...gaveUp(7300, 'd1', '77010000004'),
      ),
    )
    expect(report.log?.redials).toEqual([
      {
        queue: 'sales',
        abandoned: 2,
        followed: 1,
        // Gave up at 60 s, and tried again at 360 s.
        pauseSeconds: 300,
        firstMs: (START_SECONDS + 60) * 1000,
        lastMs: (START_SECONDS + 70) * 1000,
      },
    ])
  })

  it('say nothing of those whose next hour the log does not show, nor of anybody’s number', async () => {
    const { report } = await visitsOf(lines(...gaveUp(0, 'a1', '77010000001')))
    expect(report.log?.redials).toEqual([])
    expect(JSON.stringify(report)).not.toContain('7701')
  })
})
