import { useState } from 'react'

import { api } from '../../../lib/api.ts'
import { useJob } from '../../../lib/use-job.ts'
import type { ForecastOrder } from './new-forecast-form.tsx'

/** Orders a new version and follows the work; also what somebody else has ordered. */
export function useNewForecast() {
  const [madeVersion, setMadeVersion] = useState<number | null>(null)
  const job = useJob('forecast', ({ version }) => {
    if (typeof version === 'number') setMadeVersion(version)
  })
  const ordering = api.useMutation('post', '/api/v1/forecasts', {
    onSuccess: ({ id }) => job.follow(id),
  })
  return {
    job,
    /** The version that the followed work has made. */
    madeVersion,
    isOrdering: ordering.isPending,
    error: ordering.error,
    /** @returns false when it was refused, see `error` */
    order: async (body: ForecastOrder): Promise<boolean> => {
      setMadeVersion(null)
      try {
        await ordering.mutateAsync({ body })
        return true
      } catch {
        return false
      }
    },
    forgetError: () => ordering.reset(),
  }
}
