import { type ReactElement, useState } from 'react'

import { ZoneSelect } from '../../components/zone-select.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import type { ProblemView } from '../../lib/problem.ts'
import { fieldProblem } from './field-problem.ts'
import { OpeningHoursEditor } from './opening-hours-editor.tsx'
import { Source } from './source.tsx'
import type { Queue } from './use-settings.ts'

import styles from './settings.module.css'

type CalledRegion = NonNullable<Queue['calledRegion']>

interface CalledRegionSettingProps {
  readonly region: CalledRegion
  readonly isReadOnly: boolean
  readonly onSave: (region: CalledRegion) => Promise<ProblemView | null>
}

/** When those whom the queue calls may be called, on their own clock. */
export function CalledRegionSetting(props: CalledRegionSettingProps): ReactElement {
  const { region, isReadOnly, onSave } = props
  const t = useTranslate()
  const [fault, setFault] = useState<string | null>(null)
  const saveZone = async (timezone: string): Promise<void> => {
    const problem = await onSave({ ...region, timezone })
    setFault(problem === null ? null : fieldProblem(problem, t))
  }
  return (
    <fieldset className={`${styles['group']} ${styles['wide']}`}>
      <legend>{t('settings.calledRegion')}</legend>
      <p className={styles['fact']}>
        {t('settings.calledRegion.hint')}
        <Source text={t('settings.source.calledHours')} />
      </p>
      <div className={styles['group']}>
        <ZoneSelect
          label={t('settings.calledRegion.timezone')}
          value={region.timezone}
          disabled={isReadOnly}
          error={fault}
          onChange={(zone) => void saveZone(zone)}
        />
      </div>
      <h3 className={styles['title']}>{t('settings.calledRegion.hours')}</h3>
      <OpeningHoursEditor
        week={region.hours}
        isReadOnly={isReadOnly}
        onSave={async (week) =>
          onSave({ ...region, hours: week.map((day) => day.map((opening) => ({ ...opening }))) })
        }
      />
    </fieldset>
  )
}
