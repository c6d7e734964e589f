import type { Translate } from '../../../lib/i18n/translate.ts'
import type { Schedule } from './schedule-versions.ts'

/** What a version is: made anew, or what it changed and why. */
export function changeWords(
  { change, reason, undoes }: Pick<Schedule, 'change' | 'reason' | 'undoes'>,
  t: Translate,
): string {
  const what =
    change === null
      ? t('version.change.made')
      : t(`version.change.${change}`, { version: undoes ?? '' })
  return reason === null ? what : t('version.change.because', { what, reason })
}
