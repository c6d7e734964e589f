import type { OperatorId } from '#forecasting/kernel/units.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { centreToday } from '../operators/operators.service.ts'
import { listCertificates } from './certificates.queries.ts'
import type { Certificate } from './certificates.schema.ts'
import { type CertificateCount, countCertificates } from './count-certificates.ts'

export interface CertificateRegister {
  readonly certificates: Certificate[]
  readonly centreCount: number
  readonly managerCount: number
}

/** The register, whole or of one person, with what rows 23 and 24 of the report say today. */
export async function readRegister(
  db: Db,
  filter: { readonly operatorId?: OperatorId | undefined } = {},
): Promise<CertificateRegister> {
  const certificates = await listCertificates(db, filter)
  const { ofCentre, managers } = countCertificates(certificates, await centreToday(db))
  return { certificates, centreCount: ofCentre.length, managerCount: managers }
}

/** What rows 23 and 24 of the report say as of a day, with the certificates behind the figures. */
export async function readCertificatesOn(db: Db, day: string): Promise<CertificateCount> {
  return countCertificates(await listCertificates(db), day)
}
