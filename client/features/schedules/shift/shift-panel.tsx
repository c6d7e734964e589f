import { Button } from '@mantine/core'
import { IconUserMinus } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { toLocalDate } from '../../../lib/centre-time.ts'
import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../../lib/use-abilities.ts'
import { PersonDrawer } from '../person-drawer.tsx'
import { ShiftActions } from './shift-actions.tsx'
import { ShiftFacts } from './shift-facts.tsx'
import type { ShiftPanelProps } from './shift-panel-props.ts'
import { ShiftReason } from './shift-reason.tsx'
import { WorkPlaceField } from './work-place-field.tsx'

/** One shift in full: when, with which breaks, what for, what it breaks; and everything to change it. */
export function ShiftPanel(props: ShiftPanelProps): ReactElement {
  const { person, shift, onAbsent, onClose } = props
  const t = useTranslate()
  const timeZone = useTimeZone()
  const format = useFormat()
  const { canExplain } = useAbilities()
  const when = `${format.longDay(shift.startMs)}, ${format.timeRange(shift.startMs, shift.endMs)}`
  return (
    <PersonDrawer name={person.name} when={when} onClose={onClose}>
      {!props.isReadOnly && <ShiftActions {...props} />}
      <WorkPlaceField {...props} />
      <ShiftFacts {...props} />
      {canExplain && (
        <ShiftReason
          scheduleId={props.grid.schedule.id}
          shiftId={shift.id}
          revision={props.grid.schedule.revision}
          queues={props.queues}
        />
      )}
      {onAbsent !== null && (
        <Button
          mt={12}
          variant="default"
          leftSection={<IconUserMinus size={16} aria-hidden />}
          onClick={() =>
            onAbsent({ operatorId: person.id, date: toLocalDate(shift.startMs, timeZone) })
          }
        >
          {t('repair.absent')}
        </Button>
      )}
    </PersonDrawer>
  )
}
