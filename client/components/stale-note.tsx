import type { ReactElement } from 'react'

import { api } from '../lib/api.ts'
import { useTranslate } from '../lib/i18n/locale-context.tsx'
import { staleStages } from '../lib/stale-stages.ts'

/** What no longer stands since something before it was changed. Nothing while all does. */
export function StaleNote(): ReactElement | null {
  const t = useTranslate()
  const forecasts = api.useQuery('get', '/api/v1/forecasts').data?.forecasts
  const requirements = api.useQuery('get', '/api/v1/requirements').data?.requirements
  const schedules = api.useQuery('get', '/api/v1/schedules').data?.schedules
  const stages = staleStages({ forecasts, requirements, schedules })
  if (stages.length === 0) return null
  const names = stages.map((stage) => t(`stale.${stage}`)).join(', ')
  return <p>{t('stale.after', { what: names })}</p>
}
