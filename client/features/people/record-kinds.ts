import type { components } from '../../api/schema.d.ts'

type Records = components['schemas']['PersonalRecords']

/** What the law may attach to a person, in the order of its articles. */
export const RESTRICTIONS: readonly Records['restrictions'][number]['kind'][] = [
  'minor_under_16',
  'minor_under_18',
  'pregnancy',
  'disability_1',
  'disability_2',
  'disability_3',
  'child_under_7',
  'disabled_child',
  'family_carer',
  'nursing',
]

/** Where the breaks of who feeds a child go. */
export const BREAK_PLACES = ['none', 'meal', 'start', 'end'] as const

export const CONSENTS: readonly Records['consents'][number]['kind'][] = [
  'night_work',
  'overtime',
  'holiday_work',
  'personal_data',
]
