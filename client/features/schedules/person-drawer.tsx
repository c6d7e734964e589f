import { Drawer } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './shift/shift-panel.module.css'

interface PersonDrawerProps {
  readonly name: string
  readonly when: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What is open beside the grid, of one person at one time. */
export function PersonDrawer({ name, when, onClose, children }: PersonDrawerProps): ReactElement {
  const t = useTranslate()
  return (
    <Drawer
      opened
      position="right"
      size={400}
      onClose={onClose}
      title={
        <>
          <strong className={styles['name']}>{name}</strong>
          <span className={styles['when']}>{when}</span>
        </>
      }
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {children}
    </Drawer>
  )
}
