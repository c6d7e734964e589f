import { breaksRules } from '../../schedules/changes/day-changes.service.ts'
import { afterMoves, type DayInHand, hoursToWeigh } from '../hours/day-in-hand.ts'
import { applyMoves, type Moved } from './day-moves.ts'
import {
  breakCandidates,
  callCandidates,
  type Candidate,
  lengthCandidates,
} from './move-candidates.ts'
import { presentSuggestion } from './present-what-if.ts'
import { suggestMoves, type Tried } from './suggest-moves.ts'
import type { Suggestions } from './what-if.schema.ts'

/** Changes of the day that would help, legal ones only. */
export function suggestForDay(day: DayInHand): Suggestions {
  const { ahead, loaded, nowMs } = day
  const candidates = [
    ...breakCandidates(loaded, nowMs),
    ...lengthCandidates(loaded, nowMs),
    ...callCandidates(loaded, day.days, nowMs),
  ]
  // Each is about one person: the shifts of the others need not be gone through every time.
  const own = Map.groupBy(loaded.shifts, ({ operatorId }) => operatorId)
  const before = new Map(ahead.people.map((person) => [person.operatorId, person]))
  const movedBy = ({ operatorId, move }: Candidate): Moved =>
    applyMoves({ ...loaded, shifts: own.get(operatorId) ?? [] }, [move], nowMs)
  const tried = candidates.map((candidate): Tried => {
    const was = before.get(candidate.operatorId)
    const then = afterMoves(day, movedBy(candidate), candidate.operatorId, was)
    return { candidate, before: was, after: then }
  })
  const isLegal = (one: Candidate): boolean =>
    !breaksRules(loaded, movedBy(one).shifts, new Set([one.operatorId]))
  const found = suggestMoves(hoursToWeigh(ahead), ahead.people, tried, isLegal)
  return { suggestions: found.map((one) => presentSuggestion(one, day)) }
}
