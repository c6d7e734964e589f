/** Where the mean wait lies beside the band that is wanted, such as 40–60 s. */
export type WaitBand =
  | 'in_band'
  | 'above_band'
  | 'below_band_unavoidable'
  | 'below_band_avoidable'
  | 'no_load'

/** People that one interval needs, of one queue or of all together. */
export interface RequiredPeople {
  readonly startMs: number
  readonly endMs: number
  readonly contacts: number
  /** People at work. */
  readonly agents: number
  /** People on the schedule, so that enough are at work after breaks, leave and absence. */
  readonly rostered: number
}

/** What one queue needs in one interval, and what that gives. */
export interface RequirementPoint extends RequiredPeople {
  readonly handleSeconds: number | null
  /** Which target asks for the last of the agents. */
  readonly binding: string
  /** Null where no wait is promised. */
  readonly band: WaitBand | null
  readonly asaSeconds: number | null
  /** Ratios 0..1. */
  readonly serviceLevel: number | null
  readonly abandonShare: number | null
  readonly occupancy: number | null
  /** Agents that meet every target with that probability; null where the forecast tells no doubt. */
  readonly agents50: number | null
  readonly agents75: number | null
  readonly agents90: number | null
  /** Probability 0..1 that the mean wait stays within its target; null where none is promised. */
  readonly asaChance: number | null
}

/** What all queues need in one interval: a sum, as if nobody could take two kinds of contact. */
export interface RequirementTotal extends RequiredPeople {
  /** Agents at work by queue id. */
  readonly agentsByQueue: ReadonlyMap<string, number>
}

/**
 * Offered load: how many agents the contacts would keep busy without a pause.
 *
 * @returns Erlangs; null where no handling time is known
 */
export function offeredErlangs({
  startMs,
  endMs,
  contacts,
  handleSeconds,
}: Pick<RequirementPoint, 'startMs' | 'endMs' | 'contacts' | 'handleSeconds'>): number | null {
  return handleSeconds === null ? null : (contacts * handleSeconds * 1000) / (endMs - startMs)
}
