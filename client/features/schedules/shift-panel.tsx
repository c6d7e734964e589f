import type { ReactElement } from 'react'

import { useFormat } from '../../lib/i18n/locale-context.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { ShiftActions } from './shift-actions.tsx'
import { ShiftFacts } from './shift-facts.tsx'
import type { ShiftPanelProps } from './shift-panel-props.ts'

/** One shift in full: when, with which breaks, what for, what it breaks; and everything to change it. */
export function ShiftPanel(props: ShiftPanelProps): ReactElement {
  const { person, shift, onClose } = props
  const format = useFormat()
  const when = `${format.longDay(shift.startMs)}, ${format.timeRange(shift.startMs, shift.endMs)}`
  return (
    <PersonDrawer name={person.name} when={when} onClose={onClose}>
      {!props.isReadOnly && <ShiftActions {...props} />}
      <ShiftFacts {...props} />
    </PersonDrawer>
  )
}
