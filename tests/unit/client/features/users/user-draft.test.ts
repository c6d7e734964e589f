import { describe, expect, it } from 'vitest'

import { newUser, userFaults } from '../../../../../client/features/users/user-draft.ts'
import { usersAnswer } from '../../../../../client/features/users/users-headline.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const draft = {
  name: ' Асель ',
  email: ' asel@centre.kz ',
  roles: ['planner'],
  language: 'kk',
} as const

describe('userFaults', () => {
  it('asks for a name, an address and one role at least', () => {
    expect(userFaults(draft)).toEqual([])
    const nobody = { ...draft, name: ' ', email: 'asel@centre', roles: [] }
    expect(userFaults(nobody)).toEqual(['name', 'email', 'roles'])
    expect(userFaults({ ...draft, name: 'x'.repeat(201) })).toEqual(['name'])
  })
})

describe('newUser', () => {
  it('drops what surrounds the words', () => {
    expect(newUser(draft)).toEqual({ ...draft, name: 'Асель', email: 'asel@centre.kz' })
  })
})

describe('usersAnswer', () => {
  it('counts those who may sign in, and those of them who need a password alone', () => {
    const users = [
      { disabledAt: null, twoFactor: true },
      { disabledAt: null, twoFactor: false },
      { disabledAt: '2026-11-01T00:00:00Z', twoFactor: false },
    ]
    expect(usersAnswer(users, translatorOf('en')).text).toBe(
      '2 users may sign in; 1 by a password alone',
    )
  })
})
