import { UnstyledButton } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTimeZone, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { instantsOf } from '../../lib/planning-week.ts'
import { addDate } from './calendar-date.ts'
import { LawLink } from './law-link.tsx'
import { LawTag } from './law-tag.tsx'
import type { ViolationView } from './shift-grid/shift-grid-model.ts'

import styles from './violation-list.module.css'

/** Days of more than a week are not told apart without their month. */
const WEEK_MS = 7 * 86_400_000

interface ViolationListProps {
  readonly violations: readonly ViolationView[]
  /** Without a title and beside little room. */
  readonly isCompact?: boolean
  /** Shows the person and the shift in the grid. */
  readonly onShow: (violation: ViolationView) => void
}

/** What breaks a rule: those that stop publishing first, then in order of time. */
export function ViolationList(props: ViolationListProps): ReactElement {
  const { violations, isCompact = false, onShow } = props
  const t = useTranslate()
  const sorted = violations.toSorted((a, b) =>
    a.isHard === b.isHard ? (a.atMs ?? 0) - (b.atMs ?? 0) : Number(b.isHard) - Number(a.isHard),
  )
  const hardCount = violations.filter(({ isHard }) => isHard).length
  return (
    <section aria-label={t('violations.label')}>
      {!isCompact && (
        <h2 className={styles['title']}>
          {violations.length === 0
            ? t('violations.none')
            : t('violations.title', { hard: hardCount, soft: violations.length - hardCount })}
        </h2>
      )}
      <ul className={styles['list']} data-compact={isCompact}>
        {sorted.map((violation) => (
          <li key={violation.id} className={styles['violation']} data-hard={violation.isHard}>
            <Violation
              violation={violation}
              isCompact={isCompact}
              onShow={() => onShow(violation)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ViolationProps {
  readonly violation: ViolationView
  readonly isCompact: boolean
  readonly onShow: () => void
}

function Violation({ violation, isCompact, onShow }: ViolationProps): ReactElement {
  const t = useTranslate()
  const { rule, article, isHard, personName, text } = violation
  const when = useViolationDays(violation)
  return (
    <>
      <span>
        {/* In a dialog the way to the law would take what is written there along. */}
        {isCompact ? (
          <LawTag rule={rule} article={article} />
        ) : (
          <LawLink rule={rule} article={article} />
        )}
      </span>
      <UnstyledButton className={styles['what']} onClick={onShow}>
        <span className={styles['severity']}>
          {t(isHard ? 'violations.hard' : 'violations.soft')}
        </span>
        <span className={styles['text']}>{text}</span>
        <span className={styles['who']}>
          {[personName, when].filter((part) => part !== null).join(' · ')}
        </span>
      </UnstyledButton>
    </>
  )
}

/** When it is broken: the instant of one shift, or the days that take part. */
function useViolationDays({ atMs, dates }: ViolationView): string | null {
  const format = useFormat()
  const timeZone = useTimeZone()
  const [first] = dates
  const last = dates.at(-1)
  if (first === undefined || last === undefined || first === last) {
    return atMs === null ? null : `${format.shortDay(atMs)}, ${format.time(atMs)}`
  }
  const { startMs, endMs } = instantsOf({ fromDate: first, toDate: addDate(last, 1) }, timeZone)
  if (endMs - startMs > WEEK_MS) return `${format.date(startMs)} – ${format.date(endMs - 1)}`
  return format.dateRange(startMs, endMs)
}
