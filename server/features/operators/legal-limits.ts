import type { LocalDate } from '#forecasting/kernel/calendar.ts'

/** What the law may attach to a person. */
export const RESTRICTION_KINDS = [
  'minor_under_16',
  'minor_under_18',
  'pregnancy',
  'disability_1',
  'disability_2',
  'disability_3',
  'child_under_7',
  'disabled_child',
  'family_carer',
  'nursing',
] as const
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number]

export const CONSENT_KINDS = ['night_work', 'overtime', 'holiday_work', 'personal_data'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/** Where breaks of art. 82(3) go as the person asks (82(4)); `none` leaves them spread over the shift. */
export const BREAK_PLACES = ['none', 'meal', 'start', 'end'] as const

/** Both ends included; an open end lasts until it is closed. */
export interface DatedRestriction {
  readonly kind: RestrictionKind
  /** Under one and a half, who are fed; null for every other kind. */
  readonly children: number | null
  readonly breaksJoinedTo: (typeof BREAK_PLACES)[number] | null
  readonly fromDate: LocalDate
  readonly toDate: LocalDate | null
}

export interface DatedConsent {
  readonly kind: ConsentKind
  readonly givenOn: LocalDate
  /** From this day on it is no longer given. */
  readonly withdrawnOn: LocalDate | null
}

/** What a schedule must keep to for one person. It says nothing of why. */
export interface LegalLimits {
  readonly nightBan: boolean
  /** Paid minutes of a week that must not be exceeded; null: only those of the contract. */
  readonly weekMaxPaidMinutes: number | null
  /** Paid minutes of one shift; null: only those of the contract. */
  readonly shiftMaxPaidMinutes: number | null
  /** Barred from work on holidays, whatever they agree to. */
  readonly holidayBan: boolean
  /** Agreed in writing to work beyond the norm, and not barred from it. */
  readonly overtimeAllowed: boolean
  /** Agreed in writing to work on holidays, and not barred from it. */
  readonly holidayWorkAllowed: boolean
  /** Paid breaks in every shift beside its own; null where none are due. */
  readonly personalBreaks: {
    readonly lengthMinutes: number
    readonly joinedTo: (typeof BREAK_PLACES)[number]
  } | null
}

/** One sentence of the Labour Code. */
interface LegalEffect {
  readonly night?: 'barred' | 'with-consent'
  readonly weekMaxHours?: number
  readonly shiftMaxHours?: number
  readonly holiday?: 'barred'
  readonly overtime?: 'barred'
}

/**
 * Labour Code of Kazakhstan: night work art. 76, weekly norms art. 69, work on holidays art. 85(4),
 * shifts of pregnant women under summarised accounting art. 75(7). Minors are barred from night
 * work and from summarised accounting (75(6)), so their day is the common norm of 8 h (71(4)); so is
 * that of disability group I (75(8)). Overtime asks for a written consent (77(1)), and is barred to minors,
 * the pregnant and any person with a disability (77(3)); so does work on holidays (85(1)). A family carer may ask for part time (70(3)): that is a matter
 * of the contract, and limits no schedule. Who feeds a child under one and a half, mother, father or guardian,
 * has paid breaks of half an hour, of an hour with two children or more (82(3)).
 */
const EFFECTS: Readonly<Record<RestrictionKind, LegalEffect>> = {
  minor_under_16: { night: 'barred', weekMaxHours: 24, shiftMaxHours: 8, overtime: 'barred' },
  minor_under_18: { night: 'barred', weekMaxHours: 36, shiftMaxHours: 8, overtime: 'barred' },
  pregnancy: { night: 'barred', shiftMaxHours: 8, holiday: 'barred', overtime: 'barred' },
  disability_1: { night: 'with-consent', weekMaxHours: 36, shiftMaxHours: 8, overtime: 'barred' },
  disability_2: { night: 'with-consent', weekMaxHours: 36, overtime: 'barred' },
  disability_3: { night: 'with-consent', overtime: 'barred' },
  child_under_7: { night: 'with-consent' },
  disabled_child: { night: 'with-consent' },
  family_carer: {},
  nursing: {},
}

/**
 * The limits of a period, `fromDate` to `toDate`, both included: a restriction of any of its days
 * holds for all of them, and a consent counts only if it is given through all of them.
 */
export function legalLimits(
  restrictions: readonly DatedRestriction[],
  consents: readonly DatedConsent[],
  { fromDate, toDate }: { readonly fromDate: LocalDate; readonly toDate: LocalDate },
): LegalLimits {
  const held = restrictions.filter(
    (one) => one.fromDate <= toDate && (one.toDate === null || one.toDate >= fromDate),
  )
  const effects = held.map(({ kind }) => EFFECTS[kind])
  const agreesTo = (wanted: ConsentKind): boolean =>
    consents.some(
      ({ kind, givenOn, withdrawnOn }) =>
        kind === wanted && givenOn <= fromDate && (withdrawnOn === null || withdrawnOn > toDate),
    )
  const agreesToNights = agreesTo('night_work')
  const holidayBan = effects.some(({ holiday }) => holiday === 'barred')
  const overtimeBan = effects.some(({ overtime }) => overtime === 'barred')
  return {
    nightBan: effects.some(
      ({ night }) => night === 'barred' || (night === 'with-consent' && !agreesToNights),
    ),
    weekMaxPaidMinutes: leastMinutes(effects.map(({ weekMaxHours }) => weekMaxHours)),
    shiftMaxPaidMinutes: leastMinutes(effects.map(({ shiftMaxHours }) => shiftMaxHours)),
    holidayBan,
    overtimeAllowed: !overtimeBan && agreesTo('overtime'),
    holidayWorkAllowed: !holidayBan && agreesTo('holiday_work'),
    personalBreaks: longestBreaks(held.flatMap((one) => breaksOf(one) ?? [])),
  }
}

type PersonalBreaks = NonNullable<LegalLimits['personalBreaks']>

const BREAK_MINUTES = { oneChild: 30, moreChildren: 60 }

function breaksOf({ children, breaksJoinedTo }: DatedRestriction): PersonalBreaks | null {
  if (children === null) return null
  const { oneChild, moreChildren } = BREAK_MINUTES
  const lengthMinutes = children > 1 ? moreChildren : oneChild
  return { lengthMinutes, joinedTo: breaksJoinedTo ?? 'none' }
}

/** The longest of breaks that are due, where the last of them puts them; null of none. */
export function longestBreaks(due: readonly PersonalBreaks[]): PersonalBreaks | null {
  const last = due.at(-1)
  if (last === undefined) return null
  return { ...last, lengthMinutes: Math.max(...due.map(({ lengthMinutes }) => lengthMinutes)) }
}

function leastMinutes(hours: readonly (number | undefined)[]): number | null {
  const stated = hours.filter((one) => one !== undefined)
  return stated.length === 0 ? null : Math.min(...stated) * 60
}
