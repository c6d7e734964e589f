import { describe, expect, it } from 'vitest'

import { passwordFaults } from '../../../../../client/features/account/password-faults.ts'
import { totpSecret } from '../../../../../client/features/account/totp-secret.ts'

const LONG = 'twelve chars'

describe('passwordFaults', () => {
  it('lets a new password of twelve characters pass when it is typed twice', () => {
    expect(passwordFaults({ current: 'old', next: LONG, again: LONG })).toEqual({})
  })

  it('names each field that is wrong', () => {
    expect(passwordFaults({ current: '', next: 'short', again: 'other' })).toEqual({
      current: 'missing',
      next: 'length',
      again: 'different',
    })
    expect(passwordFaults({ current: LONG, next: LONG, again: LONG })).toEqual({ next: 'same' })
    const endless = 'x'.repeat(129)
    expect(passwordFaults({ current: 'old', next: endless, again: endless })).toEqual({
      next: 'length',
    })
  })
})

describe('totpSecret', () => {
  it('groups the secret by four', () => {
    expect(totpSecret('otpauth://totp/Kezek:a?secret=ABCDEFGHIJ&issuer=Kezek')).toBe('ABCD EFGH IJ')
  })

  it('is empty where there is none', () => {
    expect(totpSecret('otpauth://totp/Kezek:a')).toBe('')
    expect(totpSecret('no address')).toBe('')
  })
})
