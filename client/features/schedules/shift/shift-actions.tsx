import { Button, NativeSelect } from '@mantine/core'
import { IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { useFormat, useTimeZone, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { EffectFacts } from '../proposal/effect-facts.tsx'
import { type ProposalDesk, useShiftProposal } from '../proposal/use-shift-proposal.ts'
import { allowedStarts } from './allowed-starts.ts'
import { ShapeSelect } from './shape-select.tsx'
import type { ShiftPanelProps } from './shift-panel-props.ts'

import styles from './shift-panel.module.css'

/** All that changes a shift. Another start or shape shows its effect first. */
export function ShiftActions(props: ShiftPanelProps): ReactElement {
  const { shift, onEdit, onClose } = props
  const t = useTranslate()
  const desk = useShiftProposal(props.grid, onEdit)
  return (
    <div className={styles['actions']}>
      <PlacementFields {...props} desk={desk} />
      <Proposed {...props} desk={desk} />
      <div className={styles['buttons']}>
        <Button
          variant="default"
          leftSection={
            shift.isLocked ? (
              <IconLockOpen size={16} aria-hidden />
            ) : (
              <IconLock size={16} aria-hidden />
            )
          }
          onClick={() => onEdit({ kind: 'lock', shiftId: shift.id, locked: !shift.isLocked })}
        >
          {t(shift.isLocked ? 'shift.unlock' : 'shift.lock')}
        </Button>
        <Button
          variant="default"
          disabled={shift.isLocked}
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => {
            onEdit({ kind: 'remove', shiftId: shift.id })
            onClose()
          }}
        >
          {t('shift.remove')}
        </Button>
      </div>
      <p className={styles['note']}>{t(shift.isLocked ? 'shift.lockedNote' : 'shift.undoNote')}</p>
    </div>
  )
}

interface DeskProps extends ShiftPanelProps {
  readonly desk: ProposalDesk
}

function PlacementFields({ shift, shapes, desk }: DeskProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const wish = desk.proposal?.wish ?? {}
  const code = wish.shape ?? shift.shape
  const startMs = wish.startsAt === undefined ? shift.startMs : Date.parse(wish.startsAt)
  const shape = shapes.find((one) => one.code === code)
  const offered = shape === undefined ? [] : allowedStarts(shape, shift.startMs, timeZone)
  const starts = [...new Set([...offered, shift.startMs, startMs])].toSorted((a, b) => a - b)
  return (
    <>
      <NativeSelect
        label={t('shift.start')}
        disabled={shift.isLocked}
        value={String(startMs)}
        data={starts.map((ms) => ({ value: String(ms), label: format.time(ms) }))}
        onChange={(event) => {
          const startsAt = new Date(Number(event.currentTarget.value)).toISOString()
          desk.propose(shift.id, { startsAt })
        }}
      />
      <ShapeSelect
        shapes={shapes}
        code={code}
        disabled={shift.isLocked}
        onChange={(next) => desk.propose(shift.id, { shape: next })}
      />
    </>
  )
}

/** What the change would do, and whether to keep it; nothing while nothing is changed. */
function Proposed({ desk, grid, queues }: DeskProps): ReactElement | null {
  const t = useTranslate()
  if (desk.proposal === null) return null
  return (
    <div className={styles['proposed']}>
      <EffectFacts tried={desk.proposal} grid={grid} queues={queues} />
      <div className={styles['buttons']}>
        <Button onClick={desk.keep}>{t('effect.keep')}</Button>
        <Button variant="default" onClick={desk.putBack}>
          {t('effect.putBack')}
        </Button>
      </div>
    </div>
  )
}
