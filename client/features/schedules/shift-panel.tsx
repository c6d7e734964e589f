import { Button, Drawer, NativeSelect } from '@mantine/core'
import { IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { allowedStarts } from './allowed-starts.ts'
import { ShiftFacts } from './shift-facts.tsx'
import type { ShiftPanelProps } from './shift-panel-props.ts'

import styles from './shift-panel.module.css'

/** One shift in full: when, with which breaks, what for, what it breaks; and everything to change it. */
export function ShiftPanel(props: ShiftPanelProps): ReactElement {
  const { person, shift, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  return (
    <Drawer
      opened
      position="right"
      size={400}
      onClose={onClose}
      title={
        <>
          <strong className={styles['name']}>{person.name}</strong>
          <span className={styles['when']}>
            {format.longDay(shift.startMs)}, {format.timeRange(shift.startMs, shift.endMs)}
          </span>
        </>
      }
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {!props.isReadOnly && <ShiftActions {...props} />}
      <ShiftFacts {...props} />
    </Drawer>
  )
}

function ShiftActions(props: ShiftPanelProps): ReactElement {
  const { shift, shapes, onEdit, onClose } = props
  const t = useTranslate()
  const format = useFormat()
  const timeZone = useTimeZone()
  const shape = shapes.find(({ code }) => code === shift.shape)
  const offered = shape === undefined ? [] : allowedStarts(shape, shift.startMs, timeZone)
  const starts = [...new Set([...offered, shift.startMs])].toSorted((a, b) => a - b)
  return (
    <div className={styles['actions']}>
      <NativeSelect
        label={t('shift.start')}
        disabled={shift.isLocked}
        value={String(shift.startMs)}
        data={starts.map((ms) => ({ value: String(ms), label: format.time(ms) }))}
        onChange={(event) => {
          const startsAt = new Date(Number(event.currentTarget.value)).toISOString()
          onEdit({ kind: 'move', shiftId: shift.id, startsAt })
        }}
      />
      <NativeSelect
        label={t('shift.shape')}
        disabled={shift.isLocked}
        value={shift.shape}
        data={shapes.map((one) => ({
          value: one.code,
          label: t('shift.shapeOption', {
            code: one.code,
            span: format.duration(one.spanMinutes * 60),
          }),
        }))}
        onChange={(event) =>
          onEdit({ kind: 'reshape', shiftId: shift.id, shape: event.currentTarget.value })
        }
      />
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
