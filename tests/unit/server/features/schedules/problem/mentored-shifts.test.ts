import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { OperatorId, QueueId } from '#forecasting/kernel/units.ts'
import { competenceBreaches } from '#server/features/schedules/breaches/competence-breaches.ts'
import type { LoadedSchedule } from '#server/features/schedules/load-schedule.ts'
import { mentoringOf, withMentors } from '#server/features/schedules/problem/mentored-shifts.ts'
import { traineeUses } from '#server/features/schedules/publishing/trainee-uses.ts'

const VOICE = 'q-voice' as QueueId
const TRAINEE = 'trainee' as OperatorId
const MENTOR = 'mentor' as OperatorId
const DATE = '2026-06-01' as LocalDate
type Part = Pick<LoadedSchedule, 'rows' | 'shifts' | 'permits' | 'sessions'>

/** Half hours of 1 June 2026 in Almaty, which is five hours ahead of UTC. */
const at = (halfHours: number): string =>
  new Date(Date.parse('2026-05-31T19:00:00Z') + halfHours * 1_800_000).toISOString()
const shift = (operatorId: OperatorId, from: number, to: number) => ({
  id: `${operatorId} ${from}`,
  operatorId,
  startsAt: at(from),
  endsAt: at(to),
})
const permit = (part: Partial<Part['permits'][number]> = {}): Part['permits'][number] => ({
  id: 'permit',
  operatorId: TRAINEE,
  mentorId: MENTOR,
  mentorName: 'Борисов Тимур',
  queueId: VOICE,
  fromDate: DATE,
  toDate: '2026-06-20' as LocalDate,
  allowedBy: 'Кадровик',
  ...part,
})
interface Case {
  readonly mentor?: readonly [number, number]
  readonly mentorUntil?: string | null
  readonly permits?: Part['permits']
  readonly taught?: readonly [number, number]
}

/** A trainee on shift from 09:00 to 17:00, and what stands beside them. */
function part({ mentor = [18, 34], mentorUntil = null, permits = [permit()], taught }: Case): Part {
  const competentFor = [{ queueId: VOICE, validUntil: mentorUntil, firstToExpire: null }]
  return {
    rows: {
      timezone: 'Asia/Almaty',
      queues: [{ id: VOICE, code: 'voice-kk', name: { ru: 'Звонки' }, channel: 'voice' }],
      operators: [
        { id: TRAINEE, fullName: 'Ахметова Айгуль', competentFor: [] },
        { id: MENTOR, fullName: 'Борисов Тимур', competentFor },
      ],
    },
    shifts: [shift(TRAINEE, 18, 34), shift(MENTOR, ...mentor)],
    permits,
    sessions:
      taught === undefined
        ? []
        : [
            {
              operatorId: MENTOR,
              startMs: Date.parse(at(taught[0])),
              endMs: Date.parse(at(taught[1])),
            },
          ],
  } as unknown as Part
}
const kindOf = (one: Case): string => mentoringOf(shift(TRAINEE, 18, 34), DATE, part(one)).kind

describe('an exception to п. 18', () => {
  it.each([
    ['holds while the mentor is on shift throughout', {}, 'mentored'],
    ['holds with a mentor who stays longer', { mentor: [16, 36] }, 'mentored'],
    ['does not hold when the mentor comes later', { mentor: [19, 35] }, 'alone'],
    ['does not hold when the mentor leaves sooner', { mentor: [17, 33] }, 'alone'],
    [
      'does not hold with a mentor whose competence has ended',
      { mentorUntil: '2026-05-31' },
      'alone',
    ],
    ['holds through the last day of the mentor’s competence', { mentorUntil: DATE }, 'mentored'],
    ['does not hold while the mentor is being taught', { taught: [20, 22] }, 'alone'],
    ['holds when the mentor is taught after it', { taught: [34, 36] }, 'mentored'],
    ['is none that nobody has allowed', { permits: [] }, 'none'],
    [
      'is none before its first day',
      { permits: [permit({ fromDate: '2026-06-02' as LocalDate })] },
      'none',
    ],
    [
      'is none after its last day',
      { permits: [permit({ toDate: '2026-05-31' as LocalDate })] },
      'none',
    ],
    ['is none of somebody else', { permits: [permit({ operatorId: MENTOR })] }, 'none'],
  ] as const)('%s', (_, one, kind) => {
    expect(kindOf(one as Case)).toBe(kind)
  })

  it('holds exactly when the mentor’s shift covers the trainee’s', () => {
    const spans = fc.tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(spans, ([from, length]) => {
        const covers = from <= 18 && from + length >= 34
        expect(kindOf({ mentor: [from, from + length] })).toBe(covers ? 'mentored' : 'alone')
      }),
    )
  })

  it('is on the record of what is published while it holds, and only then', () => {
    const [use] = traineeUses(part({}))
    expect(use).toEqual({ permitId: permit().id, operatorId: TRAINEE, dates: [DATE] })
    expect(traineeUses(part({ mentor: [20, 36] }))).toEqual([])
    expect(traineeUses(part({ permits: [] }))).toEqual([])
  })

  it('is shown and stops nothing while it holds, and says who is missing when it does not', () => {
    expect(competenceBreaches(part({}), 'ru')).toMatchObject([
      {
        rule: 'P18',
        hard: false,
        operatorId: TRAINEE,
        text: 'Стажёр на очереди «Звонки» с наставником Борисов Тимур: исключение из п. 18, 1 июня 2026 – 20 июня 2026, допустил Кадровик',
      },
    ])
    const [alone] = competenceBreaches(part({ mentor: [20, 36] }), 'ru')
    expect(alone).toMatchObject({ rule: 'P18', hard: true })
    expect(alone?.text).toContain('без наставника Борисов Тимур на смене')
    const [none] = competenceBreaches(part({ permits: [] }), 'ru')
    expect(none?.text).toContain('Нет действующей компетенции')
  })
})

describe('a change of somebody', () => {
  it('bears on whom they teach, whom they learn from, and who could take their place', () => {
    const second = 'second' as OperatorId
    const permits = [permit(), permit({ mentorId: second })]
    const all = new Set([TRAINEE, MENTOR, second])
    expect(withMentors(new Set([MENTOR]), permits)).toEqual(all)
    expect(withMentors(new Set([TRAINEE]), permits)).toEqual(all)
    const stranger = 'stranger' as OperatorId
    expect(withMentors(new Set([stranger]), permits)).toEqual(new Set([stranger]))
  })
})
