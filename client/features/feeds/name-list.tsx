import { Button, NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './feeds.module.css'

interface NameListProps {
  readonly title: string
  /** The feed's names, each with what it stands for here. */
  readonly names: Readonly<Record<string, string>>
  /** Names without a meaning, with how often they came. */
  readonly unknown: readonly { readonly name: string; readonly count: number }[]
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly canChange: boolean
  readonly onChange: (names: Readonly<Record<string, string>>) => void
}

/** Names that a feed uses; nothing where it has none of its own. */
export function NameList(props: NameListProps): ReactElement | null {
  const { title, names, unknown, options, canChange, onChange } = props
  const t = useTranslate()
  const given = Object.entries(names)
  const waiting = unknown.filter(({ name }) => !Object.hasOwn(names, name))
  if (given.length === 0 && waiting.length === 0) return null
  const without = (name: string): Record<string, string> =>
    Object.fromEntries(given.filter(([one]) => one !== name))
  return (
    <>
      <h3 className={styles['subtitle']}>{title}</h3>
      <ul className={styles['names']} aria-label={title}>
        {waiting.map(({ name, count }) => (
          <li key={name}>
            <span>
              <b>{name}</b>{' '}
              <span className={styles['facts']}>{t('feeds.names.unknown', { count })}</span>
            </span>
            {canChange && (
              <NativeSelect
                aria-label={t('feeds.names.give', { name })}
                value=""
                data={[{ value: '', label: t('feeds.names.choose') }, ...options]}
                onChange={({ currentTarget: { value } }) => {
                  if (value !== '') onChange({ ...names, [name]: value })
                }}
              />
            )}
          </li>
        ))}
        {given.map(([name, meaning]) => (
          <li key={name}>
            <span>
              {name} → {options.find(({ value }) => value === meaning)?.label ?? meaning}
            </span>
            {canChange && (
              <Button
                variant="default"
                aria-label={t('feeds.names.forget.what', { name })}
                onClick={() => onChange(without(name))}
              >
                {t('feeds.names.forget')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
