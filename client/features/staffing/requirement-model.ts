/** What one queue needs in one interval, and what that gives. */
export interface RequirementPoint {
  readonly startMs: number
  readonly endMs: number
  readonly contacts: number
  readonly handleSeconds: number | null
  /** People at work. */
  readonly agents: number
  /** People on the schedule, so that enough are at work after breaks, leave and absence. */
  readonly rostered: number
  /** Which target asks for the last of them. */
  readonly binding: string
  /** `over`: the wait is below the lower edge of the band, and one fewer would break the upper. */
  readonly isUnavoidablyOver: boolean
  readonly asaSeconds: number | null
  /** Ratios 0..1. */
  readonly serviceLevel: number | null
  readonly abandonShare: number | null
  readonly occupancy: number | null
}
