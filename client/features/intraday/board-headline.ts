import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Format } from '../../lib/i18n/format.ts'
import type { Translate } from '../../lib/i18n/translate.ts'
import { type Board, countRows } from './board.ts'

/** Is everybody where the schedule says? */
export function boardAnswer(board: Board, t: Translate, format: Format): Answer {
  const { byStanding, planned, working, missing } = countRows(board.rows)
  const onShift = byStanding.in + byStanding.out + byStanding.neutral + byStanding.unknown
  if (!board.published) return { text: t('today.answer.noSchedule'), tone: 'unknown' }
  if (onShift === 0) return { text: t('today.answer.nobody'), tone: 'unknown' }
  if (byStanding.unknown === onShift) return { text: t('today.answer.unknown'), tone: 'unknown' }
  const values = {
    out: byStanding.out,
    onShift: format.number(onShift),
    missing,
    working: format.number(working),
    planned: format.number(planned),
  }
  if (byStanding.out === 0) return { text: t('today.answer.allIn', values), tone: 'covered' }
  return { text: t('today.answer.out', values), tone: missing > 0 ? 'under' : 'unknown' }
}
