import type { RuleCode } from './rule.ts'

/**
 * What a rule rests on. `law`: the provision with this key in the rule set, whose article the rule
 * set tells. `house`: the centre's own rule; with a key when it is how the house keeps a provision.
 */
export interface LegalSource {
  readonly basis: 'law' | 'house'
  readonly key: string | null
}

/** Keys are those of `fixtures/rules/kz-labour-rules.json`. */
const SOURCES: Readonly<Record<RuleCode, LegalSource>> = {
  R01: { basis: 'house', key: null },
  R02: { basis: 'house', key: null },
  R03: { basis: 'law', key: 'two_shifts' },
  R04: { basis: 'house', key: 'intra_shift_break' },
  R05: { basis: 'law', key: 'meal_break' },
  R06: { basis: 'law', key: 'daily_norm' },
  R07: { basis: 'law', key: 'inter_shift_rest' },
  R08: { basis: 'house', key: 'days_off' },
  R09: { basis: 'house', key: 'days_off' },
  R10: { basis: 'house', key: null },
  R11: { basis: 'law', key: 'night' },
  R12: { basis: 'law', key: 'annual_leave' },
  R13: { basis: 'law', key: 'weekly_norm' },
  R14: { basis: 'law', key: 'summarised' },
  R15: { basis: 'house', key: null },
  R16: { basis: 'law', key: 'days_off' },
  R17: { basis: 'law', key: 'nursing_break' },
  R18: { basis: 'law', key: 'split_shift' },
}

/** Where a rule comes from; a finding that rests on the house alone says so itself. */
export function legalSource(code: RuleCode, houseRule = false): LegalSource {
  const source = SOURCES[code]
  return houseRule ? { basis: 'house', key: source.key } : source
}
