import type { Certificate } from './certificates.schema.ts'

/** What rows 23 and 24 of the half-year report say, as of a day. */
export interface CertificateCount {
  /** Row 23: audits and certifications of the centre that hold, the newest first. */
  readonly ofCentre: readonly Certificate[]
  /** Certifications of people who manage the centre. */
  readonly ofManagers: readonly Certificate[]
  /** Row 24: how many people who manage the centre hold a certification. */
  readonly managers: number
}

/**
 * Counts the certificates that hold on a day, `YYYY-MM-DD`: issued, not run out, not withdrawn. A
 * person with two is one person.
 */
export function countCertificates(
  certificates: readonly Certificate[],
  on: string,
): CertificateCount {
  const inForce = certificates.filter((one) => holdsOn(one, on))
  const ofManagers = inForce.filter(({ manager, kind }) => manager && kind === 'certification')
  return {
    ofCentre: inForce.filter(({ holder }) => holder === 'centre'),
    ofManagers,
    managers: new Set(ofManagers.map(({ operatorId, holderName }) => operatorId ?? holderName))
      .size,
  }
}

function holdsOn({ issuedOn, validUntil, withdrawnOn }: Certificate, on: string): boolean {
  return (
    issuedOn <= on &&
    (validUntil === null || on <= validUntil) &&
    (withdrawnOn === null || on < withdrawnOn)
  )
}
