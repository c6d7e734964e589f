import { fetchClient } from '../lib/api.ts'
import type { Locale } from '../lib/i18n/catalogue.ts'
import type { Session } from './session.ts'

/** Who is signed in and where; null when nobody is. The steps are those that have been made. */
export async function loadSession(locale: Locale): Promise<Session | null> {
  const me = await fetchClient.GET('/api/v1/me')
  if (me.data === undefined) return null
  const [center, imports, forecasts, requirements, schedules] = await Promise.all([
    fetchClient.GET('/api/v1/center'),
    fetchClient.GET('/api/v1/imports'),
    fetchClient.GET('/api/v1/forecasts'),
    fetchClient.GET('/api/v1/requirements'),
    fetchClient.GET('/api/v1/schedules'),
  ])
  if (center.data === undefined) return null
  const forecast = forecasts.data?.forecasts[0]
  const requirement = requirements.data?.requirements[0]
  const schedule = schedules.data?.schedules[0]
  const isStale = forecast?.stale === true
  const isBehind = requirement !== undefined && requirement.staleBecause.length > 0
  const isOld = schedule !== undefined && schedule.requirementId !== requirement?.id
  const state = (made: boolean, stale: boolean): Session['steps'][number]['state'] =>
    made ? (stale ? 'stale' : 'upToDate') : 'notStarted'
  return {
    user: { name: me.data.name, role: me.data.roles.join(', ') },
    centre: {
      name: center.data.name[locale],
      timeZone: center.data.timezone,
      isSample: center.data.isSample,
    },
    steps: [
      { stage: 'history', state: state((imports.data?.imports.length ?? 0) > 0, false) },
      { stage: 'forecast', state: state(forecast !== undefined, isStale) },
      { stage: 'requirement', state: state(requirement !== undefined, isBehind) },
      {
        stage: 'schedule',
        state: schedule?.status === 'draft' ? 'needsYou' : state(schedule !== undefined, isOld),
      },
    ],
  }
}
