import { type ReactElement, useState } from 'react'

import { ZoneSelect } from '../../components/zone-select.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { fieldProblem } from './field-problem.ts'
import {
  LearnedShrinkageNote,
  ShrinkageByWeekday,
  type ShrinkageKey,
} from './learned-shrinkage.tsx'
import { NameSettings } from './name-settings.tsx'
import { NumberSetting } from './number-setting.tsx'
import type { Range } from './quantity.ts'
import { SiteSettings } from './site-settings.tsx'
import { type Center, type CenterChange, useCenterSave } from './use-settings.ts'

import styles from './settings.module.css'

interface CenterSettingsProps {
  readonly center: Center
  readonly isReadOnly: boolean
  readonly canKeepSites: boolean
}

const HOUR: Range = { min: 0, max: 3600 }
/** A per cent at least: no work at all is no plan. */
const OCCUPANCY: Range = { min: 0.01, max: 1 }
const SHRINKAGE: Range = { min: 0, max: 0.95 }

/** What the whole centre goes by, unless a queue says otherwise. */
export function CenterSettings(props: CenterSettingsProps): ReactElement {
  const { center, isReadOnly, canKeepSites } = props
  const t = useTranslate()
  const save = useCenterSave(center)
  const number = (
    key: Exclude<keyof CenterChange, 'name' | 'timezone'>,
    unit: 'second' | 'percent',
    range: Range,
  ): ReactElement => (
    <NumberSetting
      label={t(`settings.${key}`)}
      description={t(`settings.${key}.hint`)}
      source={unit === 'second' ? t('settings.source.asa') : undefined}
      value={center[key]}
      unit={unit}
      range={range}
      isReadOnly={isReadOnly}
      onSave={async (value) => save({ [key]: value ?? 0 }, t(`settings.${key}`))}
    />
  )
  const learned = (field: ShrinkageKey): ReactElement => (
    <LearnedShrinkageNote
      field={field}
      value={center[field]}
      isReadOnly={isReadOnly}
      onTakeOver={(share) => void save({ [field]: share }, t(`settings.${field}`))}
    />
  )
  return (
    <div className={styles['groups']}>
      <PlaceSettings center={center} isReadOnly={isReadOnly} />
      <fieldset className={styles['group']}>
        <legend>{t('settings.targets')}</legend>
        {number('asaLowerSeconds', 'second', HOUR)}
        {number('asaTargetSeconds', 'second', { min: 1, max: 3600 })}
        {number('maxOccupancy', 'percent', OCCUPANCY)}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('settings.shrinkage')}</legend>
        {number('shrinkagePlanned', 'percent', SHRINKAGE)}
        {learned('shrinkagePlanned')}
        {number('shrinkageUnplanned', 'percent', SHRINKAGE)}
        {learned('shrinkageUnplanned')}
        <ShrinkageByWeekday />
      </fieldset>
      <SiteSettings isReadOnly={!canKeepSites} />
    </div>
  )
}

/** What the centre is called, and by which clock it lives. */
function PlaceSettings(props: Omit<CenterSettingsProps, 'canKeepSites'>): ReactElement {
  const { center, isReadOnly } = props
  const t = useTranslate()
  const save = useCenterSave(center)
  const [zoneFault, setZoneFault] = useState<string | null>(null)
  return (
    <fieldset className={styles['group']}>
      <legend>{t('settings.names')}</legend>
      <NameSettings
        name={center.name}
        isReadOnly={isReadOnly}
        onSave={async (name) => save({ name }, t('settings.names'))}
      />
      <ZoneSelect
        label={t('settings.timezone')}
        description={t('settings.timezone.hint')}
        value={center.timezone}
        disabled={isReadOnly}
        error={zoneFault}
        onChange={(timezone) => {
          void save({ timezone }, t('settings.timezone')).then((problem) =>
            setZoneFault(problem === null ? null : fieldProblem(problem, t)),
          )
        }}
      />
    </fieldset>
  )
}
