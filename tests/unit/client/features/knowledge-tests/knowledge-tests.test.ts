import { describe, expect, it } from 'vitest'

import {
  clockText,
  secondsLeft,
} from '../../../../../client/features/knowledge-tests/attempt-clock.ts'
import {
  draftOf,
  questionBody,
  questionFaults,
} from '../../../../../client/features/knowledge-tests/question-draft.ts'
import { testsAnswer } from '../../../../../client/features/knowledge-tests/tests-headline.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

describe('the clock of an attempt', () => {
  const attempt = { endsAt: '2026-11-25T04:30:00.000Z', serverNow: '2026-11-25T04:05:00.000Z' }

  it('goes by the server’s clock, however wrong the reader’s is', () => {
    // Received at noon of another year: 25 minutes were left, and a minute has gone by since.
    const receivedMs = Date.parse('2001-01-01T12:00:00Z')
    expect(secondsLeft(attempt, { receivedMs, nowMs: receivedMs })).toBe(1500)
    expect(secondsLeft(attempt, { receivedMs, nowMs: receivedMs + 60_000 })).toBe(1440)
    expect(secondsLeft(attempt, { receivedMs, nowMs: receivedMs + 9_000_000 })).toBe(0)
  })

  it.each([
    [0, '0:00'],
    [65, '1:05'],
    [3729, '1:02:09'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text)
  })
})

describe('a question that is being written', () => {
  const text = (ru: string) => ({ kk: '', ru, en: '' })
  const draft = {
    code: ' law-1 ',
    text: text('Кому?'),
    options: [
      { id: 0, text: text('Владельцу'), right: true },
      { id: 1, text: text('Любому'), right: false },
      { id: 2, text: text(' '), right: false },
    ],
  }

  it('is sent without the lines that were left empty, one language standing for all', () => {
    expect(questionFaults(draft)).toEqual([])
    expect(questionBody(draft)?.options).toEqual([
      { text: { kk: 'Владельцу', ru: 'Владельцу', en: 'Владельцу' }, right: true },
      { text: { kk: 'Любому', ru: 'Любому', en: 'Любому' }, right: false },
    ])
  })

  it('needs a code, a text, a right answer and a wrong one', () => {
    expect(questionFaults(draftOf(undefined))).toEqual(['code', 'text', 'options'])
    const allRight = draft.options.map((option) => ({ ...option, right: true }))
    expect(questionFaults({ ...draft, options: allRight })).toEqual(['options'])
    expect(questionBody({ ...draft, options: allRight })).toBeNull()
  })
})

describe('the answer of the page of tests', () => {
  const one = (outcome: 'failed' | 'passed' | null, dueOn: string) => ({
    outcome,
    dueOn,
    assessmentId: null,
  })
  const answer = (list: Parameters<typeof testsAnswer>[0]) =>
    testsAnswer(list, '2026-11-25', translatorOf('ru'))

  it('counts who has still to pass, who is late, and who failed', () => {
    expect(answer([]).tone).toBe('unknown')
    const list = [one(null, '2026-11-24'), one(null, '2026-11-25'), one('failed', '2026-01-01')]
    expect(answer(list)).toEqual({
      text: 'Осталось сдать: 2, из них просрочено: 1. Не сдали: 1.',
      tone: 'law',
    })
    expect(answer([one('passed', '2026-01-01')]).tone).toBe('covered')
  })
})
