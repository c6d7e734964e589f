import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactElement, type RefObject, useEffect, useRef } from 'react'

import type { components } from '../../api/schema.d.ts'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { api } from '../../lib/api.ts'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import type { MatrixCell, MatrixRow } from './matrix-model.ts'

import styles from './assessments.module.css'

interface CellHistoryProps {
  readonly row: MatrixRow
  readonly competence: { readonly code: string; readonly name: string }
  readonly cell: MatrixCell | null
  readonly onClose: () => void
}

/**
 * What stands behind one cell: what holds now, and every assessment that led to it. The focus goes to it, so
 * that it is in view, and back to the cell; Escape closes it.
 */
export function CellHistory({ row, competence, cell, onClose }: CellHistoryProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const { data, error } = api.useQuery('get', '/api/v1/assessments', {
    params: { query: { operatorId: row.id, code: competence.code } },
  })
  const panel = useFocusWhileOpen(onClose)
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles['panel']}
      aria-label={`${row.fullName}, ${competence.name}`}
    >
      <h2 className={styles['title']}>{competence.name}</h2>
      <p>
        <Link to="/people/$operatorId" params={{ operatorId: row.id }}>
          {row.fullName}
        </Link>
      </p>
      <p className={cell?.state === 'expired' ? styles['law'] : undefined}>
        {cell === null
          ? t('matrix.state.missing')
          : `${t('people.level', { level: cell.level })}: ${date(cell.assessedOn)} – ${date(cell.validUntil)}`}
      </p>
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="form" />}
      {data?.assessments.length === 0 && <p className={styles['note']}>{t('matrix.noHistory')}</p>}
      {data?.assessments.map((one) => (
        <HistoryItem key={one.id} assessment={one} code={competence.code} />
      ))}
      <div className={styles['line']}>
        <Link to="/assessments" search={{ person: row.id }}>
          {t('assess.begin')}
        </Link>
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
    </aside>
  )
}

/** Takes the focus when it opens, and gives it back to whatever had it if it still has it at the end. */
function useFocusWhileOpen(onEscape: () => void): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    const opened = panel.current
    opened?.focus()
    return () => {
      const hadFocus = document.activeElement === document.body
      if (hadFocus && opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  useEffect(() => {
    const opened = panel.current
    const close = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onEscape()
    }
    opened?.addEventListener('keydown', close)
    return () => opened?.removeEventListener('keydown', close)
  }, [onEscape])
  return panel
}

interface HistoryItemProps {
  readonly assessment: components['schemas']['Assessment']
  readonly code: string
}

function HistoryItem({ assessment, code }: HistoryItemProps): ReactElement {
  const t = useTranslate()
  const date = useDateText()
  const result = assessment.results.find((one) => one.code === code)
  return (
    <article className={styles['item']}>
      <b>
        {date(assessment.assessedOn)}: {t('people.level', { level: result?.level ?? 0 })}
      </b>
      <br />
      {t(`assess.method.${assessment.method}`)}, {assessment.assessorName},{' '}
      {t(`assess.status.${assessment.status}`)}
      <br />
      {[result?.evidence, assessment.evidence, assessment.objection, assessment.decision]
        .filter((text) => text !== undefined && text !== null && text !== '')
        .join('; ')}
    </article>
  )
}
