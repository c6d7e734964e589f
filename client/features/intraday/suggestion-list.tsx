import { Button } from '@mantine/core'
import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import {
  type DayPerson,
  figuresText,
  isSameMove,
  type Move,
  moveText,
  type Suggestion,
} from './moves.ts'

import styles from './what-if.module.css'

interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[]
  readonly people: readonly DayPerson[]
  readonly chosen: readonly Move[]
  readonly onTry: (move: Move) => void
}

const KINDS = ['breaks', 'release', 'overtime'] as const

/** What would help, the cheapest kind first; a press tries it. */
export function SuggestionList(props: SuggestionListProps): ReactElement {
  const { suggestions } = props
  const t = useTranslate()
  if (suggestions.length === 0) return <p className={styles['note']}>{t('whatIf.none')}</p>
  return (
    <>
      {KINDS.map((kind) => {
        const own = suggestions.filter((one) => one.kind === kind)
        if (own.length === 0) return null
        return (
          <div key={kind}>
            <h3 className={styles['kind']}>{t(`whatIf.kind.${kind}`)}</h3>
            <ul className={styles['list']} aria-label={t(`whatIf.kind.${kind}`)}>
              {own.map((one) => (
                <SuggestionLine key={JSON.stringify(one.move)} {...props} suggestion={one} />
              ))}
            </ul>
          </div>
        )
      })}
    </>
  )
}

function SuggestionLine(
  props: SuggestionListProps & { readonly suggestion: Suggestion },
): ReactElement {
  const { suggestion, people, chosen, onTry } = props
  const { move, change, paidMinutes } = suggestion
  const t = useTranslate()
  const format = useFormat()
  const say = { t, format }
  const text = moveText(move, people, say)
  const isChosen = chosen.some((one) => isSameMove(one, move))
  return (
    <li>
      <span className={styles['words']}>{text}</span>
      <span className={styles['effect']}>
        {figuresText(change, say)}
        {paidMinutes !== 0 &&
          `, ${t('whatIf.effect.paid', { hours: format.signed(paidMinutes / 60, 1) })}`}
      </span>
      <Button
        variant="default"
        disabled={isChosen}
        {...(!isChosen && { 'aria-label': t('whatIf.try.what', { move: text }) })}
        onClick={() => onTry(move)}
      >
        {isChosen ? t('whatIf.tried') : t('whatIf.try')}
      </Button>
    </li>
  )
}
