import { describe, expect, it } from 'vitest'

import {
  doubtText,
  madeTexts,
  waitAloneText,
} from '../../../../../client/features/staffing/explanation-text.ts'
import { groupsAnswer } from '../../../../../client/features/staffing/groups-text.ts'
import {
  bindingShares,
  goalText,
  hoursText,
  madeText,
  requirementAnswer,
} from '../../../../../client/features/staffing/requirement-headline.ts'
import {
  offeredErlangs,
  type RequirementPoint,
} from '../../../../../client/features/staffing/requirement-model.ts'
import { PLAIN_WISH, toOrder } from '../../../../../client/features/staffing/requirement-wish.ts'
import { requirementTotals } from '../../../../../client/features/staffing/to-requirement-points.ts'
import { createFormat } from '../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('en')
const words = { t, format: createFormat('en', 'Asia/Almaty', t) }
const HALF_HOUR_MS = 1_800_000
/** Monday 7 December 2026, 09:00 in Almaty. */
const START = Date.UTC(2026, 11, 7, 4)

const point = (at: number, agents: number, binding = 'asa'): RequirementPoint => ({
  startMs: START + at * HALF_HOUR_MS,
  endMs: START + (at + 1) * HALF_HOUR_MS,
  contacts: 30,
  handleSeconds: 240,
  agents,
  rostered: agents + 2,
  binding,
  band: null,
  asaSeconds: 20,
  serviceLevel: null,
  abandonShare: null,
  occupancy: 0.8,
  agents50: agents,
  agents75: agents + 1,
  agents90: agents + 2,
  asaChance: 0.71,
})

describe('offeredErlangs', () => {
  it('is work over time', () => {
    // 30 × 240 s in 1800 s keep 4 agents busy.
    expect(offeredErlangs(point(0, 6))).toBe(4)
    expect(offeredErlangs({ ...point(0, 0), handleSeconds: null })).toBeNull()
  })
})

describe('requirementAnswer', () => {
  it('names the interval that needs most people', () => {
    const { text } = requirementAnswer([point(0, 6), point(1, 8), point(2, 8)], words)
    expect(text).toBe('Most Mon 09:30–10:00: 8 operators on line, 10 on schedule')
  })

  it('says so when nobody is needed, and when nothing is known', () => {
    expect(requirementAnswer([point(0, 0)], words).text).toBe('This queue needs nobody this week')
    expect(requirementAnswer([], words).tone).toBe('unknown')
  })
})

describe('hoursText', () => {
  it('counts hours of work, on line and on the schedule', () => {
    // Half an hour each: (6 + 8) / 2 = 7 and (8 + 10) / 2 = 9.
    expect(hoursText([point(0, 6), point(1, 8)], words)).toBe(
      'In the week 7 h on line, 9 h on schedule.',
    )
  })
})

describe('goalText', () => {
  const hours = { agentHours: 7085.5, everyIntervalAgentHours: 7775 }

  it('says what keeping the promise over the week saves', () => {
    expect(goalText({ goal: 'period', ...hours }, words)).toMatch(/7,086 h .* 7,775, 690 h less/)
  })

  it('says nothing where every interval keeps it, or the hours are not known', () => {
    expect(goalText({ goal: 'interval', ...hours }, words)).toBeNull()
    expect(goalText({ goal: 'period', ...hours, agentHours: null }, words)).toBeNull()
  })
})

describe('doubtText', () => {
  it('tells how many are enough if the forecast is wrong, and the chance with those required', () => {
    expect(doubtText(point(0, 6), words)).toBe(
      'The forecast may be wrong: on line, 6 are enough with a probability of 50 %, 7 with 75 %, 8 with 90 %. With 6 on line the mean wait stays within its target with a probability of 71.0%.',
    )
  })

  it('says nothing of chances where no wait is promised, and nothing without doubt', () => {
    expect(doubtText({ ...point(0, 6), asaChance: null }, words)).not.toContain('With 6')
    expect(doubtText({ ...point(0, 6), agents50: null }, words)).toBeNull()
  })
})

