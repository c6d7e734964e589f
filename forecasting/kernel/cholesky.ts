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
  for (let first = 0; first < rows.length; first += 4) {
    const end = Math.min(first + 4, rows.length)
    const isWhole = end - first === 4
    if (isWhole) reduceFour(rows, first)
    for (let i = first; i < end; i++) reduceRow(rows, i, isWhole ? first : 0)
  }
  return rows
}

/** Columns left of the block, for its four rows at once: each entry of L is read once for all. */
function reduceFour(rows: readonly Float64Array[], first: number): void {
  const a = rows[first] as Float64Array
  const b = rows[first + 1] as Float64Array
  const c = rows[first + 2] as Float64Array
  const d = rows[first + 3] as Float64Array
  for (let j = 0; j < first; j++) {
    const other = rows[j] as Float64Array
    let ofA = a[j] as number
    let ofB = b[j] as number
    let ofC = c[j] as number
    let ofD = d[j] as number
    for (let k = 0; k < j; k++) {
      const entry = other[k] as number
      ofA -= (a[k] as number) * entry
      ofB -= (b[k] as number) * entry
      ofC -= (c[k] as number) * entry
      ofD -= (d[k] as number) * entry
    }
    const pivot = other[j] as number
    a[j] = ofA / pivot
    b[j] = ofB / pivot
    c[j] = ofC / pivot
    d[j] = ofD / pivot
  }
}

/** The columns of a row from `from` on, and its pivot. */
function reduceRow(rows: readonly Float64Array[], i: number, from: number): void {
  const row = rows[i] as Float64Array
  for (let j = from; j < i; j++) {
    const other = rows[j] as Float64Array
    row[j] = ((row[j] as number) - dot(row, other, j)) / (other[j] as number)
  }
  const pivot = (row[i] as number) - dot(row, row, i)
  if (!(pivot > 0)) throw new RangeError('covariance must be positive definite')
  row[i] = Math.sqrt(pivot)
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
