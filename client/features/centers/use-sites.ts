import { useQueryClient } from '@tanstack/react-query'

import type { components } from '../../api/schema.d.ts'
import { api, fetchClient } from '../../lib/api.ts'
import type { ProblemView } from '../../lib/problem.ts'
import { type Save, useSave, useSettingsRefresh } from './use-settings.ts'

export type Site = components['schemas']['Site']
/** All but who works there, which is not set here. */
export type NewSite = Omit<Site, 'people'>
export type SiteChange = Partial<Omit<NewSite, 'code'>>

export function useSites() {
  return api.useQuery('get', '/api/v1/sites')
}

export function useSiteSave(site: Site): Save<SiteChange> {
  const queries = useQueryClient()
  const { queryKey } = api.queryOptions('get', '/api/v1/sites')
  const params = { path: { code: site.code } }
  return useSave<Site, SiteChange>(site, {
    show: (change) =>
      queries.setQueryData<{ sites: Site[] }>(queryKey, (before) =>
        before === undefined
          ? undefined
          : {
              sites: before.sites.map((one) =>
                one.code === site.code ? { ...one, ...change } : one,
              ),
            },
      ),
    send: async (change) => {
      const { people: _, ...whole } = { ...site, ...change }
      return (await fetchClient.PUT('/api/v1/sites/{code}', { params, body: whole })).error
    },
  })
}

/** @returns why a new site was not taken, or null */
export function useSiteAdd(): (site: NewSite) => Promise<ProblemView | null> {
  const refresh = useSettingsRefresh()
  return async (body) => {
    const { error } = await fetchClient.POST('/api/v1/sites', { body })
    if (error === undefined) refresh()
    return error ?? null
  }
}
