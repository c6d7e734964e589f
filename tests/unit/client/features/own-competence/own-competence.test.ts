import { describe, expect, it } from 'vitest'

import {
  ownAnswer,
  type OwnCompetence,
  waitingOf,
} from '../../../../../client/features/own-competence/own-competence.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

type Own = Pick<OwnCompetence, 'competences' | 'queues' | 'due' | 'profiles' | 'assessments'>
const held = (state: 'valid' | 'expired') => ({
  code: '19.1',
  level: 3,
  assessedOn: '2025-11-01',
  validUntil: '2026-11-01',
  state,
})
const profile = (readVersion: number | null): OwnCompetence['profiles'][number] => ({
  code: 'operator',
  name: { kk: 'О', ru: 'О', en: 'O' },
  duties: '',
  version: 2,
  since: '2025-01-01',
  competences: [],
  gaps: [],
  readVersion,
  readAt: null,
})
const assessment = (status: 'signed' | 'agreed'): OwnCompetence['assessments'][number] => ({
  id: '1',
  operatorId: '1',
  fullName: 'А',
  signsIn: true,
  method: 'observation',
  status,
  assessedOn: '2026-11-20',
  assessorName: 'Б',
  evidence: '',
  objection: null,
  decision: null,
  decidedBy: null,
  results: [],
})
const own = (part: Partial<Own>): Own => ({
  competences: [held('valid')],
  queues: [],
  due: { dueOn: '2026-12-10', urgency: 'days30', missing: [] },
  profiles: [],
  assessments: [],
  ...part,
})

describe('what waits for one’s own word', () => {
  it('is a profile that was not read as it is now, and a finding that the assessor signed', () => {
    const waiting = waitingOf({
      profiles: [profile(null), profile(1), profile(2)],
      assessments: [assessment('signed'), assessment('agreed')],
    })
    expect(waiting.profiles.map(({ readVersion }) => readVersion)).toEqual([null, 1])
    expect(waiting.assessments.map(({ status }) => status)).toEqual(['signed'])
  })
})

describe('the answer of one’s own page', () => {
  const answer = (part: Partial<Own>) => ownAnswer(own(part), translatorOf('ru'), (day) => day)

  it('is yes, with the next day that matters', () => {
    expect(answer({})).toEqual({
      text: 'Да. Следующая оценка до 2026-12-10.',
      tone: 'covered',
    })
    expect(answer({ due: null }).text).toBe('Да.')
  })

  it('is no where the law takes work away', () => {
    const expired = answer({ competences: [held('expired'), held('expired')] })
    expect(expired.tone).toBe('law')
    expect(expired.text).toContain('Нет: истекли 2 компетенции')
    const overdue = answer({ due: { dueOn: '2026-11-01', urgency: 'overdue', missing: [] } })
    expect(overdue).toMatchObject({ tone: 'law' })
    expect(overdue.text).toContain('Срок оценки прошёл 2026-11-01.')
  })

  it('is no for whoever may be given no contacts, and yes while one queue is open', () => {
    const queue = (...codes: readonly string[]): Own['queues'][number] => ({
      code: 'chat',
      name: { kk: 'Ч', ru: 'Ч', en: 'C' },
      lacking: codes.map((code) => ({ code, minLevel: 3, level: 2, expiredOn: null })),
    })
    const barred = answer({ queues: [queue('19.5'), queue('19.5')] })
    expect(barred).toMatchObject({ tone: 'law' })
    expect(barred.text).toContain('никакие обращения вам нельзя поручать')
    expect(answer({ queues: [queue('19.5'), queue()] })).toMatchObject({ tone: 'covered' })
  })

  it('counts what waits', () => {
    const waiting = { profiles: [profile(null)], assessments: [assessment('signed')] }
    expect(answer(waiting).text).toContain('Ждут вашего ответа 2 документа.')
  })
})
