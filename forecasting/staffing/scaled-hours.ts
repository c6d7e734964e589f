/** A week that was staffed in full: what a queue brought and what it took. */
export interface StaffedWeek {
  /** Contacts times handle time. */
  readonly workHours: number
  /** Agents at work, summed over the week. */
  readonly agentHours: number
}

/**
 * Agent hours that a week of another size takes. What agents stand ready beyond the work itself grows with
 * the square root of the work (the square-root rule of staffing: Halfin and Whitt 1981, Operations Research
 * 29(3)): a week of four times the work needs twice the readiness. Where agents do several contacts at once
 * and so stand for less than the work, hours follow it in proportion.
 *
 * @param workHours of the week that is asked about
 * @throws {RangeError} unless all figures are finite and not negative
 */
export function scaledAgentHours(known: StaffedWeek, workHours: number): number {
  for (const figure of [known.workHours, known.agentHours, workHours]) {
    if (!(figure >= 0 && Number.isFinite(figure))) {
      throw new RangeError(`hours must be finite and not negative, got ${figure}`)
    }
  }
  if (known.workHours === 0) return known.agentHours
  const ratio = workHours / known.workHours
  const ready = known.agentHours - known.workHours
  return ready < 0 ? known.agentHours * ratio : workHours + ready * Math.sqrt(ratio)
}
