import type { ReactElement } from 'react'

import { useFormat, useTranslate } from '../../../lib/i18n/locale-context.tsx'
import { LawLink } from '../law-link.tsx'
import { paidSeconds, shiftNeed } from './shift-need.ts'
import type { ShiftPanelProps } from './shift-panel-props.ts'
import { useAccountLines } from './use-account-lines.ts'
import { useMayPlace } from './use-may-place.ts'

import styles from './shift-panel.module.css'

/** What is known of a shift: pauses, hours, whom it serves, who made it, and what it breaks. */
export function ShiftFacts(props: ShiftPanelProps): ReactElement {
  const { person, shift, violations } = props
  const t = useTranslate()
  const format = useFormat()
  const own = violations.filter(({ shiftId }) => shiftId === shift.id || shiftId === null)
  return (
    <>
      {own.length > 0 && (
        <ul className={styles['violations']}>
          {own.map((violation) => (
            <li key={violation.id}>
              <LawLink rule={violation.rule} article={violation.article} /> {violation.text}
            </li>
          ))}
        </ul>
      )}
      <dl className={styles['facts']}>
        <Fact name={t('shift.breaks')}>
          {shift.breaks.length === 0 && t('shift.noBreaks')}
          {shift.breaks.map((pause) => (
            <span key={pause.startMs} className={styles['line']}>
              {t(`grid.${pause.kind}`, {
                when: format.timeRange(pause.startMs, pause.endMs),
              })}
              {', '}
              {t(pause.isPaid ? 'shift.paidBreak' : 'shift.unpaidBreak')}
            </span>
          ))}
        </Fact>
        <Taught {...props} />
        <Fact name={t('shift.paid')}>{format.duration(paidSeconds(shift))}</Fact>
        <Place {...props} />
        <Fact name={t('shift.person')}>{person.detail}</Fact>
        <Fact name={t('shift.week')}>
          {person.contractSeconds === null
            ? format.duration(person.paidSeconds)
            : t('shift.weekOf', {
                paid: format.duration(person.paidSeconds),
                owed: format.duration(person.contractSeconds),
              })}
        </Fact>
        <Accounts {...props} />
        <Fact name={t('shift.serves')}>
          <Need {...props} />
        </Fact>
        <Fact name={t('shift.origin')}>
          {shift.isByHand
            ? t('shift.byHand')
            : t('shift.byEngine', { name: props.grid.schedule.madeBy })}
        </Fact>
      </dl>
    </>
  )
}

/** How far the hours of an accounting period are planned; people bound to the week have none. */
function Accounts({ person }: ShiftPanelProps): ReactElement | null {
  const t = useTranslate()
  const lines = useAccountLines()(person)
  if (lines.length === 0) return null
  return (
    <Fact name={t('shift.account')}>
      {lines.map((line) => (
        <span key={line} className={styles['line']}>
          {line}
        </span>
      ))}
    </Fact>
  )
}

/** Where it is worked, for whoever cannot say so beside it. */
function Place(props: ShiftPanelProps): ReactElement | null {
  const t = useTranslate()
  const { at, set } = props.shift.place
  if (useMayPlace(props)) return null
  return (
    <Fact name={t('shift.place')}>
      {t(`workPlace.${at}`)}
      {set !== null && `, ${t('shift.place.byHand')}`}
    </Fact>
  )
}

/** Training that takes its time from the shift. */
function Taught({ person, shift }: ShiftPanelProps): ReactElement | null {
  const t = useTranslate()
  const format = useFormat()
  const taught = person.training.filter(
    ({ startMs, endMs }) => startMs < shift.endMs && endMs > shift.startMs,
  )
  if (taught.length === 0) return null
  return (
    <Fact name={t('shift.training')}>
      {taught.map(({ label, startMs, endMs }) => (
        <span key={startMs} className={styles['line']}>
          {format.timeRange(startMs, endMs)}, {label}
        </span>
      ))}
    </Fact>
  )
}

function Fact(props: { readonly name: string; readonly children: React.ReactNode }): ReactElement {
  return (
    <div className={styles['fact']}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** Whom the shift serves, and whether that is enough while it lasts. */
function Need({ person, shift, queues, coverage }: ShiftPanelProps): ReactElement {
  const t = useTranslate()
  const format = useFormat()
  const served = shiftNeed(person, shift, coverage)
  if (served.length === 0) return <>{t('shift.servesNothing')}</>
  return (
    <>
      {served.map(({ queueId, worst }) => (
        <span key={queueId} className={styles['line']}>
          {queues.find(({ id }) => id === queueId)?.name}
          {': '}
          {worst === null ? (
            t('shift.enough')
          ) : (
            <b className={styles['short']}>
              {t('shift.short', {
                when: format.weekdayRange(worst.startMs, worst.endMs),
                missing: format.signedPeople(-worst.missing),
              })}
            </b>
          )}
        </span>
      ))}
    </>
  )
}
