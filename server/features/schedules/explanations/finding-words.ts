import { addDays } from '#forecasting/kernel/calendar.ts'
import type { Finding } from '#forecasting/scheduling/diagnose.ts'
import { legalSource } from '#forecasting/scheduling/rules/legal-sources.ts'
import type { RuleCode } from '#forecasting/scheduling/rules/rule.ts'
import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { say } from '#server/platform/i18n/messages.ts'

import { ruleText } from '../breaches/violation-texts.ts'
import type { PlanningPeriod } from '../problem/build-instance.ts'
import type { PlanningRows } from '../problem/planning-rows.ts'
import { shortTimeWords } from './short-time-words.ts'

/** What no schedule can mend, in a reader's words. */
export interface FindingWords {
  /** The person, the shape or the queue; empty where it is none of them. */
  readonly who: string
  /** Days of the centre's calendar that take part. */
  readonly dates: readonly string[]
  /** Article of the Labour Code; null where it is none. */
  readonly article: string | null
  readonly text: string
}

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

const HOURS: Text3 = {
  en: 'The free days hold at most {most, number} h of the {owed, number} h owed',
  ru: 'Свободные дни вмещают не больше {most, number} ч из положенных {owed, number} ч',
  kk: 'Бос күндерге тиесілі {owed, number} сағаттың ең көбі {most, number} сағаты сыяды',
}

const NO_SHIFT: Text3 = {
  en: '{hours}. No shift fits on {days, plural, one {# day} other {# days}}: {rule}',
  ru: '{hours}. Ни одна смена не подходит в {days, plural, one {# день} few {# дня} other {# дней}}: {rule}',
  kk: '{hours}. {days} күнге бірде-бір ауысым сәйкес келмейді: {rule}',
}

const SHORTAGE: Text3 = {
  en: 'At least {hours, number} agent-hours stay uncovered, however people are placed',
  ru: 'Не меньше {hours, number} чел.-ч останутся без людей, как ни ставь смены',
  kk: 'Ауысымдарды қалай қойса да, кемінде {hours, number} адам-сағат қамтылмай қалады',
}

const BANNED: Text3 = {
  en: 'Everybody who has the competence is barred from night work',
  ru: 'Всем, у кого есть компетенция, ночная работа запрещена',
  kk: 'Құзыреті бар барлық адамға түнгі жұмысқа тыйым салынған',
}

/** Words a finding: person, shape or queue, days, and the rule with its article. */
export function findingWords(
  finding: Finding,
  rows: PlanningRows,
  { period, language }: { readonly period: PlanningPeriod; readonly language: Language },
): FindingWords {
  const { op, shape, skill, rule, days = [] } = finding
  const person = rows.operators.find(({ personnelNumber }) => personnelNumber === op)
  const who = [
    op === undefined ? null : (person?.fullName ?? op),
    shape === undefined ? null : say(SHAPE, language, { shape }),
    skill ?? null,
  ]
  const key = rule === undefined ? null : legalSource(rule as RuleCode).key
  return {
    who: who.filter((part) => part !== null).join(', '),
    dates: days.map((day) => addDays(period.fromDate, day)),
    article: rows.rules.find(({ code }) => code === key)?.article ?? null,
    text: textOf(finding, period, language),
  }
}

function textOf(finding: Finding, period: PlanningPeriod, language: Language): string {
  const { kind, rule, shape, values = {} } = finding
  switch (kind) {
    case 'unreachable-hours':
      return unreachableText(finding, language)
    case 'unavoidable-shortage':
      return shortageText(finding, period, language)
    case 'infeasible-locks':
    case 'invalid-input': {
      const text = ruleText(rule ?? kind, language, { ...values, shape: shape ?? '' })
      return kind === 'infeasible-locks' ? say(LOCKED, language, { rule: text }) : text
    }
  }
}

/** How much is missing at least and when, and whether a ban on nights is why. */
function shortageText(finding: Finding, period: PlanningPeriod, language: Language): string {
  const { rule, values = {}, when = [] } = finding
  const least = Math.round(Number(values['minShortageHours'] ?? 0) * 10) / 10
  const times = shortTimeWords(when, period, language)
  const text = say(SHORTAGE, language, { hours: least })
  const said = times === '' ? text : `${text}: ${times}`
  return rule === undefined ? said : `${said}. ${say(BANNED, language, {})}`
}

/** How many of the owed hours can be reached, and the rule that leaves no shift on some days. */
function unreachableText(finding: Finding, language: Language): string {
  const { rule, values = {}, ruleValues = {}, days = [] } = finding
  const hours = (name: string): number => Math.round(Number(values[name] ?? 0) / 6) / 10
  const figures = { most: hours('maxReachableMin'), owed: hours('targetMin') }
  const text = say(HOURS, language, figures)
  if (rule === undefined) return text
  const said = ruleText(rule, language, { shape: '', ...ruleValues })
  return say(NO_SHIFT, language, { hours: text, days: days.length, rule: said })
}
