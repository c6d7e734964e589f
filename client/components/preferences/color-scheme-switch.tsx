import { Menu, type MantineColorScheme, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import type { ReactElement } from 'react'

import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './preferences.module.css'

const SCHEMES = [
  { id: 'auto', label: 'shell.scheme.auto', Icon: IconDeviceDesktop },
  { id: 'light', label: 'shell.scheme.light', Icon: IconSun },
  { id: 'dark', label: 'shell.scheme.dark', Icon: IconMoon },
] as const satisfies readonly {
  readonly id: MantineColorScheme
  readonly label: MessageKey
  readonly Icon: typeof IconSun
}[]

/** Light, dark, or as the device is set (the default). */
export function ColorSchemeSwitch(): ReactElement {
  const t = useTranslate()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const current = SCHEMES.find(({ id }) => id === colorScheme) ?? SCHEMES[0]
  return (
    <Menu>
      <Menu.Target>
        <UnstyledButton
          className={styles['control']}
          aria-label={t('shell.scheme', { current: t(current.label) })}
        >
          <current.Icon size={18} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {SCHEMES.map(({ id, label, Icon }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={16} aria-hidden />}
            onClick={() => setColorScheme(id)}
            aria-current={id === colorScheme}
          >
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
