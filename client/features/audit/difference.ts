/** One value that a change touched; null where there was, or is, none. */
export interface Difference {
  /** A column, or a place within it: `name.ru`. */
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

type Values = Readonly<Record<string, unknown>> | null

/** The record itself says of which row it is, of which centre, and when it was touched. */
const SAID_ALREADY = new Set(['id', 'center_id', 'updated_at'])

/** What changed from one row to the other, field by field, in the order of the columns. */
export function difference(before: Values, after: Values): Difference[] {
  const [old, now] = [flat(before), flat(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({
      field,
      before: old.get(field) ?? null,
      after: now.get(field) ?? null,
    }))
    .filter((one) => one.before !== one.after)
}

/** Objects become one field for each leaf; a list stays one value. */
function flat(values: Values): Map<string, string> {
  const leaves = new Map<string, string>()
  const visit = (value: unknown, field: string): void => {
    if (value === null || value === undefined) return
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) visit(inner, `${field}.${key}`)
    } else leaves.set(field, typeof value === 'string' ? value : JSON.stringify(value))
  }
  for (const [column, value] of Object.entries(values ?? {})) {
    if (!SAID_ALREADY.has(column)) visit(value, column)
  }
  return leaves
}

/** Settings and reports as programs exchange them: kept for a proof, of little use to a reader. */
const OF_MACHINES = new Set(
  (
    'accuracy answers breaks called_region data_hash definition detail drawn engine_version facts first_tries image key ' +
    'options parameters policy report seed settings sha256 state_names summary'
  ).split(' '),
)

/** True for what a reader of the record seldom wants to see first. */
export function isForTheMachine({ field }: Difference): boolean {
  return OF_MACHINES.has(field.split('.')[0] ?? field)
}
