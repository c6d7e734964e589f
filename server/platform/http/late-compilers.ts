import buildAjv from '@fastify/ajv-compiler'
import buildStringify from '@fastify/fast-json-stringify-compiler'
import type { FastifyServerOptions } from 'fastify'

type Compilers = NonNullable<
  NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']
>

const validators = buildAjv()
const serializers = buildStringify()

function buildValidator(...schemas: Parameters<typeof validators>) {
  const compiler = once(() => validators(...schemas))
  return (...route: Parameters<ReturnType<typeof validators>>) => {
    const validator = once(() => compiler()(...route))
    return (data: unknown) => {
      const validate = validator()
      return validate(data) === true ? true : { error: validate.errors }
    }
  }
}

function buildSerializer(...schemas: Parameters<typeof serializers>) {
  const compiler = once(() => serializers(...schemas))
  return (...route: Parameters<ReturnType<typeof serializers>>) => {
    const serializer = once(() => compiler()(...route))
    return (data: unknown) => serializer()(data)
  }
}

/**
 * Fastify's own compilers, which wait with a route's schemas until the route is first asked: to compile
 * those of all routes takes a second or more, and a process asks few of them soon after its start.
 */
export const LATE_COMPILERS: Compilers = {
  // Fastify takes `{ error }` where the type knows only Ajv's functions, which carry their errors.
  buildValidator: buildValidator as unknown as NonNullable<Compilers['buildValidator']>,
  buildSerializer,
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
