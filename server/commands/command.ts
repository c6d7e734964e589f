import { parseArgs } from 'node:util'

/** One command of the command line. `server/cli.ts` holds the table of them. */
export interface Command {
  /** As typed after `kezek`. */
  readonly name: string
  /** One line for `kezek --help`. */
  readonly summary: string
  /** Argument synopsis for the usage message, e.g. `--input FILE`. */
  readonly usage: string
  /** Does the work; prints results on standard output. Resolves when everything is written. */
  run(args: readonly string[]): Promise<void>
}

/** The input was understood and is refused: exit code 1. The message names field, row and rule. */
export class InputError extends Error {}

/** The command was called wrongly: exit code 2, and the usage is printed. */
export class UsageError extends Error {}

/** What a command accepts: `string` options take a value, `boolean` ones do not. */
export type OptionKinds = Readonly<Record<string, 'string' | 'boolean'>>

export interface ParsedOptions {
  /** The value of a string option, or undefined when it was not given. */
  text(name: string): string | undefined
  /** The value of a string option that must be given. */
  required(name: string): string
  /** True when a boolean option was given. */
  flag(name: string): boolean
  /** A whole number in a range; undefined when the option was not given. */
  integer(name: string, range: { readonly min: number; readonly max: number }): number | undefined
  /** What stands without a dash. */
  readonly positionals: readonly string[]
}

/**
 * Parses the options of a command.
 *
 * @throws {UsageError} for an unknown option, a missing value, or a value outside its range
 */
export function parseOptions(args: readonly string[], kinds: OptionKinds): ParsedOptions {
  const options = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]))
  const { values, positionals } = parseOrRefuse(args, options)
  const text = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    text,
    required(name) {
      const value = text(name)
      if (value === undefined || value === '') throw new UsageError(`--${name} is required`)
      return value
    },
    flag: (name) => values[name] === true,
    integer(name, { min, max }) {
      const value = text(name)
      if (value === undefined) return undefined
      const number = Number(value)
      if (!Number.isInteger(number) || number < min || number > max) {
        throw new UsageError(`--${name} must be a whole number in ${min}..${max}, got ${value}`)
      }
      return number
    },
    positionals,
  }
}

function parseOrRefuse(
  args: readonly string[],
  options: Record<string, { type: 'string' | 'boolean' }>,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
