import { readFileSync } from 'node:fs'

import { Check } from 'typebox/schema'
import { describe, expect, it } from 'vitest'

import { FEED, ROLES } from '#server/platform/http/actor.ts'

type Json = Readonly<Record<string, unknown>>
interface Media {
  readonly schema: Json
  readonly example?: unknown
}
interface Operation {
  readonly operationId?: string
  readonly 'x-roles'?: readonly string[]
  readonly security?: readonly Json[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >
}

/** The committed document; the check of generated files keeps it the one that the service serves. */
const DOCUMENT = JSON.parse(readFileSync('client/api/openapi.json', 'utf8')) as {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>
    readonly securitySchemes: Json
  }
}
const PREFIX = '#/components/schemas/'

/** Schemas by plain name, as the validator wants them. */
const SCHEMAS = JSON.parse(
  JSON.stringify(DOCUMENT.components.schemas).replaceAll(PREFIX, ''),
) as Record<string, Json>
const plain = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll(PREFIX, '')) as Json

/** A plain predicate: the validator's own would narrow the example's type. */
const fits = (schema: Json, value: unknown): boolean => Check(SCHEMAS, schema, value)

/** The examples of a schema: its own, or joined from those of its parts; empty if it shows nothing. */
function examplesOf(schema: Json): unknown[] {
  if (Array.isArray(schema['examples'])) return schema['examples']
  const { $ref, type, items, properties = {} } = schema
  if (typeof $ref === 'string') return examplesOf(SCHEMAS[$ref.replace(PREFIX, '')] ?? {})
  if (type === 'array') return examplesOf(items as Json).map((example) => [example])
  if (type !== 'object') return []
  const parts = Object.entries(properties as Json).map(([name, part]) => {
    const [example] = examplesOf(part as Json)
    return [name, example ?? scalarOf(part as Json)] as const
  })
  const isShown = parts.every(([, example]) => example !== undefined) && parts.length > 0
  return isShown ? [Object.fromEntries(parts)] : []
}

/** A number or a text beside a whole example needs none of its own. */
function scalarOf({ type, anyOf }: Json): unknown {
  if (type === 'integer' || type === 'number') return 1
  if (type === 'string') return 'x'
  return Array.isArray(anyOf) ? scalarOf(anyOf[0] as Json) : undefined
}

const operations = Object.entries(DOCUMENT.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    operation,
  })),
)

describe('the OpenAPI document', () => {
  it('is of version 3.1, and names each operation once', () => {
    expect(DOCUMENT.openapi).toMatch(/^3\.1\./)
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(ids.length).toBeGreaterThan(30)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each(operations)('says who may call $name, and how it refuses', ({ operation }) => {
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
    const roles = operation['x-roles'] ?? []
    expect(roles.length).toBeGreaterThan(0)
    const people = roles.filter((role) => ROLES.some((known) => known === role))
    // Either people who signed in, or a feed alone with its key: nothing is open to anyone.
    const scheme = roles.includes(FEED) ? 'feedKey' : 'session'
    expect(roles).toEqual(scheme === 'feedKey' ? [FEED] : people)
    expect(operation.security).toEqual([{ [scheme]: [] }])
    expect(DOCUMENT.components.securitySchemes).toHaveProperty(scheme)
    expect(operation.responses['default']?.content).toHaveProperty(['application/problem+json'])
  })

  it.each(operations)('shows by example what $name takes and answers', ({ operation }) => {
    const media = [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...Object.entries(operation.responses)
        .filter(([status]) => status !== 'default')
        .flatMap(([, { content = {} }]) => Object.values(content)),
    ].filter(({ schema }) => schema['type'] !== 'null')
    const faults = media.flatMap(({ schema, example }) => {
      const examples = example === undefined ? examplesOf(schema) : [example]
      if (examples.length === 0) return [{ schema, fault: 'no example' }]
      return examples
        .filter((one) => !fits(plain(schema), one))
        .map(() => ({ schema, fault: 'the example does not fit' }))
    })
    expect(faults).toEqual([])
  })
})
