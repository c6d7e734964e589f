import { useMemo } from 'react'

import { api } from '../../lib/api.ts'
import { flowSteps } from './flow-steps.ts'
import type { FlowStep } from './flow.ts'

/** Where the work stands, read again whenever something has been made. */
export function useFlowSteps(): readonly FlowStep[] {
  const imports = api.useQuery('get', '/api/v1/imports').data?.imports
  const forecasts = api.useQuery('get', '/api/v1/forecasts').data?.forecasts
  const requirements = api.useQuery('get', '/api/v1/requirements').data?.requirements
  const schedules = api.useQuery('get', '/api/v1/schedules').data?.schedules
  return useMemo(
    () => flowSteps({ imports, forecasts, requirements, schedules }),
    [imports, forecasts, requirements, schedules],
  )
}
