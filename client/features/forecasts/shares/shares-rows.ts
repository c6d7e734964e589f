import type { TableColumn } from '../../../components/interval-table/interval-table.tsx'
import type { Format } from '../../../lib/i18n/format.ts'
import type { Translate } from '../../../lib/i18n/translate.ts'
import type { TraitShares } from './use-shares.ts'

type Day = TraitShares['days'][number]
type Part = Day['parts'][number]

/** One language or topic over the days that are shown. */
export interface SharesRow {
  readonly key: string
  /** As it is read. */
  readonly name: string
  /** Of the contacts of those days; the band is that of one day. */
  readonly share: Pick<Part['share'], 'mean' | 'low' | 'high'>
  readonly parts: readonly Part[]
}

const DAYS_SHOWN = 7

/** The first week of the span. */
export function shownDays(
  { days }: TraitShares,
  span: { readonly startMs: number; readonly endMs: number },
  startOf: (date: string) => number,
): readonly Day[] {
  return days
    .filter(({ date }) => startOf(date) >= span.startMs && startOf(date) < span.endMs)
    .slice(0, DAYS_SHOWN)
}

export function sharesRows(
  { names }: TraitShares,
  days: readonly Day[],
  nameOf: (name: string | null) => string,
): readonly SharesRow[] {
  const contacts = days.map(({ parts }) => parts.reduce((sum, part) => sum + part.contacts.mean, 0))
  const all = contacts.reduce((sum, ofDay) => sum + ofDay, 0)
  return names.map((name, at) => {
    const parts = days.flatMap((day) => day.parts[at] ?? [])
    const weighted = (of: (share: Part['share']) => number): number =>
      contacts.reduce((sum, ofDay, i) => {
        const share = parts[i]?.share
        return share === undefined || all === 0 ? sum : sum + (of(share) * ofDay) / all
      }, 0)
    return {
      key: name ?? '',
      name: nameOf(name),
      share: {
        mean: weighted(({ mean }) => mean),
        low: weighted(({ low }) => low),
        high: weighted(({ high }) => high),
      },
      parts,
    }
  })
}

interface Shown {
  readonly t: Translate
  readonly format: Format
  /** What the first column holds: languages or topics. */
  readonly header: string
  readonly days: readonly Day[]
  readonly startOf: (date: string) => number
}

export function sharesColumns({
  t,
  format,
  header,
  days,
  startOf,
}: Shown): TableColumn<SharesRow>[] {
  return [
    {
      id: 'name',
      header,
      align: 'start',
      widthPx: 180,
      text: ({ name }) => name,
      value: ({ name }) => name,
    },
    {
      id: 'share',
      header: t('shares.share'),
      unit: '%',
      align: 'end',
      widthPx: 140,
      text: ({ share }) => format.withDoubt(100 * share.mean, 100 * share.low, 100 * share.high),
      value: ({ share }) => share.mean,
    },
    ...days.map(({ date }, at): TableColumn<SharesRow> => ({
      id: date,
      header: format.shortDay(startOf(date)),
      align: 'end',
      widthPx: 120,
      text: ({ parts }) => {
        const contacts = parts[at]?.contacts
        return contacts === undefined
          ? ''
          : format.withDoubt(contacts.mean, contacts.low, contacts.high)
      },
      value: ({ parts }) => parts[at]?.contacts.mean ?? null,
      tone: () => 'forecast',
    })),
  ]
}
