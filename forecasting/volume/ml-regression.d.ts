/** The package ships no types; these are of the part that is used. */
declare module 'ml-regression' {
  /** Robust line: the median of the slopes between all pairs of points. */
  export class TheilSenRegression {
    constructor(x: readonly number[], y: readonly number[])
    readonly slope: number
    readonly intercept: number
  }
}
