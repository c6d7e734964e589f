import type { components } from '../../api/schema.d.ts'

export type PolicyVersion = components['schemas']['AdherencePolicyVersion']
export type Policy = components['schemas']['AdherencePolicy']
export type Verdict = 'in' | 'out' | 'neutral' | 'unknown'
export type Verdicts = PolicyVersion['verdicts']

const VERDICTS: readonly Verdict[] = ['in', 'out', 'neutral', 'unknown']
export const FORMULAS = ['kezek', 'genesys', 'calabrio', 'amazon_nice', 'servicenow'] as const

/** A policy that is being written, with what it says of every pair. */
export interface PolicyDraft {
  readonly policy: Policy
  readonly verdicts: Verdicts
}

/** Of the versions that hold already the last one: what judges today. */
export function versionInForce(
  policies: readonly PolicyVersion[],
  nowMs: number,
): PolicyVersion | undefined {
  return policies.findLast(({ validFrom }) => validFrom === null || Date.parse(validFrom) <= nowMs)
}

/** The draft with another verdict on one pair. */
export function withVerdict(
  { policy, verdicts }: PolicyDraft,
  pair: { readonly activity: string; readonly state: string },
  verdict: Verdict,
): PolicyDraft {
  const { activity, state } = pair
  return {
    policy: {
      ...policy,
      table: { ...policy.table, [activity]: { ...policy.table[activity], [state]: verdict } },
    },
    verdicts: { ...verdicts, [activity]: { ...verdicts[activity], [state]: verdict } },
  }
}

/** The verdict that a press puts in the place of another. */
export function nextVerdict(verdict: string | undefined): Verdict {
  const at = VERDICTS.findIndex((one) => one === verdict)
  return VERDICTS[(at + 1) % VERDICTS.length] ?? 'in'
}

/** The draft with another tolerance of one activity; null takes the policy's own. */
export function withTolerance(
  draft: PolicyDraft,
  activity: string,
  seconds: number | null,
): PolicyDraft {
  const { policy } = draft
  const { kind = 'work' } = policy.activities[activity] ?? {}
  const rule = seconds === null ? { kind } : { kind, toleranceSeconds: seconds }
  return {
    ...draft,
    policy: { ...policy, activities: { ...policy.activities, [activity]: rule } },
  }
}

/** @returns null for nothing typed, undefined for what is no number of seconds */
export function readSeconds(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const seconds = Number(text)
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= 86_400 ? seconds : undefined
}
