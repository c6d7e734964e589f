import { api } from '../../lib/api.ts'
import { isOnlyOperator } from '../../lib/only-operator.ts'
import { FLOW_STAGES, OWN_STAGES } from './flow.ts'

/** The pages that the reader's navigation leads to: the work, or for operators their own. */
export function useStages(): typeof FLOW_STAGES | typeof OWN_STAGES {
  const roles = api.useQuery('get', '/api/v1/me').data?.roles
  return roles !== undefined && isOnlyOperator(roles) ? OWN_STAGES : FLOW_STAGES
}
