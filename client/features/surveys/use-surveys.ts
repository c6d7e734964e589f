import type { components } from '../../api/schema.d.ts'

export type Survey = components['schemas']['Survey']
export type Results = NonNullable<Survey['results']>
export type OwnSurvey = components['schemas']['OwnSurvey']
