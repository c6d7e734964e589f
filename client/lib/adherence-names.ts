import { isMessageKey } from './i18n/catalogue.ts'
import type { Translate } from './i18n/translate.ts'

/** What is planned, in words; a policy's own activity goes by its own name. */
export function activityName(activity: string | null, t: Translate): string {
  if (activity === null) return t('today.activity.none')
  const key = `today.activity.${activity}`
  return isMessageKey(key) ? t(key) : activity
}

/** What somebody does, in words; null is what no feed says, and that has a word too. */
export function stateName(state: string | null, t: Translate): string {
  const key = `today.state.${state ?? 'no_data'}`
  return isMessageKey(key) ? t(key) : (state ?? '')
}
