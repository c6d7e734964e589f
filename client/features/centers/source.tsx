import type { ReactElement } from 'react'

import styles from './settings.module.css'

/** The paragraph that a setting answers to, in the colour of the law. */
export function Source({ text }: { readonly text: string }): ReactElement {
  return <span className={styles['source']}> {text}</span>
}
