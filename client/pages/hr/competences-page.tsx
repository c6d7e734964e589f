import { type ReactElement, useMemo, useState } from 'react'

import { PageHeadline } from '../../components/page-headline/page-headline.tsx'
import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { EmptyState } from '../../components/states/page-state.tsx'
import { CellHistory } from '../../features/assessments/cell-history.tsx'
import { HeatMap } from '../../features/assessments/heat-map.tsx'
import {
  endingMonths,
  filterRows,
  type MatrixFilter,
  matrixAnswer,
  type MatrixRow,
  matrixRows,
} from '../../features/assessments/matrix-model.ts'
import { MatrixLegend, MatrixToolbar } from '../../features/assessments/matrix-toolbar.tsx'
import { api } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { HrSections } from './hr-sections.tsx'

import heat from '../../features/assessments/heat-map.module.css'

/** Who can do what today? People × competences, with what expires. */
export function CompetencesPage(): ReactElement {
  const { t } = useLocale()
  const { data, error } = api.useQuery('get', '/api/v1/competence-matrix')
  const rows = useMemo(() => (data === undefined ? undefined : matrixRows(data)), [data])
  return (
    <>
      <HrSections />
      <PageHeadline
        question={t('matrix.question')}
        answer={rows === undefined ? null : matrixAnswer(rows, t)}
      />
      {error !== null && <FailedState problem={error} />}
      {rows === undefined && error === null && <LoadingState shape="table" />}
      {rows?.length === 0 && (
        <EmptyState title={t('people.nobody')} nextStep={t('people.nobody.next')} />
      )}
      {data !== undefined && rows !== undefined && rows.length > 0 && (
        <MatrixView rows={rows} codes={data.competences} />
      )}
    </>
  )
}

const NO_FILTER: MatrixFilter = { search: '', site: '', team: '', month: '', state: '' }

interface MatrixViewProps {
  readonly rows: readonly MatrixRow[]
  readonly codes: readonly string[]
}

function MatrixView({ rows, codes }: MatrixViewProps): ReactElement {
  const { locale, t } = useLocale()
  const catalogue = api.useQuery('get', '/api/v1/competences').data?.competences
  const [filter, setFilter] = useState<MatrixFilter>(NO_FILTER)
  const [opened, setOpened] = useState<{ readonly id: string; readonly code: string } | null>(null)
  const shown = useMemo(() => filterRows(rows, filter), [rows, filter])
  const months = useMemo(() => endingMonths(rows), [rows])
  const names = new Map(catalogue?.map(({ code, name }) => [code, name[locale]]))
  const competences = codes.map((code) => ({ code, name: names.get(code) ?? code }))
  const row = rows.find(({ id }) => id === opened?.id)
  const at = competences.findIndex(({ code }) => code === opened?.code)
  const competence = competences[at]
  return (
    <>
      <MatrixToolbar
        filter={filter}
        months={months}
        onChange={(part) => setFilter({ ...filter, ...part })}
      />
      <MatrixLegend />
      <div className={heat['split']} data-open={row !== undefined}>
        {shown.length === 0 ? (
          <EmptyState title={t('people.noneFound')} nextStep={t('people.noneFound.next')} />
        ) : (
          <HeatMap
            rows={shown}
            competences={competences}
            onOpen={({ id }, code) => setOpened({ id, code })}
          />
        )}
        {row !== undefined && competence !== undefined && (
          <CellHistory
            key={`${row.id} ${competence.code}`}
            row={row}
            competence={competence}
            cell={row.cells[at] ?? null}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
    </>
  )
}
