/* oxlint-disable jsx-a11y/prefer-tag-over-role -- ARIA 1.2 combobox: no HTML element has a list that is filtered and still keeps the focus in the field */
import { Modal, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactElement, useId, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { FLOW_STAGES } from './flow.ts'

import styles from './command-palette.module.css'

/** Something that can be done from anywhere. */
export interface ShellCommand {
  readonly id: string
  /** In the reader's language; also what the search looks in. */
  readonly label: string
  readonly run: () => void
}

interface CommandPaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly commands: readonly ShellCommand[]
  readonly onKeyHelp: () => void
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

function PaletteSearch({ onClose, commands, onKeyHelp }: CommandPaletteProps): ReactElement {
  const t = useTranslate()
  const [search, setSearch] = useState('')
  const [active, setActive] = useState(0)
  const listId = useId()
  const found = matching([...useOwnCommands(onKeyHelp), ...commands], search)
  const run = (command: ShellCommand | undefined): void => {
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

function useOwnCommands(onKeyHelp: () => void): ShellCommand[] {
  const t = useTranslate()
  const navigate = useNavigate()
  const places = FLOW_STAGES.map(({ stage, to, label }) => ({
    id: `go.${stage}`,
    label: t('palette.go', { place: t(label) }),
    run: () => void navigate({ to }),
  }))
  return [
    ...places,
    {
      id: 'go.settings',
      label: t('palette.go', { place: t('page.settings') }),
      run: () => void navigate({ to: '/settings' }),
    },
    { id: 'keys', label: t('shell.keys'), run: onKeyHelp },
  ]
}

/** Every typed word must occur somewhere in the label, in any order and case. */
export function matching(commands: readonly ShellCommand[], search: string): ShellCommand[] {
  const words = search
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return commands.filter(({ label }) => {
    const haystack = label.toLocaleLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
