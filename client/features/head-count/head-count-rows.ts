import type { components } from '../../api/schema.d.ts'

export type HeadCountPlan = components['schemas']['HeadCountPlan']
export type Skill = HeadCountPlan['skills'][number]

/** A month of everybody or of one competence, as it is drawn and listed. */
export interface HeadCountRow {
  readonly month: string
  readonly contacts: number
  readonly hoursPerPerson: number
  readonly needed: number
  readonly without: number
  readonly with: number
  readonly short: number
  /** People to begin to hire in the month, or, of one competence, to train. */
  readonly begin: number
}

export const skillKey = ({ code, level }: Pick<Skill, 'code' | 'level'>): string =>
  `${code} ${level}`

/** @param skill as `skillKey` writes it; undefined, or of none that is asked for: everybody */
export function headCountRows(plan: HeadCountPlan, skill: string | undefined): HeadCountRow[] {
  const at = plan.skills.findIndex((one) => skillKey(one) === skill)
  return plan.months.map(({ month, contacts, hoursPerPerson, hire, skills, ...all }) => {
    const one = skills[at]
    const line = one ?? all
    return {
      month,
      contacts,
      hoursPerPerson,
      needed: line.needed,
      without: line.without,
      with: line.with,
      short: line.short,
      begin: one === undefined ? hire : one.train,
    }
  })
}

/** What a competence comes to over all months. */
export interface SkillSum {
  readonly skill: Skill
  /** The most that any month needs. */
  readonly mostNeeded: number
  /** The first month that lacks people whatever is done; null: none. */
  readonly firstShort: string | null
  readonly train: number
}

export function skillSums(plan: HeadCountPlan): SkillSum[] {
  return plan.skills.map((skill, at) => {
    const lines = plan.months.map(({ month, skills }) => ({ month, ...skills[at] }))
    return {
      skill,
      mostNeeded: Math.max(0, ...lines.map(({ needed = 0 }) => needed)),
      firstShort: lines.find(({ short = 0 }) => short > 0)?.month ?? null,
      train: lines.reduce((sum, { train = 0 }) => sum + train, 0),
    }
  })
}
