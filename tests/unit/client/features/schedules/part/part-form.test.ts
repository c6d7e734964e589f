import { describe, expect, it } from 'vitest'

import { toPartOrder } from '../../../../../../client/features/schedules/part/part-form.ts'

const form = {
  dates: ['2026-12-08'],
  hours: null,
  isShownOnly: false,
  isBreaksOnly: false,
  leaveSpare: false,
}
const toPart = (...of: Parameters<typeof toPartOrder>) => toPartOrder(...of).part

describe('toPartOrder', () => {
  it('limits nothing that was not chosen', () => {
    expect(toPart(form, ['a'])).toEqual({ dates: ['2026-12-08'] })
  })

  it('tells hours in minutes of the day, midnight as its end', () => {
    const hours = { from: '10:30', to: '14:00' }
    expect(toPart({ ...form, hours }, []).hours).toEqual({ fromMinutes: 630, toMinutes: 840 })
    expect(toPart({ ...form, hours: { from: '18:00', to: '00:00' } }, []).hours?.toMinutes).toBe(
      1440,
    )
  })

  it('names the people who are shown, and asks for breaks alone', () => {
    const wish = { ...form, isShownOnly: true, isBreaksOnly: true }
    expect(toPart(wish, ['a', 'b'])).toMatchObject({ operatorIds: ['a', 'b'], breaksOnly: true })
  })

  it('says what becomes of hours that nothing needs, where shifts may move', () => {
    expect(toPartOrder({ ...form, leaveSpare: true }, []).leaveSpareHours).toBe(true)
    expect(toPartOrder(form, []).leaveSpareHours).toBe(false)
    expect(toPartOrder({ ...form, leaveSpare: null }, [])).toEqual({
      part: { dates: ['2026-12-08'] },
    })
    expect(toPartOrder({ ...form, isBreaksOnly: true }, [])).not.toHaveProperty('leaveSpareHours')
  })
})
