import { isDeepStrictEqual } from 'node:util'

import type { CenterId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError, type ProblemPlace } from '#server/platform/http/problem.ts'

import { faultsUnder, once, readTerms } from '../working-time/faults-under.service.ts'
import { houseRuleFaults, wordHouseFault } from './house-rule-faults.ts'
import { insertVersions, listVersions, type RuleVersion } from './labour-rules.queries.ts'
import type { HouseRuleChange } from './labour-rules.schema.ts'
import { changeDays, ruleSetOn } from './rule-sets.ts'
import { readToday } from './rules-ahead.service.ts'

interface By {
  readonly centerId: CenterId
  readonly madeBy: string
  readonly language: Language
}

/**
 * Gives a house rule other figures, for the periods that begin on a day or later: a version more. What it
 * was before still counts in the periods before.
 *
 * @throws {ProblemError} `record-unknown`, `labour-rule-of-law`, `changed-meanwhile`, `rule-date-passed`,
 *   `house-rule-unchanged`;
 *   `house-rule-refused` with every figure that the law does not allow, or else every kind of shift and
 *   contract that would no longer keep to the rules
 */
export async function changeHouseRule(
  db: Db,
  code: string,
  change: HouseRuleChange,
  by: By,
): Promise<void> {
  const versions = await listVersions(db)
  const latest = versions.find((one) => one.code === code)
  if (latest === undefined) throw new ProblemError('record-unknown')
  if (!latest.is_house_rule) throw new ProblemError('labour-rule-of-law')
  if (latest.version !== change.version) throw new ProblemError('changed-meanwhile')
  if (change.validFrom < (await readToday(db))) throw new ProblemError('rule-date-passed')
  if (saysTheSame(latest, change)) throw new ProblemError('house-rule-unchanged')
  const wished = {
    ...latest,
    version: latest.version + 1,
    parameters: change.figures,
    valid_from: change.validFrom,
  }
  refuse(figureFaults(versions, wished, by.language))
  refuse(await newFaults(db, versions, wished, by.language))
  await insertVersions(db, by.centerId, [
    {
      code,
      version: wished.version,
      value: latest.value,
      article: latest.article,
      isHouseRule: true,
      hard: latest.hard,
      parameters: change.figures,
      exceptions: latest.exceptions,
      validFrom: change.validFrom,
      words: latest.words,
      reason: change.reason.trim(),
      madeBy: by.madeBy,
    },
  ])
}

/** The same figures from no earlier a day on. */
function saysTheSame(latest: RuleVersion, { figures, validFrom }: HouseRuleChange): boolean {
  const isEarlier = latest.valid_from !== null && validFrom < latest.valid_from
  return !isEarlier && isDeepStrictEqual(figures, latest.parameters)
}

function refuse(places: readonly ProblemPlace[]): void {
  if (places.length > 0) throw new ProblemError('house-rule-refused', { errors: [...places] })
}

/** Of every set that the version will be a part of: the law may change after it. */
function figureFaults(
  versions: readonly RuleVersion[],
  wished: RuleVersion,
  language: Language,
): ProblemPlace[] {
  const found = changeDays(versions, wished.valid_from as string).flatMap((day) =>
    houseRuleFaults(wished, ruleSetOn(versions, day)).map((fault) =>
      wordHouseFault(fault, language),
    ),
  )
  return once(found)
}

/** What keeps to the rules as they are and would not with the version. */
async function newFaults(
  db: Db,
  versions: readonly RuleVersion[],
  wished: RuleVersion,
  language: Language,
): Promise<ProblemPlace[]> {
  const terms = await readTerms(db)
  const found = changeDays(versions, wished.valid_from as string).flatMap((day) => {
    const old = faultsUnder(terms, ruleSetOn(versions, day), language)
    const isOld = ({ pointer }: ProblemPlace): boolean => old.some((one) => one.pointer === pointer)
    const after = faultsUnder(terms, ruleSetOn([...versions, wished], day), language)
    return after.filter((one) => !isOld(one))
  })
  return once(found)
}
