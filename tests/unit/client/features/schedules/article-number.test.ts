import { expect, it } from 'vitest'

import { articleNumber } from '../../../../../client/features/schedules/article-number.ts'

it('leaves of an article what people call it by', () => {
  expect(articleNumber('75(10), added by Law 277-VIII of 07.04.2026')).toBe('75(10)')
  expect(articleNumber('84(1-4), 84(4-1)')).toBe('84(1-4), 84(4-1)')
  expect(articleNumber('73-1')).toBe('73-1')
  expect(articleNumber('no rule in chapters 6-7')).toBeNull()
})
