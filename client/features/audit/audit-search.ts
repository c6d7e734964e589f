export const AUDIT_ACTIONS = ['insert', 'update', 'delete'] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** What the record is narrowed to, as the address says it. */
export interface AuditSearch {
  readonly actor?: string
  /** Whom it concerns. */
  readonly about?: string
  readonly entity?: string
  /** One record of the entity: its whole story. */
  readonly id?: string
  readonly action?: AuditAction
  /** Local dates of the centre; `to` is the last day shown. */
  readonly from?: string
  readonly to?: string
}

const DATE = /^\d{4}-\d{2}-\d{2}$/
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** Takes from an address what can be shown, and leaves out the rest. */
export function readAuditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const action = AUDIT_ACTIONS.find((one) => one === search['action'])
  const text = <Key extends 'actor' | 'entity' | 'id'>(key: Key) => {
    const value = search[key]
    return typeof value === 'string' && value !== '' ? { [key]: value } : {}
  }
  const like = <Key extends 'about' | 'from' | 'to'>(key: Key, form: RegExp) => {
    const value = search[key]
    return typeof value === 'string' && form.test(value) ? { [key]: value } : {}
  }
  return {
    ...text('actor'),
    ...like('about', UUID),
    ...text('entity'),
    ...text('id'),
    ...(action === undefined ? {} : { action }),
    ...like('from', DATE),
    ...like('to', DATE),
  }
}
