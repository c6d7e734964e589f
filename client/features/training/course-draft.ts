import type { Locale } from '../../lib/i18n/catalogue.ts'
import { wholeName } from '../../lib/whole-name.ts'
import type { Course } from './use-training.ts'

/** A course as it is being written; an empty number is one that is not asked for. */
export interface CourseDraft {
  readonly code: string
  readonly name: Readonly<Record<Locale, string>>
  readonly programme: string
  readonly minutes: number
  readonly passPercent: number | ''
  readonly certificateMonths: number | ''
  readonly competences: readonly { readonly code: string; readonly level: number }[]
}

export type CourseFault = 'code' | 'name' | 'programme' | 'competence'

const MINUTES_DEFAULT = 60

export function draftOf(before: Course | undefined): CourseDraft {
  if (before === undefined) {
    return {
      code: '',
      name: { kk: '', ru: '', en: '' },
      programme: '',
      minutes: MINUTES_DEFAULT,
      passPercent: '',
      certificateMonths: '',
      competences: [],
    }
  }
  const { code, name, programme, minutes, passShare, certificateMonths, competences } = before
  return {
    code,
    name,
    programme,
    minutes,
    passPercent: passShare === null ? '' : Math.round(passShare * 100),
    certificateMonths: certificateMonths ?? '',
    competences,
  }
}

/** What keeps a draft from being sent. */
export function courseFaults(draft: CourseDraft): CourseFault[] {
  const faults: CourseFault[] = []
  if (draft.code.trim() === '') faults.push('code')
  if (wholeName(draft.name) === null) faults.push('name')
  if (draft.programme.trim() === '') faults.push('programme')
  if (draft.competences.length === 0) faults.push('competence')
  return faults
}

/** The draft as the server takes it; null while it has faults. */
export function courseBody(draft: CourseDraft) {
  const name = wholeName(draft.name)
  if (name === null || courseFaults(draft).length > 0) return null
  return {
    name: { ...name },
    programme: draft.programme.trim(),
    minutes: draft.minutes,
    passShare: draft.passPercent === '' ? null : draft.passPercent / 100,
    certificateMonths: draft.certificateMonths === '' ? null : draft.certificateMonths,
    competences: draft.competences.map((one) => ({ ...one })),
  }
}
