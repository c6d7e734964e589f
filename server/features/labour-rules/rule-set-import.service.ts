import { isDeepStrictEqual } from 'node:util'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError, type ProblemPlace } from '#server/platform/http/problem.ts'

import type { LabourRuleSet } from '../../../fixtures/rules/kz-labour-rules.ts'
import { faultsUnder, readTerms } from '../working-time/faults-under.service.ts'
import { FIGURES } from './figures.ts'
import { houseRuleFaults, wordHouseFault } from './house-rule-faults.ts'
import {
  insertVersions,
  listVersions,
  type NewVersion,
  type RuleVersion,
} from './labour-rules.queries.ts'
import { ruleSetFaults } from './rule-set-faults.ts'
import { changeDays, ruleSetOn } from './rule-sets.ts'
import { toldRule } from './told-rule.ts'

/** What a rule set changes, or would. */
export interface RuleSetOutcome {
  readonly law: string
  readonly stored: boolean
  /** Rules that say something else from a day on, or that are new. */
  readonly changed: readonly {
    readonly code: string
    readonly article: string
    readonly validFrom: string
    readonly isNew: boolean
    /** Figures that change: what they are then, and what they are before, null where there was none. */
    readonly figures: Readonly<
      Record<string, { readonly from: number | null; readonly to: number }>
    >
    /** Of them, those that no check reads: Kezek tells them and reckons as before. */
    readonly toldOnly: readonly string[]
  }[]
  readonly unchanged: number
  /** Rules of law that the file does not name: they stay as they are. */
  readonly untouched: readonly string[]
  /** Rules of the house in the file: those are the centre's own, and stay as they are. */
  readonly houseRules: number
  /** House rules, kinds of shift and contracts that do not keep to the rules from then on. */
  readonly faults: readonly ProblemPlace[]
}

interface Order {
  /** The first day of the periods in which the set counts; a rule may begin later by its own `validFrom`. */
  readonly from: string
  readonly madeBy: string
  readonly dryRun: boolean
}

/**
 * Takes over what a rule set says otherwise than the centre's, as a version more of each rule. The law does not
 * wait for the centre: what no longer keeps to it is told, and stops nothing.
 *
 * @throws {ProblemError} `rule-set-refused` with every rule that could not be reckoned with or told
 */
export async function importRuleSet(
  db: Db,
  centerId: CenterId,
  set: LabourRuleSet,
  order: Order,
): Promise<RuleSetOutcome> {
  const faults = ruleSetFaults(set)
  if (faults.length > 0) throw new ProblemError('rule-set-refused', { errors: faults })
  const versions = await listVersions(db)
  const law = set.rules.filter(({ origin }) => origin === 'law')
  const wished = law.map((rule) => asVersion(rule, set.law, versions, order))
  const changed = wished.filter((one) => !saysTheSame(one, before(one, versions)))
  if (!order.dryRun && changed.length > 0) await insertVersions(db, centerId, changed)
  const named = new Set(law.map(({ key }) => key))
  return {
    law: set.law,
    stored: !order.dryRun && changed.length > 0,
    changed: changed.map((one) => toldChange(one, before(one, versions))),
    unchanged: wished.length - changed.length,
    untouched: [
      ...new Set(versions.filter((one) => !one.is_house_rule).map(({ code }) => code)),
    ].filter((code) => !named.has(code)),
    houseRules: set.rules.length - law.length,
    faults: await faultsWith(db, versions, changed, order.from),
  }
}

type Rule = LabourRuleSet['rules'][number]

function asVersion(
  { key, value, article, exceptions, says, unless, machine }: Rule,
  law: string,
  versions: readonly RuleVersion[],
  { from, madeBy }: Order,
): NewVersion {
  const own = machine?.validFrom ?? from
  const latest = versions.find(({ code }) => code === key)?.version ?? 0
  return {
    code: key,
    version: latest + 1,
    value,
    article: article ?? '',
    isHouseRule: false,
    hard: machine?.hard ?? false,
    parameters: machine?.parameters ?? {},
    exceptions: exceptions ?? '',
    validFrom: own > from ? own : from,
    words: { says, unless },
    reason: law,
    madeBy,
  }
}

/** What counts until the version does. */
function before(one: NewVersion, versions: readonly RuleVersion[]): RuleVersion | undefined {
  return ruleSetOn(versions, one.validFrom).find(({ code }) => code === one.code)
}

function saysTheSame(one: NewVersion, old: RuleVersion | undefined): boolean {
  if (old === undefined) return false
  return (
    one.article === old.article &&
    one.hard === old.hard &&
    isDeepStrictEqual(one.parameters, old.parameters) &&
    isDeepStrictEqual(toldRule(one), toldRule(old))
  )
}

function toldChange(
  one: NewVersion,
  old: RuleVersion | undefined,
): RuleSetOutcome['changed'][number] {
  const figures = Object.entries(one.parameters)
    .map(([name, to]) => [name, { from: old?.parameters[name] ?? null, to }] as const)
    .filter(([, { from, to }]) => from !== to)
  return {
    code: one.code,
    article: one.article,
    validFrom: one.validFrom,
    isNew: old === undefined,
    figures: Object.fromEntries(figures),
    toldOnly: figures
      .map(([name]) => name)
      .filter((name) => FIGURES[one.code]?.[name]?.isReckonedWith !== true),
  }
}

/** What does not keep to the rules on any day from the first on, once the changes are among them. */
async function faultsWith(
  db: Db,
  versions: readonly RuleVersion[],
  changed: readonly NewVersion[],
  from: string,
): Promise<ProblemPlace[]> {
  const terms = await readTerms(db)
  const all = [
    ...versions.map(({ code, version, parameters, valid_from, is_house_rule: isHouseRule }) => ({
      code,
      version,
      parameters,
      valid_from,
      isHouseRule,
    })),
    ...changed.map((one) => ({ ...one, valid_from: one.validFrom as string | null })),
  ]
  const found = changeDays(all, from).flatMap((day) => {
    const rules = ruleSetOn(all, day)
    const house = rules.filter(({ isHouseRule }) => isHouseRule)
    return [
      ...house
        .flatMap((rule) => houseRuleFaults(rule, rules))
        .map((fault) => {
          const { pointer, detail } = wordHouseFault(fault, 'en')
          return { pointer: `${fault.rule}: ${pointer}`, detail }
        }),
      ...faultsUnder(terms, rules, 'en'),
    ]
  })
  return [...new Map(found.map((one) => [`${one.pointer}\n${one.detail}`, one])).values()]
}
