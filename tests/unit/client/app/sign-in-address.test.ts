import { describe, expect, it, vi } from 'vitest'

import { goToSignIn, readSignInSearch } from '../../../../client/app/sign-in-address.ts'

describe('readSignInSearch', () => {
  it('keeps an address of our own', () => {
    expect(readSignInSearch({ from: '/schedule?week=2026-12-07' })).toEqual({
      from: '/schedule?week=2026-12-07',
    })
  })

  it.each(['https://elsewhere.kz', '//elsewhere.kz', '/\\elsewhere.kz', 'schedule', '/sign-in', 7])(
    'does not go to %s',
    (from) => {
      expect(readSignInSearch({ from })).toEqual({})
    },
  )
})

describe('goToSignIn', () => {
  const at = (href: string) => {
    const navigate = vi.fn<() => Promise<void>>(async () => undefined)
    goToSignIn({ state: { location: { href } }, navigate } as never)
    return navigate.mock.calls
  }

  it('remembers where the reader was', () => {
    expect(at('/forecast?queue=calls')).toEqual([
      [{ to: '/sign-in', search: { from: '/forecast?queue=calls' } }],
    ])
  })

  it('stays at the door', () => {
    expect(at('/sign-in?from=%2F')).toEqual([])
  })
})
