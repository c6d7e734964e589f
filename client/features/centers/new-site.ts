import type { Locale } from '../../lib/i18n/catalogue.ts'
import { isCode, wholeName } from './new-queue.ts'
import type { Range } from './quantity.ts'
import type { NewSite } from './use-sites.ts'

/** As the form holds it. */
export interface SiteDraft {
  readonly code: string
  readonly name: Readonly<Record<Locale, string>>
  readonly workplaces: number | string
}

export type SiteFault = 'code' | 'name' | 'workplaces'

export type ReadSite =
  | { readonly kind: 'ready'; readonly site: NewSite }
  | { readonly kind: 'refused'; readonly faults: readonly SiteFault[] }

/** Reads what was typed; one name in any language will do. */
export function readSite(draft: SiteDraft, range: Range): ReadSite {
  const workplaces = draft.workplaces === '' ? Number.NaN : Number(draft.workplaces)
  const isCount = Number.isInteger(workplaces) && workplaces >= range.min && workplaces <= range.max
  const name = wholeName(draft.name)
  const faults: SiteFault[] = [
    ...(isCode(draft.code) ? [] : (['code'] as const)),
    ...(name.ru === '' ? (['name'] as const) : []),
    ...(isCount ? [] : (['workplaces'] as const)),
  ]
  return faults.length === 0
    ? { kind: 'ready', site: { code: draft.code.trim(), name, workplaces } }
    : { kind: 'refused', faults }
}
