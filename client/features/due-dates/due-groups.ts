import type { components } from '../../api/schema.d.ts'

export type DueEntry = components['schemas']['DueEntry']
export type DueKind = DueEntry['kind']

export const DUE_KINDS: readonly DueKind[] = [
  'assessment',
  'certificate',
  'contract',
  'document',
  'session',
  'consent',
  'development',
  'survey',
  'action',
]

/** What one line of a day says: the same thing, of one or more people. */
export interface DueGroup {
  readonly kind: DueKind
  readonly startsAt: string | null
  readonly endsAt: string | null
  /** Empty where it differs from person to person. */
  readonly about: string
  readonly entries: readonly DueEntry[]
}

export interface DueDay {
  readonly date: string
  readonly groups: readonly DueGroup[]
}

/** Entries by day, those of one kind together; people of one session stand in one line. */
export function dueDays(entries: readonly DueEntry[]): DueDay[] {
  const days = Map.groupBy(entries, ({ date }) => date)
  return [...days].map(([date, all]) => ({
    date,
    groups: [
      ...Map.groupBy(all, ({ kind, startsAt, about }) =>
        kind === 'session' ? `${kind} ${startsAt ?? ''} ${about}` : kind,
      ).values(),
    ].flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      const { kind, startsAt, endsAt, about } = first
      const isShared = group.every((one) => one.about === about)
      return [{ kind, startsAt, endsAt, about: isShared ? about : '', entries: group }]
    }),
  }))
}
