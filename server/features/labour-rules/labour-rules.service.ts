import type { Db } from '#server/platform/db/scope.ts'

import { FIGURES } from './figures.ts'
import { type FigureBound, houseBounds } from './house-bounds.ts'
import { listVersions, type RuleVersion } from './labour-rules.queries.ts'
import type { LabourRule, LabourRules } from './labour-rules.schema.ts'
import { KEEPING, keepingOf } from './rule-keeping.ts'
import { ruleSetOn } from './rule-sets.ts'
import { readToday } from './rules-ahead.service.ts'
import { articleName, toldRule } from './told-rule.ts'

/** Every rule of law and house as it counts today, in the order of the Code, each with its versions. */
export async function readLabourRules(db: Db): Promise<LabourRules> {
  const versions = await listVersions(db)
  const inForce = ruleSetOn(versions, await readToday(db))
  const bounds = houseBounds(inForce)
  const codes = [...new Set(versions.map(({ code }) => code))]
  const known = Object.keys(KEEPING).filter((code) => codes.includes(code))
  return {
    rules: [...known, ...codes.filter((code) => !known.includes(code))].map((code) => {
      const own = versions.filter((one) => one.code === code)
      // One that is not valid yet is told as it will be.
      const current = inForce.find((one) => one.code === code) ?? own.at(-1)
      return presentRule(current as RuleVersion, own, bounds[code])
    }),
  }
}

function presentRule(
  rule: RuleVersion,
  versions: readonly RuleVersion[],
  bounds: Readonly<Record<string, FigureBound>> | undefined,
): LabourRule {
  const { says, unless } = toldRule(rule)
  const { group, kept, checks, how } = keepingOf(rule.code)
  return {
    code: rule.code,
    group,
    isHouseRule: rule.is_house_rule,
    article: articleName(rule.article),
    says,
    unless,
    kept: [...kept],
    checks: [...checks],
    how,
    figures: figureNames(rule).map((name) => presentFigure(rule, name, bounds?.[name])),
    version: rule.version,
    versions: versions.map((one) => ({
      version: one.version,
      validFrom: one.valid_from,
      figures: one.parameters,
      reason: one.reason,
      madeBy: one.made_by,
      madeAt: one.made_at.toISOString(),
    })),
  }
}

/** In the order in which they are told; the database keeps none. */
function figureNames({ code, parameters }: RuleVersion): string[] {
  const known = Object.keys(FIGURES[code] ?? {}).filter((name) => Object.hasOwn(parameters, name))
  return [...new Set([...known, ...Object.keys(parameters)])]
}

function presentFigure(
  { code }: RuleVersion,
  name: string,
  bound: FigureBound | undefined,
): LabourRule['figures'][number] {
  const { label, unit } = FIGURES[code]?.[name] ?? {
    label: { kk: name, ru: name, en: name },
    unit: 'count',
  }
  if (bound === undefined) return { name, label, unit, bound: null }
  const { least, most, step, leastBy, mostBy } = bound
  return { name, label, unit, bound: { least, most, step, article: leastBy ?? mostBy } }
}
