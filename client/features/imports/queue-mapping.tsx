import { Button, NativeSelect } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './imports.module.css'

/** A queue of the centre, in the reader's language. */
export interface MappableQueue {
  readonly code: string
  readonly name: string
}

interface QueueMappingProps {
  /** Names in the file that the centre does not know. */
  readonly names: readonly string[]
  readonly queues: readonly MappableQueue[]
  readonly onMap: (map: Readonly<Record<string, string>>) => void
}

/** The file calls a queue otherwise: which of the centre's is it? */
export function QueueMapping({ names, queues, onMap }: QueueMappingProps): ReactElement {
  const t = useTranslate()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const isWhole = names.every((name) => (chosen[name] ?? '') !== '')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isWhole) onMap(chosen)
  }
  return (
    <form onSubmit={submit} className={styles['mapping']}>
      <h3 className={styles['subtitle']}>{t('import.mapping', { count: names.length })}</h3>
      <p className={styles['note']}>{t('import.mapping.meaning')}</p>
      {names.map((name) => (
        <NativeSelect
          key={name}
          label={t('import.mapping.name', { name })}
          value={chosen[name] ?? ''}
          data={[
            { value: '', label: t('import.mapping.choose') },
            ...queues.map((queue) => ({ value: queue.code, label: queue.name })),
          ]}
          onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, [name]: value })}
        />
      ))}
      <Button type="submit" disabled={!isWhole}>
        {t('import.again')}
      </Button>
    </form>
  )
}
