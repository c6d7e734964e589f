import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ViolationView } from './shift-grid/shift-grid-model.ts'

import styles from './violation-list.module.css'

interface ViolationListProps {
  readonly violations: readonly ViolationView[]
  /** Shows the person and the shift in the grid. */
  readonly onShow: (violation: ViolationView) => void
}

/** What breaks a rule: those that stop publishing first, then in order of time. */
export function ViolationList({ violations, onShow }: ViolationListProps): ReactElement {
  const t = useTranslate()
  const sorted = violations.toSorted((a, b) =>
    a.isHard === b.isHard ? (a.atMs ?? 0) - (b.atMs ?? 0) : Number(b.isHard) - Number(a.isHard),
  )
  const hardCount = violations.filter(({ isHard }) => isHard).length
  return (
    <section>
      <h2 className={styles['title']}>
        {violations.length === 0
          ? t('violations.none')
          : t('violations.title', { hard: hardCount, soft: violations.length - hardCount })}
      </h2>
      <ul className={styles['list']}>
        {sorted.map((violation) => (
          <li key={violation.id}>
            <Violation violation={violation} onShow={() => onShow(violation)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ViolationProps {
  readonly violation: ViolationView
  readonly onShow: () => void
}

function Violation({ violation, onShow }: ViolationProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const { article, atMs, isHard, personName, text } = violation
  return (
    <UnstyledButton className={styles['violation']} data-hard={isHard} onClick={onShow}>
      <span className={styles['law']} data-own={article === null}>
        {article === null ? t('law.own') : t('law.article', { article })}
      </span>
      <span className={styles['severity']}>
        {t(isHard ? 'violations.hard' : 'violations.soft')}
      </span>
      <span className={styles['text']}>{text}</span>
      <span className={styles['who']}>
        {[personName, atMs === null ? null : `${format.shortDay(atMs)}, ${format.time(atMs)}`]
          .filter((part) => part !== null)
          .join(' · ')}
      </span>
    </UnstyledButton>
  )
}
