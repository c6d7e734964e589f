import { type TSchema, Type } from 'typebox'

/** A value, or null where there is none. */
export const orNull = <Schema extends TSchema>(
  schema: Schema,
  options: { readonly description?: string } = {},
) => Type.Union([schema, Type.Null()], options)
