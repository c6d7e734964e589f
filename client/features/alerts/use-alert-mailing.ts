import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

type AlertMailing = components['schemas']['AlertMailing']

/** Whether alerts can be mailed, and to whom; undefined until it is known. */
export function useAlertMailing(): AlertMailing | undefined {
  return api.useQuery('get', '/api/v1/alerts/mailing').data
}
