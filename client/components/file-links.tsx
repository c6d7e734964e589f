import type { ReactElement } from 'react'

import styles from './file-links.module.css'

interface FileLinksProps<Format extends string> {
  /** What the files hold, before the links. */
  readonly words: string
  readonly formats: readonly Format[]
  readonly addressOf: (format: Format) => string
}

/** The same table to take away, in each of its formats. */
export function FileLinks<Format extends string>(props: FileLinksProps<Format>): ReactElement {
  return (
    <p className={styles['files']}>
      {props.words}
      {props.formats.map((format) => (
        <a key={format} href={props.addressOf(format)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  )
}
