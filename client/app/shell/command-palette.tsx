/* oxlint-disable jsx-a11y/prefer-tag-over-role -- ARIA 1.2 combobox: no HTML element has a list that is filtered and still keeps the focus in the field */
import { Modal, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactElement, useId, useState } from 'react'

import type { Locale } from '../../lib/i18n/catalogue.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { PageCommand } from '../../lib/page-commands.ts'
import { useShellCommands } from './use-shell-commands.ts'

import styles from './command-palette.module.css'

interface CommandPaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onKeyHelp: () => void
  readonly onLocale: (locale: Locale) => void
  readonly onSignOut: () => void
}

/** Ctrl+K: go to a page or do something by typing a part of its name. */
export function CommandPalette(props: CommandPaletteProps): ReactElement {
  const { opened, onClose } = props
  const t = useTranslate()
  return (
    <Modal.Root opened={opened} onClose={onClose}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('shell.palette')}>
        <Modal.Body p={8}>
          <PaletteSearch {...props} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function PaletteSearch({ onClose, ...options }: CommandPaletteProps): ReactElement {
  const t = useTranslate()
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const found = matching(useShellCommands(options), search)
  const run = (command: PageCommand | undefined): void => {
    if (command === undefined) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setActive((active + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter') run(found[active])
  }
  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={`${listId}-${active}`}
      />
      {found.length === 0 && (
        <p className={styles['nothing']}>{t('palette.nothing', { search })}</p>
      )}
      <div id={listId} role="listbox" aria-label={t('shell.palette')} className={styles['options']}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles['option']}
            onMouseMove={() => setActive(index)}
            onClick={() => run(command)}
            onKeyDown={onKeyDown}
          >
            {command.label}
          </div>
        ))}
      </div>
    </>
  )
}

/** Every typed word must occur somewhere in the label, in any order and case. */
export function matching(commands: readonly PageCommand[], search: string): PageCommand[] {
  const words = search
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return commands.filter(({ label }) => {
    const haystack = label.toLocaleLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
