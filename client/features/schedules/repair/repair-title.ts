import type { Translate } from '../../../lib/i18n/translate.ts'
import type { PlanProposal } from '../proposal/plan-proposal.ts'
import type { Grid } from '../shift/shift-edit.ts'

/** An option in a few words: `Выйдет Айгерім`. */
export function repairTitle(
  { kind, changes }: PlanProposal,
  { operators }: Pick<Grid, 'operators'>,
  t: Translate,
): string {
  const taker = changes.find((change) => change.kind === 'added')?.operatorId
  return t(`proposal.kind.${kind}`, { name: operators.find(({ id }) => id === taker)?.name ?? '' })
}
