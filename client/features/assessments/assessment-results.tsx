import { NativeSelect } from '@mantine/core'
import type { ReactElement } from 'react'

import type { components } from '../../api/schema.d.ts'
import { useCompetenceNames } from '../../lib/use-competence-names.ts'

import styles from './assessments.module.css'

export type Assessment = components['schemas']['Assessment']
type Results = Assessment['results']

interface AssessmentResultsProps {
  readonly results: Results
  /** What has been changed of them, by competence. */
  readonly levels: Readonly<Record<string, number>>
  /** Null where they are only read. */
  readonly onLevel: ((code: string, level: number) => void) | null
}

const LEVELS = ['0', '1', '2', '3', '4', '5']

/** What was found, competence by competence, with what it rests on. */
export function AssessmentResults(props: AssessmentResultsProps): ReactElement {
  const { results, levels, onLevel } = props
  const nameOf = useCompetenceNames()
  return (
    <ul className={styles['results']}>
      {results.map(({ code, level, evidence }) => (
        <li key={code}>
          <span>
            {nameOf(code)}
            {evidence !== '' && ` (${evidence})`}:
          </span>
          {onLevel === null ? (
            <b>{level}</b>
          ) : (
            <NativeSelect
              aria-label={nameOf(code)}
              value={String(levels[code] ?? level)}
              data={LEVELS}
              onChange={({ currentTarget }) => onLevel(code, Number(currentTarget.value))}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** All results with the changed levels in them; null where none is another. */
export function changedResults(
  results: Results,
  levels: Readonly<Record<string, number>>,
): Results | null {
  if (results.every(({ code, level }) => (levels[code] ?? level) === level)) return null
  return results.map((one) => ({ ...one, level: levels[one.code] ?? one.level }))
}
