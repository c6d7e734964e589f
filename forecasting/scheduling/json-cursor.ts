/** One thing that is wrong with an input, for a translated message and for a machine. */
export interface InputProblem {
  /** Where, as in `operators[3].history.lastShiftEnd`. */
  readonly path: string
  readonly code:
    | 'not_an_object'
    | 'not_a_list'
    | 'not_text'
    | 'not_a_number'
    | 'not_true_or_false'
    | 'not_whole'
    | 'out_of_range'
    | 'wrong_value'
    | 'wrong_length'
    | 'unknown_reference'
    | 'duplicate'
  readonly values: Readonly<Record<string, string | number>>
}

/** Allowed values of a number, both ends included. */
export interface NumberRange {
  readonly min: number
  readonly max: number
}

/**
 * Walks through untrusted JSON. A value of the wrong kind adds a problem and reads as an empty one,
 * so that one walk finds every problem; look at `problems` before using what was read.
 */
export class JsonCursor {
  readonly #value: unknown
  readonly path: string
  readonly problems: InputProblem[]

  constructor(value: unknown, path = '', problems: InputProblem[] = []) {
    this.#value = value
    this.path = path
    this.problems = problems
  }

  /** True when the field is absent or null. */
  get isMissing(): boolean {
    return this.#value === undefined || this.#value === null
  }

  report(code: InputProblem['code'], values: InputProblem['values'] = {}): void {
    this.problems.push({ path: this.path, code, values })
  }

  field(name: string): JsonCursor {
    const value = isRecord(this.#value) ? this.#value[name] : undefined
    return new JsonCursor(value, this.path === '' ? name : `${this.path}.${name}`, this.problems)
  }

  /** Checks that there is an object here; its fields then read one by one. */
  object(): this {
    if (!isRecord(this.#value)) this.report('not_an_object')
    return this
  }

  items(): JsonCursor[] {
    if (!Array.isArray(this.#value)) {
      this.report('not_a_list')
      return []
    }
    return this.#value.map(
      (item: unknown, index) => new JsonCursor(item, `${this.path}[${index}]`, this.problems),
    )
  }

  /** The items of a list that may be absent. */
  optionalItems(): JsonCursor[] {
    return this.isMissing ? [] : this.items()
  }

  text(): string {
    if (typeof this.#value === 'string' && this.#value !== '') return this.#value
    this.report('not_text')
    return ''
  }

  oneOf<Value extends string>(allowed: readonly Value[]): Value | undefined {
    const found = allowed.find((value) => value === this.#value)
    if (found === undefined) this.report('wrong_value', { allowed: allowed.join(' | ') })
    return found
  }

  flag(): boolean {
    if (typeof this.#value === 'boolean') return this.#value
    this.report('not_true_or_false')
    return false
  }

  /** A flag that may be absent, which means false. */
  optionalFlag(): boolean {
    return this.isMissing ? false : this.flag()
  }

  number({ min, max }: NumberRange): number {
    if (typeof this.#value !== 'number' || !Number.isFinite(this.#value)) {
      this.report('not_a_number')
      return min
    }
    if (this.#value < min || this.#value > max) {
      this.report('out_of_range', { min, max, got: this.#value })
    }
    return this.#value
  }

  whole(range: NumberRange): number {
    const value = this.number(range)
    if (!Number.isInteger(value)) this.report('not_whole', { got: value })
    return value
  }
}

/** One line for people who read English, such as those at a command line. */
export function describeProblem({ path, code, values }: InputProblem): string {
  const details = Object.entries(values).map(([name, value]) => `${name} ${value}`)
  const words = [path === '' ? 'input' : path, code.replaceAll('_', ' ')].join(': ')
  return details.length === 0 ? words : `${words} (${details.join(', ')})`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
