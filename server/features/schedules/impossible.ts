import { addDays } from '#forecasting/kernel/calendar.ts'
import type { Finding } from '#forecasting/scheduling/diagnose.ts'
import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { ProblemError } from '#server/platform/http/problem.ts'
import { say } from '#server/platform/i18n/messages.ts'

import type { PlanningPeriod } from './build-instance.ts'
import type { PlanningRows } from './planning-rows.ts'
import { ruleText } from './violation-texts.ts'

const SHAPE: Text3 = {
  en: 'Shift {shape}',
  ru: 'Смена {shape}',
  kk: '{shape} ауысымы',
}

const LOCKED: Text3 = {
  en: 'Locked shifts cannot stand together. {rule}',
  ru: 'Закреплённые смены не могут стоять вместе. {rule}',
  kk: 'Бекітілген ауысымдар бірге тұра алмайды. {rule}',
}

/** Why no schedule can exist, each reason with person or shape, days, and the rule with its article. */
export function impossible(
  blockers: readonly Finding[],
  rows: PlanningRows,
  reader: { readonly period: PlanningPeriod; readonly language: Language },
): ProblemError {
  const { period, language } = reader
  const people = new Map(rows.operators.map((one) => [one.personnelNumber, one.fullName]))
  const errors = blockers.map(({ op, shape, rule, days = [], values, kind }) => {
    const who = op === undefined ? [] : [people.get(op) ?? op]
    const what = shape === undefined ? [] : [say(SHAPE, language, { shape })]
    const when = days.map((day) => addDays(period.fromDate, day))
    const text = ruleText(rule ?? kind, language, { ...values, shape: shape ?? '' })
    return {
      pointer: [...who, ...what, ...when].join(', '),
      detail: kind === 'infeasible-locks' ? say(LOCKED, language, { rule: text }) : text,
    }
  })
  const [first] = errors
  const reason = first === undefined ? '' : `${first.pointer}: ${first.detail}`
  return new ProblemError('schedule-impossible', { values: { reason }, errors })
}
