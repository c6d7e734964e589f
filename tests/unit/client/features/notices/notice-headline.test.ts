import { describe, expect, it } from 'vitest'

import { isUnread, noticesAnswer } from '../../../../../client/features/notices/notice-headline.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const NOTICE = { version: 2, readVersion: 2, withdrawnAt: null }

describe('a notice', () => {
  it.each([
    [NOTICE, false],
    [{ ...NOTICE, readVersion: 1 }, true],
    [{ ...NOTICE, readVersion: null }, true],
    [{ ...NOTICE, readVersion: null, withdrawnAt: '2026-11-25T00:00:00Z' }, false],
  ])('is unread until its version in force is read: %#', (notice, unread) => {
    expect(isUnread(notice)).toBe(unread)
  })

  it('is counted while it is unread', () => {
    const t = translatorOf('ru')
    expect(noticesAnswer([NOTICE], t).text).toBe('Всё прочитано.')
    expect(noticesAnswer([NOTICE, { ...NOTICE, readVersion: 1 }], t).text).toBe('Не прочитано: 1.')
    expect(noticesAnswer([], t).tone).toBe('unknown')
  })
})
