import { IconClockExclamation, IconGavel, IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'

import styles from './states.module.css'

/**
 * `stale`: what is shown was made from something that has changed since. `readOnly`: it can be
 * looked at, not changed. `disconnected`: live news has stopped, so it may be old. `law`: it is as it is
 * because the law says so.
 */
export type NoticeKind = 'stale' | 'readOnly' | 'disconnected' | 'law'

const ICONS: Readonly<Record<NoticeKind, typeof IconLock>> = {
  stale: IconClockExclamation,
  readOnly: IconLock,
  disconnected: IconPlugConnectedX,
  law: IconGavel,
}

interface NoticeBarProps {
  readonly kind: NoticeKind
  /** What is so, why, and what can be done. */
  readonly text: string
  readonly action?: ReactNode
}

/** A line above something that is shown with a reservation. */
export function NoticeBar({ kind, text, action }: NoticeBarProps): ReactElement {
  const Icon = ICONS[kind]
  return (
    <output className={styles['bar']} data-kind={kind}>
      <Icon size={18} aria-hidden className={styles['barIcon']} />
      <span className={styles['barText']}>{text}</span>
      {action}
    </output>
  )
}
