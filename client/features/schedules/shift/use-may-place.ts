import { useAbilities } from '../../../lib/use-abilities.ts'
import type { ShiftPanelProps } from './shift-panel-props.ts'
import { mayPlace } from './work-place.ts'

/** Whether the reader may say where the shift is worked. */
export function useMayPlace({
  shift,
  grid,
  isReadOnly,
}: Pick<ShiftPanelProps, 'shift' | 'grid' | 'isReadOnly'>): boolean {
  const { canPlan, canSupervise } = useAbilities()
  return mayPlace(shift, grid.schedule, { canEdit: !isReadOnly, canPlace: canPlan || canSupervise })
}
