/** Contacts by whole seconds of their wait, ascending. */
export interface WaitCounts {
  readonly seconds: number
  /** Gave up after so long. */
  readonly abandoned: number
  /** Were answered after so long: they would have waited longer, nobody knows how much. */
  readonly answered: number
}

export interface StillWaiting {
  readonly seconds: number
  /** Share of callers whose patience lasts longer, with its 95 % band. */
  readonly share: number
  readonly low: number
  readonly high: number
}

const Z_95 = 1.959964

/**
 * How many callers would still be waiting after so long, if nobody were answered: the product-limit
 * estimate, which supposes no distribution. Beside the exponential of `estimate-patience.ts` it shows
 * whether that one fits. Its band is Greenwood's on the scale of log(−log), which stays within 0..1.
 *
 * Source: E. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958);
 * J. Kalbfleisch, R. Prentice, "The statistical analysis of failure time data" (2002), 1.4.
 *
 * @param at seconds, ascending; those beyond the longest known wait are left out of the answer
 */
export function stillWaiting(waits: readonly WaitCounts[], at: readonly number[]): StillWaiting[] {
  const longest = waits.at(-1)?.seconds ?? -1
  let atRisk = waits.reduce((sum, { abandoned, answered }) => sum + abandoned + answered, 0)
  let share = 1
  let variance = 0
  let next = 0
  return at
    .filter((seconds) => seconds <= longest)
    .map((seconds) => {
      for (; next < waits.length; next++) {
        const wait = waits[next]
        if (wait === undefined || wait.seconds > seconds) break
        const { abandoned, answered } = wait
        // Seconds at which nobody's wait ended say nothing, and after the last nobody is at risk.
        if (abandoned > 0) share *= 1 - abandoned / atRisk
        if (abandoned < atRisk) variance += abandoned / (atRisk * (atRisk - abandoned))
        atRisk -= abandoned + answered
      }
      return { seconds, share, ...band(share, variance) }
    })
}

function band(share: number, variance: number): { readonly low: number; readonly high: number } {
  if (share <= 0 || share >= 1) return { low: share, high: share }
  const spread = (Z_95 * Math.sqrt(variance)) / Math.abs(Math.log(share))
  return { low: share ** Math.exp(spread), high: share ** Math.exp(-spread) }
}
