/**
 * Cholesky factors as packed lower rows: row i of a matrix holds its first i + 1 entries. Only
 * additions, multiplications, divisions and square roots in a fixed order, so the bits are the same
 * on every machine.
 */

/**
 * Factors K = L Lᵀ in place. Costs n³/3 operations; 728 rows take about 0.03 s.
 *
 * @param rows lower rows of a symmetric matrix; overwritten with those of L
 * @returns `rows`
 * @throws {RangeError} if the matrix is not positive definite
 */
export function factorInPlace(rows: readonly Float64Array[]): readonly Float64Array[] {
  for (let first = 0; first < rows.length; first += 4) {
    const end = Math.min(first + 4, rows.length)
    const isWhole = end - first === 4
    if (isWhole) reduceFour(rows, rows.slice(first, end), first)
    for (let i = first; i < end; i++) reduceRow(rows, i, isWhole ? first : 0)
  }
  return rows
}

/**
 * Solves the first `columns` entries of four rows, by two columns at once: each entry that is read
 * serves several sums, and the sums do not wait for each other.
 *
 * @param columns even
 */
function reduceFour(
  factor: readonly Float64Array[],
  block: readonly Float64Array[],
  columns: number,
): void {
  const [a, b, c, d] = block as [Float64Array, Float64Array, Float64Array, Float64Array]
  for (let j = 0; j < columns; j += 2) {
    const left = factor[j] as Float64Array
    const right = factor[j + 1] as Float64Array
    let a0 = a[j] as number
    let b0 = b[j] as number
    let c0 = c[j] as number
    let d0 = d[j] as number
    let a1 = a[j + 1] as number
    let b1 = b[j + 1] as number
    let c1 = c[j + 1] as number
    let d1 = d[j + 1] as number
    for (let k = 0; k < j; k++) {
      const x = left[k] as number
      const y = right[k] as number
      const ofA = a[k] as number
      const ofB = b[k] as number
      const ofC = c[k] as number
      const ofD = d[k] as number
      a0 -= ofA * x
      b0 -= ofB * x
      c0 -= ofC * x
      d0 -= ofD * x
      a1 -= ofA * y
      b1 -= ofB * y
      c1 -= ofC * y
      d1 -= ofD * y
    }
    const beside = right[j] as number
    const [pivot, next] = [left[j] as number, right[j + 1] as number]
    a[j] = a0 /= pivot
    b[j] = b0 /= pivot
    c[j] = c0 /= pivot
    d[j] = d0 /= pivot
    a[j + 1] = (a1 - a0 * beside) / next
    b[j + 1] = (b1 - b0 * beside) / next
    c[j + 1] = (c1 - c0 * beside) / next
    d[j + 1] = (d1 - d0 * beside) / next
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

/**
 * Solves L x = b for many b, in place: four at a time, because each would read the whole factor.
 *
 * @param all each as long as the factor, or as many of its leading rows
 */
export function solveLowerTogether(
  factor: readonly Float64Array[],
  all: readonly Float64Array[],
): void {
  const size = all[0]?.length ?? 0
  const even = size - (size % 2)
  for (let first = 0; first < all.length; first += 4) {
    const block = all.slice(first, first + 4)
    while (block.length < 4) block.push(block[0]?.slice() as Float64Array)
    reduceFour(factor, block, even)
    if (even === size) continue
    const last = factor[even] as Float64Array
    for (const x of block) {
      x[even] = ((x[even] as number) - dot(last, x, even)) / (last[even] as number)
    }
  }
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
