import type { AdherencePolicy, Verdict } from './adherence-policy.ts'

/** `TeamMeeting`, `Team meeting` and `team_meeting` are one name. */
export function plainName(name: string): string {
  return name
    .trim()
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_')
    .replaceAll(/[\s-]+/g, '_')
    .toLowerCase()
}

/** A policy whose every name is in its plain form. */
export function withPlainNames(policy: AdherencePolicy): AdherencePolicy {
  return {
    ...policy,
    activities: renamed(policy.activities),
    states: renamed(policy.states),
    table: renamed<Readonly<Record<string, Verdict>>>(
      Object.fromEntries(Object.entries(policy.table).map(([name, row]) => [name, renamed(row)])),
    ),
  }
}

function renamed<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [plainName(name), value]))
}
