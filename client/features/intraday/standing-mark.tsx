import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconCheck,
  IconClockPause,
  IconLogout,
  IconMinus,
  IconMoon,
  IconQuestionMark,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'

import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './board.module.css'

/** By severity, as the server numbers it: an icon, a word and a colour, never colour alone. */
const MARKS: readonly { readonly Icon: typeof IconCheck; readonly label: MessageKey }[] = [
  { Icon: IconAlertTriangle, label: 'today.severity.missing' },
  { Icon: IconArrowsExchange, label: 'today.severity.elsewhere' },
  { Icon: IconQuestionMark, label: 'today.severity.unknown' },
  { Icon: IconClockPause, label: 'today.severity.tolerated' },
  { Icon: IconMinus, label: 'today.severity.neutral' },
  { Icon: IconCheck, label: 'today.severity.in' },
  { Icon: IconMoon, label: 'today.severity.outside' },
  { Icon: IconLogout, label: 'today.severity.away' },
]

/** How a person stands, to be seen from two metres away. */
export function StandingMark({ severity }: { readonly severity: number }): ReactElement {
  const t = useTranslate()
  const { Icon, label } = MARKS[severity] ?? {
    Icon: IconQuestionMark,
    label: 'today.severity.unknown',
  }
  return (
    <span className={styles['mark']} data-severity={severity}>
      <Icon size="1.25em" aria-hidden />
      {t(label)}
    </span>
  )
}
