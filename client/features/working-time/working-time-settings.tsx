import type { ReactElement } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { LoadingState } from '../../components/states/loading-state.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { ContractList } from './contract-list.tsx'
import { ShapeList } from './shape-list.tsx'
import { useWorkingTime } from './use-working-time.ts'

import styles from '../../components/entries.module.css'

interface WorkingTimeSettingsProps {
  readonly isReadOnly: boolean
}

/** Of which shifts and under which contracts is a week made? */
export function WorkingTimeSettings({ isReadOnly }: WorkingTimeSettingsProps): ReactElement {
  const t = useTranslate()
  const { data, error } = useWorkingTime()
  return (
    <>
      {error !== null && <FailedState problem={error} />}
      {data === undefined && error === null && <LoadingState shape="table" />}
      {data !== undefined && (
        <>
          <p className={styles['note']}>{t('workingTime.intro')}</p>
          <ShapeList shapes={data.shapes} isReadOnly={isReadOnly} />
          <ContractList contracts={data.contracts} shapes={data.shapes} isReadOnly={isReadOnly} />
        </>
      )}
    </>
  )
}
