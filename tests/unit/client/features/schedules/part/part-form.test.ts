import { describe, expect, it } from 'vitest'

import { toPart } from '../../../../../../client/features/schedules/part/part-form.ts'

const form = { dates: ['2026-12-08'], hours: null, isShownOnly: false, isBreaksOnly: false }

describe('toPart', () => {
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
})
