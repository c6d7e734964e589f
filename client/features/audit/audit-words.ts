import { isMessageKey } from '../../lib/i18n/catalogue.ts'
import type { Translate } from '../../lib/i18n/translate.ts'

/** What a kind of record is called; its own name where it has no other. */
export function entityName(entity: string, t: Translate): string {
  const key = `audit.entity.${entity}`
  return isMessageKey(key) ? t(key) : entity
}

/**
 * What a field is called: as on the page where it is set, if there is one.
 *
 * @param field a column, or a place within it: `asa_target_seconds`, `name.ru`
 */
export function fieldName(field: string, t: Translate): string {
  const [column = '', ...rest] = field.split('.')
  const setting = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const key = [`audit.field.${column}`, `settings.${setting}`].find((one) => isMessageKey(one))
  const name = key !== undefined && isMessageKey(key) ? t(key) : column
  return [name, ...rest].join(' · ')
}
