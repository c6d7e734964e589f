import type { components } from '../../api/schema.d.ts'
import { api } from '../../lib/api.ts'

export type RequirementVersion = components['schemas']['Requirement']

/**
 * The versions of the requirement, newest first.
 *
 * @param asked number of the version to show; the latest without it
 */
export function useRequirementVersions(asked: number | undefined) {
  const { data, error, isPending, refetch } = api.useQuery('get', '/api/v1/requirements')
  const versions: readonly RequirementVersion[] = data?.requirements ?? []
  const shown =
    asked === undefined ? versions[0] : versions.find(({ version }) => version === asked)
  return { versions, latest: versions[0], shown, error, isPending, refetch }
}
