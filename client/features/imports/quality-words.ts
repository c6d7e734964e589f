import type { TableColumn } from '../../components/interval-table/interval-table.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { Decision, DecisionAction, Finding } from './use-quality.ts'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** The decisions that a finding leaves open, the likeliest first. */
export function actionsFor({ finding }: Pick<Finding, 'finding'>): readonly DecisionAction[] {
  if (finding === 'shift') return ['keep', 'drop']
  if (finding === 'gap') return ['usual', 'replace', 'drop', 'keep']
  if (finding === 'outage') return ['drop', 'usual', 'replace', 'keep']
  return ['keep', 'drop', 'usual', 'replace']
}

/** What a decision is called; a change of level is not left out, it is said to pass. */
export function actionText(
  { finding, action, contacts }: Pick<Decision, 'finding' | 'action' | 'contacts'>,
  { t, format }: Words,
): string {
  if (finding === 'shift') return t(`quality.action.shift.${action === 'keep' ? 'keep' : 'drop'}`)
  const name = t(`quality.action.${action}`)
  if (action !== 'replace' || contacts === null) return name
  return t('quality.replaced', { action: name, contacts: format.number(contacts) })
}

export function whenText({ from, to }: Pick<Finding, 'from' | 'to'>, format: Format): string {
  return stretchText(Date.parse(from), Date.parse(to), format)
}

/** What the forecast does with a finding: as was decided, else as it does by itself. */
export function stateText(
  { finding, decisionId }: Finding,
  decisions: readonly Decision[],
  words: Words,
): string {
  const decision = decisions.find(({ id }) => id === decisionId)
  if (decision !== undefined) return actionText(decision, words)
  return words.t('quality.open', { state: words.t(`quality.state.${finding}`) })
}

/** What was found, beside what is usual, and what becomes of it. */
export function findingColumns(
  decisions: readonly Decision[],
  words: Words,
): TableColumn<Finding>[] {
  const { t, format } = words
  const text = (
    id: string,
    header: string,
    widthPx: number,
    of: (row: Finding) => string,
  ): TableColumn<Finding> => ({ id, header, align: 'start', widthPx, text: of, value: of })
  const count = (id: 'came' | 'usual', header: string): TableColumn<Finding> => ({
    id,
    header,
    align: 'end',
    widthPx: 90,
    text: (row) => format.number(row[id]),
    value: (row) => row[id],
  })
  return [
    text('finding', t('quality.finding'), 160, ({ finding }) => t(`quality.finding.${finding}`)),
    text('when', t('quality.when'), 260, (row) => whenText(row, format)),
    count('came', t('quality.came')),
    count('usual', t('quality.usual')),
    {
      ...text('state', t('quality.state'), 290, (row) => stateText(row, decisions, words)),
      tone: ({ decisionId }) => (decisionId === null ? 'faint' : undefined),
    },
  ]
}
