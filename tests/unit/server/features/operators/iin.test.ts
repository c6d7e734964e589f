import { describe, expect, it } from 'vitest'

import { isIin } from '#server/features/operators/iin.ts'

describe('an individual identification number', () => {
  // Made up; control digits by hand: sum of digit × weight 1..11, modulo 11.
  // 90010130001: 9·1 + 1·4 + 1·6 + 3·7 + 1·11 = 51, and 51 mod 11 = 7.
  it('is known by its control digit', () => {
    expect(isIin('900101300017')).toBe(true)
    expect(isIin('900101 300017')).toBe(true)
    expect(isIin('900101300018')).toBe(false)
  })

  it.each(['K-0001', '123456', '901301300017', '900132300017', '9001013000170', ''])(
    'is not %s',
    (text) => {
      expect(isIin(text)).toBe(false)
    },
  )
})
