import { Modal } from '@mantine/core'
import type { ReactElement } from 'react'

import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './key-help.module.css'

interface KeyGroup {
  readonly title: MessageKey
  readonly keys: readonly (readonly [keys: string, meaning: MessageKey])[]
}

const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'keys.everywhere',
    keys: [
      ['Ctrl K', 'keys.palette'],
      ['?', 'keys.help'],
      ['Esc', 'keys.close'],
    ],
  },
  {
    title: 'keys.grid',
    keys: [
      ['← → ↑ ↓', 'keys.grid.move'],
      ['Home  End', 'keys.grid.ends'],
      ['PgUp  PgDn', 'keys.grid.pages'],
      ['Enter', 'keys.grid.open'],
      ['Ctrl ← →', 'keys.grid.shift'],
      ['Ctrl Shift ← →', 'keys.grid.stretch'],
      ['Enter  Esc', 'keys.grid.keep'],
      ['L', 'keys.grid.lock'],
      ['Del', 'keys.grid.remove'],
      ['Ctrl Z  Ctrl Y', 'keys.grid.undo'],
    ],
  },
  {
    title: 'keys.table',
    keys: [
      ['← → ↑ ↓', 'keys.table.move'],
      ['Ctrl C', 'keys.table.copy'],
    ],
  },
]

interface KeyHelpProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Everything the keyboard can do, on `?`. */
export function KeyHelp({ opened, onClose }: KeyHelpProps): ReactElement {
  const t = useTranslate()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {KEY_GROUPS.map((group) => (
        <section key={group.title}>
          <h3 className={styles['group']}>{t(group.title)}</h3>
          <dl className={styles['keys']}>
            {group.keys.map(([keys, meaning]) => (
              <div key={keys} className={styles['row']}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{t(meaning)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}