describe('bindingShares', () => {
  it('counts only intervals that need somebody, most often first', () => {
    const points = [
      point(0, 6, 'asa'),
      point(1, 8, 'max_occupancy'),
      point(2, 8, 'max_occupancy'),
      point(3, 9, 'max_occupancy'),
      point(4, 0, 'none'),
    ]
    expect(bindingShares(points)).toEqual([
      { binding: 'max_occupancy', share: 0.75 },
      { binding: 'asa', share: 0.25 },
    ])
  })
})

describe('requirementTotals', () => {
  it('adds up the queues, of which one may be closed', () => {
    const totals = requirementTotals(
      new Map([
        ['late', [point(1, 3)]],
        ['calls', [point(0, 6), point(1, 8)]],
      ]),
    )
    expect(totals.map(({ agents, rostered, contacts }) => [agents, rostered, contacts])).toEqual([
      [6, 8, 30],
      [11, 15, 60],
    ])
    expect(totals[1]?.agentsByQueue).toEqual(
      new Map([
        ['late', 3],
        ['calls', 8],
      ]),
    )
  })
})

describe('waitAloneText', () => {
  const explanation = {
    confidence: null,
    firstTries: null,
    startsAt: new Date(START).toISOString(),
    contacts: 750,
    ahtSeconds: 240,
    agents: 118,
    rostered: 130,
    binding: 'max_occupancy',
    band: null,
    model: 'erlang_c',
    offeredErlangs: 100,
    agentsByTarget: [
      { target: 'asa', agents: 104 },
      { target: 'max_occupancy', agents: 118 },
    ],
    outcomes: [],
    shrinkagePlanned: 0.06,
    shrinkageUnplanned: 0.05,
  }

  it('says how busy people would be if only the wait counted', () => {
    // 100 Erlangs on 104 agents: 100 / 104 = 96.2 %.
    expect(waitAloneText(explanation, words)).toContain('104 on line at an occupancy of 96.2%')
  })

  it('says what the load was taken as, where it is not the expected', () => {
    expect(madeTexts(explanation, words)).toEqual([])
    const made = { ...explanation, confidence: 0.9, firstTries: { share: 0.93, redialShare: 0.6 } }
    const [margin = '', first = ''] = madeTexts(made, words)
    expect(margin).toContain('90%')
    expect(first).toContain('93.0% of the offered')
    expect(first).toContain('60.0% try again')
  })

  it('says at the top how surely and for whom a requirement was made', () => {
    expect(madeText({ confidence: null, firstTries: null }, words)).toEqual([])
    const firstTries = { calls: { share: 0.93, redialShare: 0.6 } }
    expect(madeText({ confidence: 0.75, firstTries }, words)).toEqual([
      'The operators are enough with a probability of 75%.',
      'For first tries: 93.0% of the offered.',
    ])
  })

  it('tells what shared competences save, and that a stopped search may miss some', () => {
    const groups = { agents: 24, dedicatedAgents: 27, isFinished: true }
    expect(groupsAnswer(groups, words)).toContain('24 people on line are enough instead of 27')
    expect(groupsAnswer({ ...groups, agents: 27 }, words)).toContain('as many as')
    expect(groupsAnswer({ ...groups, isFinished: false }, words)).toContain('stopped early')
  })

  it('orders only what is asked for', () => {
    expect(toOrder('f', PLAIN_WISH)).toEqual({ forecastId: 'f', goal: 'interval' })
    expect(toOrder('f', { goal: 'period', confidence: 0.9, firstTries: true })).toEqual({
      forecastId: 'f',
      goal: 'period',
      confidence: 0.9,
      firstTries: true,
    })
  })

  it('has nothing to say where the wait decides, or is not promised', () => {
    expect(waitAloneText({ ...explanation, binding: 'asa', agents: 104 }, words)).toBeNull()
    expect(waitAloneText({ ...explanation, agentsByTarget: [] }, words)).toBeNull()
  })
})
