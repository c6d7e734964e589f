import { useState } from 'react'

import { api } from '../../lib/api.ts'
import { useJob } from '../../lib/use-job.ts'
import { type RequirementWish, toOrder } from './requirement-wish.ts'

/** Orders a requirement of a forecast and follows the work; also what somebody else has ordered. */
export function useNewRequirement() {
  const [madeVersion, setMadeVersion] = useState<number | null>(null)
  const job = useJob('requirement', ({ version }) => {
    if (typeof version === 'number') setMadeVersion(version)
  })
  const ordering = api.useMutation('post', '/api/v1/requirements', {
    onSuccess: ({ id }) => job.follow(id),
  })
  return {
    job,
    /** The version that the followed work has made. */
    madeVersion,
    isOrdering: ordering.isPending,
    error: ordering.error,
    order: (forecastId: string, wish: RequirementWish) => {
      setMadeVersion(null)
      ordering.mutate({ body: toOrder(forecastId, wish) })
    },
  }
}
