/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- dropping is an extra: the button inside does the same for everybody */
import { Button } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactElement, useId, useRef, useState } from 'react'

import { useTranslate } from '../../lib/i18n/locale-context.tsx'

import styles from './drop-zone.module.css'

interface DropZoneProps {
  /** What is wanted: `Файл истории`. */
  readonly label: string
  /** Which files will do, in words. */
  readonly hint: string
  /** As in `<input accept>`. */
  readonly accept: string
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}

/** Takes a file by drop or by an ordinary button, which is also what the keyboard uses. */
export function DropZone({ label, hint, accept, isBusy, onFile }: DropZoneProps): ReactElement {
  const t = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const file = files?.[0]
    if (file !== undefined) onFile(file)
  }
  const onDrop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    if (!isBusy) take(event.dataTransfer.files)
  }
  return (
    <fieldset
      className={styles['zone']}
      data-over={isOver}
      disabled={isBusy}
      onDrop={onDrop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
    >
      <legend className={styles['heard']}>{label}</legend>
      <IconFileUpload size={28} aria-hidden className={styles['icon']} />
      <div className={styles['words']}>
        <strong>{label}</strong>
        <span id={hintId} className={styles['hint']}>
          {hint}
        </span>
      </div>
      <Button loading={isBusy} aria-describedby={hintId} onClick={() => input.current?.click()}>
        {t('file.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          take(event.currentTarget.files)
          // The same file, corrected, may be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </fieldset>
  )
}
