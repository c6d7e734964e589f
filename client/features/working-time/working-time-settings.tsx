import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { useAbilities } from '../../lib/use-abilities.ts'
import { type BegunShape, begunDraft } from './begun-shape.ts'
import { ContractList } from './contract-list.tsx'
import { ShapeList } from './shape-list.tsx'
import { useWorkingTime } from './use-working-time.ts'

import styles from '../../components/entries.module.css'

interface WorkingTimeSettingsProps {
  readonly isReadOnly: boolean
  /** A kind of shift to begin with: like one that is there, at another time. */
  readonly begun: BegunShape | null
}

/** Of which shifts and under which contracts is a week made? */
export function WorkingTimeSettings({ isReadOnly, begun }: WorkingTimeSettingsProps): ReactElement {
  const t = useTranslate()
  const { data, error } = useWorkingTime()
  const { canExplain } = useAbilities()
  return (
    <>
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && (
        <>
          <p className={styles['note']}>
            {t('workingTime.intro')}{' '}
            {canExplain && <Link to="/schedule/shift-design">{t('workingTime.toDesign')}</Link>}
          </p>
          <ShapeList
            shapes={data.shapes}
            begun={isReadOnly || begun === null ? null : begunDraft(begun, data.shapes)}
            isReadOnly={isReadOnly}
          />
          <ContractList contracts={data.contracts} shapes={data.shapes} isReadOnly={isReadOnly} />
        </>
      )}
    </>
  )
}
