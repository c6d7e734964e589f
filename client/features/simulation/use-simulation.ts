import { api } from '../../lib/api.ts'
import { useJob } from '../../lib/use-job.ts'

/** The latest simulation of a schedule, and the way to a new one. */
export function useSimulation(scheduleId: string) {
  const latest = api.useQuery('get', '/api/v1/schedules/{scheduleId}/simulation', {
    params: { path: { scheduleId } },
  })
  const job = useJob('simulation')
  const ordering = api.useMutation('post', '/api/v1/schedules/{scheduleId}/simulation', {
    onSuccess: ({ id }) => job.follow(id),
  })
  return {
    simulation: latest.data?.simulation ?? null,
    isPending: latest.isPending,
    error: latest.error ?? ordering.error,
    job,
    isOrdering: ordering.isPending,
    order: () => ordering.mutate({ params: { path: { scheduleId } }, body: {} }),
  }
}

/** Every interval of a line; undefined while it is read. */
export function useSimulationIntervals(
  simulation: { readonly scheduleId: string; readonly id: string },
  queueId: string | undefined,
) {
  return api.useQuery('get', '/api/v1/schedules/{scheduleId}/simulation/{simulationId}/intervals', {
    params: {
      path: { scheduleId: simulation.scheduleId, simulationId: simulation.id },
      ...(queueId === undefined ? {} : { query: { queueId } }),
    },
  })
}
