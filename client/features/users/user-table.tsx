import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { User } from './user-draft.ts'

import styles from './users.module.css'

export interface UserActions {
  readonly onChange: (user: User) => void
  readonly onPassword: (user: User) => void
  readonly onTwoFactor: (user: User) => void
  readonly onDisabled: (user: User, disabled: boolean) => void
}

interface UserTableProps extends UserActions {
  readonly users: readonly User[]
}

/** Everybody who can sign in, and those who no longer can. */
export function UserTable({ users, ...actions }: UserTableProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('users.name')}</th>
          <th scope="col">{t('users.email')}</th>
          <th scope="col">{t('users.roles')}</th>
          <th scope="col">{t('users.twoFactor')}</th>
          <th scope="col">{t('users.since')}</th>
          <th scope="col">{t('users.state')}</th>
          <th scope="col">{t('users.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.id} data-off={user.disabledAt !== null}>
            <th scope="row">{user.name}</th>
            <td data-label={t('users.email')}>{user.email}</td>
            <td data-label={t('users.roles')}>
              {user.roles.map((role) => t(`role.${role}`)).join(', ')}
            </td>
            <td data-label={t('users.twoFactor')}>
              {t(user.twoFactor ? 'users.twoFactor.on' : 'users.twoFactor.off')}
            </td>
            <td data-label={t('users.since')}>{format.fullDate(Date.parse(user.createdAt))}</td>
            <td data-label={t('users.state')}>
              {user.disabledAt === null
                ? t('users.active')
                : t('users.disabledSince', { when: format.fullDate(Date.parse(user.disabledAt)) })}
            </td>
            <td className={styles['actions']}>
              <UserMenu user={user} {...actions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface UserMenuProps extends UserActions {
  readonly user: User
}

function UserMenu(props: UserMenuProps): ReactElement {
  const { user, onChange, onPassword, onTwoFactor, onDisabled } = props
  const t = useTranslate()
  const isOff = user.disabledAt !== null
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('users.actionsOf', { name: user.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChange(user)}>{t('users.change')}</Menu.Item>
        <Menu.Item onClick={() => onPassword(user)}>{t('users.newPassword')}</Menu.Item>
        {user.twoFactor && (
          <Menu.Item onClick={() => onTwoFactor(user)}>{t('users.resetTwoFactor')}</Menu.Item>
        )}
        <Menu.Item onClick={() => onDisabled(user, !isOff)}>
          {t(isOff ? 'users.enable' : 'users.disable')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
