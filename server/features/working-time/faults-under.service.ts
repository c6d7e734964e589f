import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'
import type { ProblemPlace } from '#server/platform/http/problem.ts'
import { say } from '#server/platform/i18n/messages.ts'

import { rulesOf } from '../schedules/problem/rule-figures.ts'
import { contractFaults, knownShapes, lawFiguresOf } from './contract-faults.ts'
import { listTerms } from './contracts.queries.ts'
import { wordFault } from './fault-texts.ts'
import { shiftShapeFaults } from './shift-shape-faults.ts'
import { listShapes } from './shift-shapes.queries.ts'

interface Rule {
  readonly code: string
  readonly parameters: Readonly<Record<string, number>>
}

/** The centre's kinds of shift and contracts. */
export interface Terms {
  readonly shapes: Awaited<ReturnType<typeof listShapes>>
  readonly contracts: Awaited<ReturnType<typeof listTerms>>
}

export async function readTerms(db: Db): Promise<Terms> {
  return { shapes: await listShapes(db), contracts: await listTerms(db) }
}

const SHAPE: Text3 = {
  kk: '{code} ауысымы: {field}',
  ru: 'Смена {code}: {field}',
  en: 'Shift {code}: {field}',
}
const CONTRACT: Text3 = {
  kk: '{code} шарты: {field}',
  ru: 'Договор {code}: {field}',
  en: 'Contract {code}: {field}',
}

/** Every kind of shift and contract that does not keep to a rule set, with the field and the reason. */
export function faultsUnder(
  { shapes, contracts }: Terms,
  rules: readonly Rule[],
  language: Language,
): ProblemPlace[] {
  const law = lawFiguresOf(rules)
  const known = knownShapes(shapes)
  const worded = (
    name: Text3,
    code: string,
    fault: Parameters<typeof wordFault>[0],
  ): ProblemPlace => {
    const { pointer, detail } = wordFault(fault, language)
    return { pointer: say(name, language, { code, field: pointer }), detail }
  }
  return [
    ...shapes.flatMap((shape) =>
      shiftShapeFaults(shape, rulesOf({ rules }), law.shiftMaxMinutes).map((fault) =>
        worded(SHAPE, shape.code, fault),
      ),
    ),
    ...contracts.flatMap((terms) =>
      contractFaults(terms, known, law).map((fault) => worded(CONTRACT, terms.code, fault)),
    ),
  ]
}

/** Each place once: rules that come one after the other mostly say the same. */
export function once(places: readonly ProblemPlace[]): ProblemPlace[] {
  return [...new Map(places.map((one) => [`${one.pointer}\n${one.detail}`, one])).values()]
}
