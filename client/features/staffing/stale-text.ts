import type { Translate } from '../../lib/i18n/translate.ts'
import type { RequirementVersion } from './use-requirement-versions.ts'

/** What has changed since a requirement was made, in words, separated by semicolons. */
export function staleText(reasons: RequirementVersion['staleBecause'], t: Translate): string {
  return reasons.map((reason) => t(`requirement.staleBecause.${reason}`)).join('; ')
}
