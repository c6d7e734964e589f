import { describe, expect, it } from 'vitest'

import { readAdherenceItem } from '#server/commands/adherence-item.ts'
import { InputError } from '#server/commands/command.ts'
import { adherenceOf } from '#server/features/adherence/adherence-of.ts'

const ITEM = {
  id: 'a',
  schedule: [[540, 600, 'work']],
  actual: [[540, 600, 'ready']],
}
const minutesOf = (item: object) => {
  const { record, compiled } = readAdherenceItem({ ...ITEM, ...item }, 0)
  const { totals } = adherenceOf(record, compiled)
  return {
    in: totals.inSeconds / 60,
    out: totals.outSeconds / 60,
    unknown: totals.unknownSeconds / 60,
  }
}

describe('an item of the command', () => {
  it('takes times with an offset, and times of a zone', () => {
    const schedule = [['2026-11-25T09:00', '2026-11-25T10:00', 'work']]
    const actual = [['2026-11-25T04:10:00Z', '2026-11-25T05:00:00Z', 'Available']]
    expect(minutesOf({ schedule, actual, timezone: 'Asia/Almaty' })).toEqual({
      in: 50,
      out: 10,
      unknown: 0,
    })
  })

  // Almaty set its clocks back at the end of 29 February 2024: 23:30 came twice.
  it('counts the hour that came twice, and asks for the offset within it', () => {
    const timezone = 'Asia/Almaty'
    const schedule = [['2024-02-29T22:00', '2024-03-01T06:00', 'work']]
    expect(minutesOf({ schedule, actual: [], timezone })).toEqual({ in: 0, out: 540, unknown: 0 })
    const twice = [['2024-02-29T23:30', '2024-03-01T06:00', 'work']]
    expect(() => minutesOf({ schedule: twice, actual: [], timezone })).toThrow(
      'item "a": schedule.0.0: 2024-02-29T23:30 comes twice in Asia/Almaty: give its offset',
    )
  })

  it('takes silence as unknown, and absence without it as out', () => {
    expect(minutesOf({ actual: [], silent: [[550, 560]] })).toEqual({ in: 0, out: 50, unknown: 10 })
  })

  it('takes activities, states and verdicts of its own', () => {
    const policy = {
      activities: { Outreach: { kind: 'work', exception_threshold_s: 60 } },
      states: { Dialling: { kind: 'work' }, Filing: { kind: 'pause' } },
      table: { Outreach: { Filing: 'in' } },
    }
    const schedule = [[540, 600, 'outreach']]
    const actual = [
      [541, 570, 'dialling'],
      [570, 600, 'Filing'],
    ]
    expect(minutesOf({ schedule, actual, policy })).toEqual({ in: 60, out: 0, unknown: 0 })
  })

  it.each([
    ['shedule: no such field', { shedule: [] }],
    ['policy.tolerance: no such field', { policy: { tolerance: 1 } }],
    [
      'policy.preset: must be one of kezek, genesys, calabrio, amazon_nice, servicenow',
      { policy: { preset: 'verint' } },
    ],
    ['schedule: must be array', { schedule: undefined }],
    ['schedule.0: the policy does not know nap', { schedule: [[540, 600, 'nap']] }],
    ['actual.0: the policy does not know flying', { actual: [[540, 600, 'flying']] }],
    [
      'schedule: spans must not overlap',
      {
        schedule: [
          [540, 600, 'work'],
          [590, 620, 'meal'],
        ],
      },
    ],
    ['schedule.0: must end after it starts', { schedule: [[600, 600, 'work']] }],
    ['timezone: there is no zone Asia/Atlantis', { timezone: 'Asia/Atlantis' }],
    [
      'actual.0.0: soon is not a time',
      { timezone: 'Asia/Almaty', actual: [['soon', 600, 'ready']] },
    ],
    [
      'actual.0.0: 2026-11-25T09:00 has no offset, and the item no timezone',
      { actual: [['2026-11-25T09:00', 600, 'ready']] },
    ],
    ['the policy’s table names levitating', { policy: { table: { work: { levitating: 'in' } } } }],
  ])('is refused: %s', (message, change) => {
    const read = () => readAdherenceItem({ ...ITEM, ...change }, 0)
    expect(read).toThrow(InputError)
    expect(read).toThrow(`item "a": ${message}`.replace('’', "'"))
  })
})
