import { readFile } from 'node:fs/promises'

import type { Static, TSchema } from 'typebox'
import type { Validator } from 'typebox/compile'

import { InputError } from './command.ts'

/**
 * A JSON file, parsed.
 *
 * @throws {InputError} if the file cannot be read or is not JSON
 */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(`${file} cannot be read`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new InputError(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`)
  }
}

/**
 * What a schema says of a value, or a refusal that names the field and the rule.
 *
 * @param where what the value is called in the refusal, e.g. `item "7"`
 * @throws {InputError} for the first fault
 */
export function checkedInput<Schema extends TSchema>(
  validator: Validator<Record<never, never>, Schema>,
  value: unknown,
  where: string,
): Static<Schema> {
  if (validator.Check(value)) return value as Static<Schema>
  const faults = validator.Errors(value) as readonly Fault[]
  throw new InputError(`${where}: ${sentenceOf(faults)}`)
}

interface Fault {
  readonly keyword: string
  readonly instancePath: string
  readonly message: string
  readonly params: {
    readonly additionalProperties?: readonly string[]
    readonly requiredProperties?: readonly string[]
    readonly allowedValues?: readonly unknown[]
    readonly limit?: number
  }
}

/** A misspelt field first: it explains a required one that seems to be missing. */
function sentenceOf(faults: readonly Fault[]): string {
  const fault =
    faults.find(({ keyword }) => keyword === 'additionalProperties') ??
    faults.find(({ keyword }) => keyword === 'anyOf') ??
    faults[0]
  if (fault === undefined) return 'does not fit the format'
  const field = fieldOf(fault.instancePath)
  const { additionalProperties, requiredProperties, allowedValues } = fault.params
  if (additionalProperties !== undefined) {
    return `${additionalProperties.map((name) => join(field, name)).join(', ')}: no such field`
  }
  if (requiredProperties !== undefined) {
    return `${requiredProperties.map((name) => join(field, name)).join(', ')}: is required`
  }
  if (allowedValues !== undefined) {
    return `${field}: must be one of ${allowedValues.map(String).join(', ')}`
  }
  if (fault.keyword === 'anyOf') return `${field}: must be ${alternatives(faults, fault)}`
  return field === '' ? fault.message : `${field}: ${fault.message}`
}

function alternatives(faults: readonly Fault[], { instancePath }: Fault): string {
  return faults
    .filter((fault) => fault.instancePath === instancePath && fault.keyword !== 'anyOf')
    .map(({ message }) => message.replace(/^must be /, ''))
    .join(' or ')
}

/** `/targets/service_level` as `targets.service_level`. */
function fieldOf(instancePath: string): string {
  return instancePath.slice(1).replaceAll('/', '.')
}

function join(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`
}
