import { describe, expect, it } from 'vitest'

import { accuracyText } from '../../../../../../client/features/forecasts/forecast-headline.ts'
import { totalAfter } from '../../../../../../client/features/forecasts/override/override.ts'
import { createFormat } from '../../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('en')
const words = { t, format: createFormat('en', 'Asia/Almaty', t) }

describe('accuracyText', () => {
  const accuracy = {
    queueId: 'calls',
    weeksTested: 4,
    wape: 0.08,
    wapeDaily: 0.03,
    wapeMean4: 0.12,
    coverage80: 0.81,
  }

  it('sets the error of the engine beside that of the rule of thumb', () => {
    const text = accuracyText(accuracy, words)
    for (const share of ['8.0%', '12.0%', '3.0%', '81.0%', '4 weeks']) expect(text).toContain(share)
  })

  it('claims nothing where nothing was tested', () => {
    expect(accuracyText(undefined, words)).toBeNull()
    expect(accuracyText({ ...accuracy, coverage80: null }, words)).not.toContain('80%')
  })
})

describe('totalAfter', () => {
  // Of 200: a fifth more is 240, 50 fewer are 150, and what is set is set.
  it.each([
    ['scale', 20, 240],
    ['add', -50, 150],
    ['add', '-300', 0],
    ['set', 90, 90],
    ['set', '', null],
    ['scale', '-', null],
  ] as const)('foretells %s by %s', (kind, value, after) => {
    expect(totalAfter(200, { kind, value })).toBe(after)
  })
})
