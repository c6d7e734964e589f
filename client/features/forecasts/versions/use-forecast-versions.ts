import type { components } from '../../../api/schema.d.ts'
import { api } from '../../../lib/api.ts'

export type ForecastVersion = components['schemas']['Forecast']

/**
 * The versions of the forecast, newest first.
 *
 * @param asked number of the version to show; the latest without it
 */
export function useForecastVersions(asked: number | undefined) {
  const { data, error, isPending, refetch } = api.useQuery('get', '/api/v1/forecasts')
  const versions: readonly ForecastVersion[] = data?.forecasts ?? []
  const at = asked === undefined ? 0 : versions.findIndex(({ version }) => version === asked)
  return {
    versions,
    latest: versions[0],
    /** Undefined when there is none, or none of that number. */
    shown: versions[at],
    before: at === -1 ? undefined : versions[at + 1],
    error,
    isPending,
    refetch,
  }
}
