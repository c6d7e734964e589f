import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconUser } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './shell.module.css'

export interface ShellUser {
  readonly name: string
  /** Already in the reader's language. */
  readonly role: string
}

interface UserMenuProps {
  readonly user: ShellUser
  readonly onSignOut: () => void
}

export function UserMenu({ user, onSignOut }: UserMenuProps): ReactElement {
  const t = useTranslate()
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton
          className={styles['control']}
          aria-label={t('shell.userMenu', { name: user.name })}
        >
          <IconUser size={18} aria-hidden />
          <span className={styles['wideOnly']}>{user.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name}
          <br />
          {user.role}
        </Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
