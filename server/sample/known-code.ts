/**
 * What a code of the sample stands for.
 *
 * @throws {RangeError} if the sample names a code that it does not have
 */
export function known<Value>(ids: ReadonlyMap<string, Value>, code: string): Value {
  const id = ids.get(code)
  if (id === undefined) throw new RangeError(`the sample names ${code}, which it does not have`)
  return id
}
