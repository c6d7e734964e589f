import type { ActivityRule, AdherencePolicy, Kind } from './adherence-policy.ts'

const work: ActivityRule = { kind: 'work' }
const pause: ActivityRule = { kind: 'pause' }
const development: ActivityRule = { kind: 'development' }
const absent = { kind: 'absent' } as const

/**
 * Kezek's own. Names that other systems use stand beside ours, so that their schedules and states
 * can be judged as they are.
 */
export const KEZEK_POLICY: AdherencePolicy = {
  formula: 'kezek',
  outsideShift: 'ignore',
  conformanceCredit: 'within_shift',
  judged: 'all',
  toleranceSeconds: 0,
  activities: {
    work,
    on_queue: work,
    phone: work,
    back_office: work,
    meal: pause,
    rest: pause,
    break: pause,
    training: development,
    meeting: development,
    team_meeting: development,
    coaching: development,
  },
  states: {
    ready: work,
    available: work,
    on_queue: work,
    work,
    on_contact: work,
    after_contact: work,
    ringing: work,
    back_office: work,
    break: pause,
    meal: pause,
    rest: pause,
    paused: pause,
    training: development,
    meeting: development,
    coaching: development,
    // A missed offer is a state of its own: the telephone rang and nobody took it.
    not_responding: absent,
    technical: absent,
    logged_off: absent,
  },
  table: {
    // Nobody hangs up on a client because a break begins.
    meal: { on_contact: 'neutral', after_contact: 'neutral', technical: 'neutral' },
    rest: { on_contact: 'neutral', after_contact: 'neutral', technical: 'neutral' },
    break: { on_contact: 'neutral', after_contact: 'neutral', technical: 'neutral' },
    training: { on_contact: 'neutral', after_contact: 'neutral', technical: 'neutral' },
    meeting: { on_contact: 'neutral', after_contact: 'neutral', technical: 'neutral' },
    team_meeting: { on_contact: 'neutral', after_contact: 'neutral', technical: 'neutral' },
    coaching: { on_contact: 'neutral', after_contact: 'neutral', technical: 'neutral' },
    // A broken workplace is the centre's, not the operator's.
    work: { technical: 'neutral' },
    on_queue: { technical: 'neutral' },
    phone: { technical: 'neutral' },
    back_office: { technical: 'neutral' },
  },
}

/** Amazon Connect without a mapping of one's own asks only whether both sides are productive. */
function productiveOrNot<Rule extends { readonly kind: Kind }>(
  rules: Readonly<Record<string, Rule>>,
): Record<string, Rule> {
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [
      name,
      rule.kind === 'development' ? { ...rule, kind: 'pause' } : rule,
    ]),
  )
}

/** Policies to start from, by name: ours, and the definitions of other systems. */
export const POLICY_PRESETS = {
  kezek: KEZEK_POLICY,
  genesys: { ...KEZEK_POLICY, formula: 'genesys' },
  calabrio: { ...KEZEK_POLICY, formula: 'calabrio' },
  amazon_nice: {
    ...KEZEK_POLICY,
    formula: 'amazon_nice',
    conformanceCredit: 'everywhere',
    activities: productiveOrNot(KEZEK_POLICY.activities),
    states: productiveOrNot(KEZEK_POLICY.states),
    table: {},
  },
  servicenow: { ...KEZEK_POLICY, formula: 'servicenow', conformanceCredit: 'everywhere' },
} as const satisfies Readonly<Record<string, AdherencePolicy>>

export type PresetName = keyof typeof POLICY_PRESETS
