import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconKeyboard, IconSearch } from '@tabler/icons-react'
import { type ReactElement, type ReactNode, useState } from 'react'

import { ColorSchemeSwitch } from '../../components/preferences/color-scheme-switch.tsx'
import { LanguageSwitch } from '../../components/preferences/language-switch.tsx'
import type { Locale } from '../../lib/i18n/catalogue.ts'
import { CentreTimeProvider, useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { CommandPalette } from './command-palette.tsx'
import { FlowNavigation } from './flow-navigation.tsx'
import type { FlowStep } from './flow.ts'
import { KeyHelp } from './key-help.tsx'
import { useShellKeys } from './use-shell-keys.ts'
import { type ShellUser, UserMenu } from './user-menu.tsx'

import styles from './shell.module.css'

export interface ShellCentre {
  readonly name: string
  /** IANA zone; every time on the page is on its clock. */
  readonly timeZone: string
  /** True for the centre that the sample generator made up. */
  readonly isSample: boolean
}

export interface AppShellProps {
  readonly centre: ShellCentre
  readonly user: ShellUser
  readonly steps: readonly FlowStep[]
  /** Now, epoch milliseconds: decides which offset of the zone is named. */
  readonly nowMs: number
  readonly onSignOut: () => void
  readonly onLocale: (locale: Locale) => void
  readonly children: ReactNode
}

/** What stands around every page: where one is, in which centre, on whose clock. */
export function AppShell(props: AppShellProps): ReactElement {
  const t = useTranslate()
  const { opened, open, close } = useShellDialogs()
  return (
    <CentreTimeProvider timeZone={props.centre.timeZone}>
      <div className={styles['shell']}>
        <a href="#content" className={styles['skip']}>
          {t('shell.skip')}
        </a>
        <ShellHeader {...props} onOpen={open} />
        <div className={styles['flow']}>
          <FlowNavigation steps={props.steps} />
        </div>
        <main id="content" tabIndex={-1} className={styles['content']}>
          {props.children}
        </main>
        <CommandPalette
          opened={opened === 'palette'}
          onClose={close}
          onKeyHelp={() => open('keys')}
          onLocale={props.onLocale}
          onSignOut={props.onSignOut}
        />
        <KeyHelp opened={opened === 'keys'} onClose={close} />
      </div>
    </CentreTimeProvider>
  )
}

type ShellDialog = 'palette' | 'keys'

interface ShellDialogs {
  readonly opened: ShellDialog | null
  readonly open: (dialog: ShellDialog) => void
  readonly close: () => void
}

function useShellDialogs(): ShellDialogs {
  const [opened, setOpened] = useState<ShellDialog | null>(null)
  const open = (dialog: ShellDialog): void => setOpened(dialog)
  useShellKeys(open)
  return { opened, open, close: () => setOpened(null) }
}

interface ShellHeaderProps extends AppShellProps {
  readonly onOpen: (dialog: ShellDialog) => void
}

function ShellHeader(props: ShellHeaderProps): ReactElement {
  const { centre, nowMs, onOpen } = props
  const t = useTranslate()
  const format = useFormat()
  return (
    <header>
      {centre.isSample && <p className={styles['sample']}>{t('shell.sample')}</p>}
      <div className={styles['header']}>
        <span className={styles['brand']}>Kezek</span>
        <span className={styles['centre']}>
          <strong>{centre.name}</strong>{' '}
          <span className={styles['zone']}>
            <VisuallyHidden>{t('shell.zone')} </VisuallyHidden>
            {centre.timeZone.split('/').at(-1)?.replaceAll('_', ' ')}, {format.offset(nowMs)}
          </span>
        </span>
        <div className={styles['controls']}>
          <UnstyledButton className={styles['control']} onClick={() => onOpen('palette')}>
            <VisuallyHidden>{t('shell.palette')}</VisuallyHidden>
            <IconSearch size={18} aria-hidden />
            <kbd className={styles['key']}>Ctrl K</kbd>
          </UnstyledButton>
          <UnstyledButton
            className={`${styles['control']} ${styles['wideOnly']}`}
            onClick={() => onOpen('keys')}
            aria-label={t('shell.keys')}
          >
            <IconKeyboard size={18} aria-hidden />
          </UnstyledButton>
          <LanguageSwitch onChange={props.onLocale} />
          <ColorSchemeSwitch />
          <UserMenu user={props.user} onSignOut={props.onSignOut} />
        </div>
      </div>
    </header>
  )
}
