import { type Problem, compileProblem } from '../engine/problem.ts'
import type { Instance } from '../instance.ts'
import { addBreaks } from './break-rows.ts'
import { addCoverage } from './coverage-rows.ts'
import { type LinearProgram, LinearProgramBuilder } from './linear-program.ts'
import { type PeopleGroup, peopleGroups } from './people-groups.ts'
import { addPresence } from './presence-rows.ts'
import { type ShiftVariables, addShifts } from './shift-rows.ts'

/**
 * A linear program whose least value no schedule's coverage and pay can be below.
 *
 * Every schedule is a point of it: people of one group are only counted, shifts may be split, breaks
 * are only counted per window (J. Bechtold & L. Jacobs, Management Science 36 (1990)), and rest, runs
 * of days, preferences and fairness are left out. What is short is that of whole people
 * (`coverage-rows.ts`). So its least value is a proven lower bound of the
 * `core` that `score` finds, and of the whole objective, as what people wish costs nothing or more.
 */
export function boundModel(instance: Instance): LinearProgram {
  const problem: Problem = compileProblem(instance)
  const builder = new LinearProgramBuilder()
  const groups: readonly PeopleGroup[] = peopleGroups(problem)
  const shifts: ShiftVariables = addShifts(builder, problem, groups)
  const pauses = addBreaks(builder, problem, shifts)
  const presence = addPresence(builder, problem, { shifts, pauses })
  addCoverage(builder, problem, presence, { areWhole: true })
  return builder.build()
}
