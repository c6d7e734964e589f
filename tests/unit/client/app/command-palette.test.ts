import { describe, expect, it } from 'vitest'

import { matching } from '../../../../client/app/shell/command-palette.tsx'

const commands = ['Перейти: Прогноз', 'Перейти: График смен', 'Клавиши'].map((label) => ({
  id: label,
  label,
  run: () => undefined,
}))

describe('matching', () => {
  it('lists everything while nothing is typed', () => {
    expect(matching(commands, '  ')).toHaveLength(3)
  })

  it('finds words by their parts, in any order and case', () => {
    expect(matching(commands, 'СМЕН пер').map(({ label }) => label)).toEqual([
      'Перейти: График смен',
    ])
  })
})
