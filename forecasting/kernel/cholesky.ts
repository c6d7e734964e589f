/**
 * Cholesky factors as packed lower rows: row i of a matrix holds its first i + 1 entries. Only
 * additions, multiplications, divisions and square roots in a fixed order, so the bits are the same
 * on every machine.
 */

/**
 * Factors K = L Lᵀ in place. Costs n³/3 operations; 728 rows take about 0.05 s.
 *
 * @param rows lower rows of a symmetric matrix; overwritten with those of L
 * @returns `rows`
 * @throws {RangeError} if the matrix is not positive definite
 */
export function factorInPlace(rows: readonly Float64Array[]): readonly Float64Array[] {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Float64Array
    for (let j = 0; j < i; j++) {
      const other = rows[j] as Float64Array
      row[j] = ((row[j] as number) - dot(row, other, j)) / (other[j] as number)
    }
    const pivot = (row[i] as number) - dot(row, row, i)
    if (!(pivot > 0)) throw new RangeError('covariance must be positive definite')
    row[i] = Math.sqrt(pivot)
  }
  return rows
}

/** Solves L x = b, for as many leading rows as `b` has. */
export function solveLower(factor: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = new Float64Array(b.length)
  for (let i = 0; i < b.length; i++) {
    const row = factor[i] as Float64Array
    x[i] = ((b[i] as number) - dot(row, x, i)) / (row[i] as number)
  }
  return x
}

/** Solves Lᵀ x = b. */
export function solveUpper(factor: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = b.slice()
  for (let i = x.length - 1; i >= 0; i--) {
    const row = factor[i] as Float64Array
    const value = (x[i] as number) / (row[i] as number)
    x[i] = value
    for (let j = 0; j < i; j++) x[j] = (x[j] as number) - value * (row[j] as number)
  }
  return x
}

/** Of the first `count` entries. Four sums at a time keep the processor's pipeline full. */
function dot(a: Float64Array, b: Float64Array, count: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let k = 0
  for (; k + 3 < count; k += 4) {
    s0 += (a[k] as number) * (b[k] as number)
    s1 += (a[k + 1] as number) * (b[k + 1] as number)
    s2 += (a[k + 2] as number) * (b[k + 2] as number)
    s3 += (a[k + 3] as number) * (b[k + 3] as number)
  }
  for (; k < count; k++) s0 += (a[k] as number) * (b[k] as number)
  return s0 + s1 + (s2 + s3)
}
