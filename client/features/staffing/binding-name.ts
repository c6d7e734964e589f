import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import type { Translate } from '../../lib/i18n/translate.ts'

/** The name of the target that decided; its code when the client has no words for it yet. */
export function bindingName(binding: string, t: Translate): string {
  const key = `requirement.binding.${binding}`
  return isMessageKey(key) ? t(key) : binding
}
