import type { ReactElement } from 'react'

import type { MessageKey } from '../../lib/i18n/catalogue.ts'
import { useFormat, useTranslate } from '../../lib/i18n/locale-context.tsx'
import { stretchText } from '../../lib/i18n/stretch-text.ts'
import type { Finding, FindingKind } from './import-report-model.ts'

import styles from './imports.module.css'

/** In the order of how much each can spoil a forecast. */
const KINDS: readonly (readonly [kind: FindingKind, title: MessageKey, meaning: MessageKey])[] = [
  ['gap', 'finding.gap', 'finding.gap.meaning'],
  ['zoneChange', 'finding.zoneChange', 'finding.zoneChange.meaning'],
  ['spike', 'finding.spike', 'finding.spike.meaning'],
  ['duplicate', 'finding.duplicate', 'finding.duplicate.meaning'],
  ['outsideHours', 'finding.outsideHours', 'finding.outsideHours.meaning'],
  ['closedHours', 'finding.closedHours', 'finding.closedHours.meaning'],
  ['restart', 'finding.restart', 'finding.restart.meaning'],
  ['unclosedContact', 'finding.unclosedContact', 'finding.unclosedContact.meaning'],
  ['doubledHour', 'finding.doubledHour', 'finding.doubledHour.meaning'],
  ['droppedColumn', 'finding.droppedColumn', 'finding.droppedColumn.meaning'],
]

/** More of one kind than this are counted, not listed. */
const LISTED = 8

/** What was noticed, by kind, each with what it means for the forecast. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const t = useTranslate()
  if (findings.length === 0) return <p className={styles['note']}>{t('finding.none')}</p>
  return (
    <>
      {KINDS.map(([kind, title, meaning]) => {
        const ofKind = findings.filter((finding) => finding.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <section key={kind}>
            <h3 className={styles['subtitle']}>{t(title, { count: ofKind.length })}</h3>
            <p className={styles['note']}>{t(meaning)}</p>
            <ul className={styles['findings']}>
              {ofKind.slice(0, LISTED).map((finding) => (
                <li key={`${finding.queue} ${finding.startMs} ${finding.text}`}>
                  <FindingLine finding={finding} />
                </li>
              ))}
            </ul>
            {ofKind.length > LISTED && (
              <p className={styles['note']}>
                {t('finding.more', { count: ofKind.length - LISTED })}
              </p>
            )}
          </section>
        )
      })}
    </>
  )
}

function FindingLine({ finding }: { readonly finding: Finding }): ReactElement {
  const format = useFormat()
  const { queue, startMs, endMs, text } = finding
  const when =
    startMs === null
      ? null
      : endMs === null
        ? format.dateTime(startMs)
        : stretchText(startMs, endMs, format)
  return (
    <>
      {when !== null && <span className={styles['when']}>{when}</span>}
      <span>{queue === null ? text : `${queue}: ${text}`}</span>
    </>
  )
}
