import type { ShiftMove, ShiftView } from './shift-grid-model.ts'
import { moveByKey } from './shift-move.ts'

/** What a key asks of the shift or the empty day under the focus. */
export type GridAction =
  | { readonly kind: 'open' | 'remove' | 'toggleLock'; readonly shiftId: string }
  | { readonly kind: 'move'; readonly move: ShiftMove }
  | { readonly kind: 'stretch'; readonly shiftId: string; readonly towards: Towards }
  | { readonly kind: 'add' | 'keep' | 'putBack' | 'lockedShiftStays' }

export type Towards = 'longer' | 'shorter'

export interface KeyPress {
  readonly key: string
  /** Of the place on the keyboard: with a Russian or Kazakh layout the same key types another letter. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

export interface UnderFocus {
  /** Null on an empty day. */
  readonly shift: ShiftView | null
  readonly isReadOnly: boolean
  /** A change is shown that is neither kept nor put back yet. */
  readonly isProposing: boolean
}

/**
 * Enter opens, adds, or keeps what is proposed, which Esc puts back; Ctrl with an arrow moves, with
 * Shift as well it stretches; L locks, Delete takes away. Null when the key asks for none of these.
 */
export function actionOfKey(press: KeyPress, under: UnderFocus): GridAction | null {
  const { shift, isReadOnly, isProposing } = under
  if (isProposing && press.key === 'Enter') return { kind: 'keep' }
  if (isProposing && press.key === 'Escape') return { kind: 'putBack' }
  if (press.key === 'Enter') {
    if (shift !== null) return { kind: 'open', shiftId: shift.id }
    return isReadOnly ? null : { kind: 'add' }
  }
  return shift === null || isReadOnly ? null : changeOf(press, shift)
}

function changeOf(press: KeyPress, shift: ShiftView): GridAction | null {
  const shiftId = shift.id
  const isCtrl = press.ctrlKey || press.metaKey
  if (press.code === 'KeyL' && !isCtrl && !press.altKey) return { kind: 'toggleLock', shiftId }
  const change = press.key === 'Delete' ? removal(shiftId) : isCtrl ? placing(press, shift) : null
  return change !== null && shift.isLocked ? { kind: 'lockedShiftStays' } : change
}

const removal = (shiftId: string): GridAction => ({ kind: 'remove', shiftId })

function placing({ key, shiftKey }: KeyPress, shift: ShiftView): GridAction | null {
  const move = moveByKey(shift, key)
  if (move === null || !shiftKey) return move === null ? null : { kind: 'move', move }
  const towards = key === 'ArrowRight' ? 'longer' : 'shorter'
  return { kind: 'stretch', shiftId: shift.id, towards }
}
