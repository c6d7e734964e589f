import { Menu, UnstyledButton } from '@mantine/core'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useSidePlaces } from './use-side-places.ts'

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
  const places = useSidePlaces()
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
        {places.map(({ to, label }) => (
          <Menu.Item key={to} renderRoot={(item) => <Link to={to} {...item} />}>
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
