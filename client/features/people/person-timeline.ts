import type { components } from '../../api/schema.d.ts'

type Card = components['schemas']['OperatorCard']
type Assessment = components['schemas']['Assessment']
type Certificate = components['schemas']['Certificate']

/** One thing that happened to a person, or will on a day that is known. */
export type TimelineEntry = { readonly date: string } & (
  | { readonly kind: 'hired' | 'left' }
  | { readonly kind: 'contract'; readonly contractCode: string }
  | { readonly kind: 'absence'; readonly absence: string; readonly toDate: string }
  | {
      readonly kind: 'assessment'
      readonly method: Assessment['method']
      readonly status: Assessment['status']
      readonly codes: readonly string[]
    }
  | { readonly kind: 'certificate' | 'certificateEnds'; readonly title: string }
  | { readonly kind: 'expires'; readonly codes: readonly string[] }
)

/**
 * Everything of a person on one axis, the newest first: employment, contracts, absences,
 * assessments, certificates, and the days on which competences and certificates end.
 */
export function personTimeline(
  card: Card,
  assessments: readonly Assessment[],
  certificates: readonly Certificate[],
): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...employments(card),
    // The first contract is that of the hiring.
    ...card.contracts.slice(1).map(({ fromDate, contractCode }) => ({
      date: fromDate,
      kind: 'contract' as const,
      contractCode,
    })),
    ...card.absences.map(({ kind, fromDate, toDate }) => ({
      date: fromDate,
      kind: 'absence' as const,
      absence: kind,
      toDate,
    })),
    ...assessments.map(({ assessedOn, method, status, results }) => ({
      date: assessedOn,
      kind: 'assessment' as const,
      method,
      status,
      codes: results.map(({ code }) => code),
    })),
    ...certificates.flatMap(certificateEntries),
    ...expiries(card),
  ]
  return entries.toSorted((a, b) => b.date.localeCompare(a.date))
}

function employments({ person, earlierEmployments }: Card): TimelineEntry[] {
  const spans = [...earlierEmployments, { hiredOn: person.hiredOn, leftOn: person.leftOn }]
  return spans.flatMap(({ hiredOn, leftOn }): TimelineEntry[] => [
    { date: hiredOn, kind: 'hired' },
    ...(leftOn === null ? [] : [{ date: leftOn, kind: 'left' as const }]),
  ])
}

/** One that was withdrawn ended on that day. */
function certificateEntries(certificate: Certificate): TimelineEntry[] {
  const { title, issuedOn, validUntil, withdrawnOn } = certificate
  const endsOn = withdrawnOn ?? validUntil
  return [
    { date: issuedOn, kind: 'certificate', title },
    ...(endsOn === null ? [] : [{ date: endsOn, kind: 'certificateEnds' as const, title }]),
  ]
}

/** Competences that end together are one thing to do. */
function expiries({ competences }: Card): TimelineEntry[] {
  const ending = competences.flatMap(({ code, validUntil }) =>
    validUntil === null ? [] : [{ code, validUntil }],
  )
  return [...Map.groupBy(ending, ({ validUntil }) => validUntil)].map(([date, own]) => ({
    date,
    kind: 'expires',
    codes: own.map(({ code }) => code),
  }))
}
