import type { ReactElement, ReactNode } from 'react'

interface ScrollBoxProps {
  /** What is in it, for those who come to it by the Tab key. */
  readonly label: string
  readonly className: string | undefined
  readonly children: ReactNode
}

/** Holds what may be wider than the page: the arrow keys scroll it too. */
export function ScrollBox({ label, className, children }: ScrollBoxProps): ReactElement {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it only a mouse could scroll the box
    <section className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
