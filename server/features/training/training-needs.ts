import type { DevelopmentStep, TrainingNeed } from './development.schema.ts'

type Source = TrainingNeed['askedBy'][number]

/** Somebody lacks a level that something asks for. */
export interface Lack {
  readonly operatorId: string
  readonly competenceCode: string
  /** That holds today; null: none does. */
  readonly level: number | null
  readonly requiredLevel: number
  readonly askedBy: Source
}

/**
 * What people have to learn: one need for a person and competence, at the highest level that is asked
 * for, with everything that asks, and the step of a plan that answers it. A step that is done answers
 * until the next assessment, which says whether it was enough.
 *
 * @param assessedOn day of the last assessment by `person code`
 */
export function trainingNeeds(
  lacks: readonly Lack[],
  steps: readonly DevelopmentStep[],
  assessedOn: ReadonlyMap<string, string>,
): Omit<TrainingNeed, 'fullName' | 'personnelNumber'>[] {
  const key = (one: { readonly operatorId: string; readonly competenceCode: string }): string =>
    `${one.operatorId} ${one.competenceCode}`
  const byNeed = Map.groupBy(lacks, key)
  const stepsOf = Map.groupBy(steps, key)
  return [...byNeed].flatMap(([which, group]) => {
    const [first] = group
    if (first === undefined) return []
    return [
      {
        operatorId: first.operatorId,
        competenceCode: first.competenceCode,
        level: first.level,
        requiredLevel: Math.max(...group.map(({ requiredLevel }) => requiredLevel)),
        askedBy: group.map(({ askedBy }) => askedBy),
        step: answering(stepsOf.get(which) ?? [], assessedOn.get(which) ?? ''),
      },
    ]
  })
}

function answering(steps: readonly DevelopmentStep[], assessedOn: string): TrainingNeed['step'] {
  const open = steps.find(({ status }) => status === 'planned')
  const done = steps.find(
    ({ status, endedOn }) => status === 'done' && endedOn !== null && endedOn >= assessedOn,
  )
  const step = open ?? done
  if (step === undefined || step.status === 'cancelled') return null
  const { id, way, courseCode, dueOn, status } = step
  return { id, way, courseCode, dueOn, status }
}
