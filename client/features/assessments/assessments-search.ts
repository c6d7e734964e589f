/** Whose assessment is being written, in the address. */
export interface AssessmentsSearch {
  readonly person?: string
}

export function readAssessmentsSearch(
  search: Readonly<Record<string, unknown>>,
): AssessmentsSearch {
  const { person } = search
  return typeof person === 'string' && person !== '' ? { person } : {}
}
