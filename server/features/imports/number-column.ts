const CHUNK = 65_536

/**
 * A growing column of numbers; a place that was never set is NaN, and a chunk of such places takes
 * no memory. `float32` is exact for whole numbers up to 16,777,216.
 */
export class NumberColumn {
  readonly #chunks: (Float64Array | Float32Array | undefined)[] = []
  readonly #kind: 'float64' | 'float32'

  constructor(kind: 'float64' | 'float32') {
    this.#kind = kind
  }

  get(at: number): number {
    return this.#chunks[at >>> 16]?.[at & (CHUNK - 1)] ?? Number.NaN
  }

  set(at: number, value: number): void {
    let chunk = this.#chunks[at >>> 16]
    if (chunk === undefined) {
      if (Number.isNaN(value)) return
      chunk = this.#kind === 'float64' ? new Float64Array(CHUNK) : new Float32Array(CHUNK)
      chunk.fill(Number.NaN)
      this.#chunks[at >>> 16] = chunk
    }
    chunk[at & (CHUNK - 1)] = value
  }
}
