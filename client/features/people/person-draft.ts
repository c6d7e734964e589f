import type { components } from '../../api/schema.d.ts'

/** A person as a form has them: every field is a text or a tick. */
export interface PersonDraft {
  readonly personnelNumber: string
  readonly fullName: string
  readonly siteCode: string
  readonly teamCode: string
  readonly contractCode: string
  readonly hiredOn: string
  readonly position: string
  readonly kind: 'staff' | 'non_staff'
  readonly workplace: 'office' | 'remote'
  readonly takesContacts: boolean
}

export type PersonField = 'personnelNumber' | 'fullName' | 'siteCode' | 'contractCode' | 'hiredOn'

const REQUIRED: readonly PersonField[] = [
  'personnelNumber',
  'fullName',
  'siteCode',
  'contractCode',
  'hiredOn',
]

export function personFaults(draft: PersonDraft): PersonField[] {
  return REQUIRED.filter((field) => draft[field].trim() === '')
}

/** What a change of a person sends: all but the contract, which has a history of its own. */
export function personBody(draft: PersonDraft) {
  const { personnelNumber, fullName, siteCode, teamCode, hiredOn, position } = draft
  const { kind, workplace, takesContacts } = draft
  return {
    personnelNumber: personnelNumber.trim(),
    fullName: fullName.trim(),
    siteCode,
    teamCode: teamCode === '' ? null : teamCode,
    hiredOn,
    position: position.trim() === '' ? null : position.trim(),
    kind,
    workplace,
    takesContacts,
  }
}

/** The fields in which `after` differs: what somebody else has changed meanwhile stays as it is. */
export function changeBetween(
  before: PersonDraft,
  after: PersonDraft,
): Partial<ReturnType<typeof personBody>> {
  const old = new Map<string, unknown>(Object.entries(personBody(before)))
  return Object.fromEntries(
    Object.entries(personBody(after)).filter(([field, value]) => value !== old.get(field)),
  )
}

export function draftOf(person: components['schemas']['Operator']): PersonDraft {
  return {
    ...person,
    teamCode: person.teamCode ?? '',
    position: person.position ?? '',
  }
}
