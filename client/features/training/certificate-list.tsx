import { Button } from '@mantine/core'
import { type ReactElement, useState } from 'react'

import { api, fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { useToday } from '../../lib/use-today.ts'
import { CertificateForm } from './certificate-form.tsx'
import { type Certificate } from './use-training.ts'

import styles from './training.module.css'

interface CertificateListProps {
  readonly canManage: boolean
}

/** The register: of the centre and its managers (rows 23 and 24 of the report), and of courses. */
export function CertificateList({ canManage }: CertificateListProps): ReactElement {
  const { t } = useLocale()
  const [isAdding, setAdding] = useState(false)
  const register = api.useQuery('get', '/api/v1/certificates').data
  return (
    <section className={styles['section']} aria-label={t('training.certificates')}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('training.certificates')}</h2>
        {canManage && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('training.certificates.add')}
          </Button>
        )}
      </div>
      <p className={styles['note']}>
        {t('training.certificates.hint', {
          centre: register?.centreCount ?? 0,
          managers: register?.managerCount ?? 0,
        })}
      </p>
      {isAdding && <CertificateForm onDone={() => setAdding(false)} />}
      <ul className={styles['list']}>
        {register?.certificates.map((one) => (
          <CertificateLine key={one.id} certificate={one} canManage={canManage} />
        ))}
      </ul>
    </section>
  )
}

interface CertificateLineProps extends CertificateListProps {
  readonly certificate: Certificate
}

function CertificateLine({ certificate, canManage }: CertificateLineProps): ReactElement {
  const { t } = useLocale()
  const date = useDateText()
  const today = useToday()
  const { isBusy, send } = useSending()
  const { holderName, title, number, issuedBy, issuedOn, validUntil, withdrawnOn } = certificate
  const withdraw = (): void => {
    const params = { path: { certificateId: certificate.id } }
    void send(fetchClient.POST('/api/v1/certificates/{certificateId}/withdrawal', { params }))
  }
  const isPast = withdrawnOn !== null || (validUntil !== null && validUntil < today)
  const state =
    withdrawnOn === null
      ? t('people.validUntil', { date: date(validUntil) })
      : t('training.withdrawn', { date: date(withdrawnOn) })
  return (
    <li className={styles['between']}>
      <span className={isPast ? styles['faint'] : undefined}>
        <b>{holderName}</b>
        {certificate.manager && `, ${t('training.manager')}`}: {title}
        <br />
        <span className={styles['faint']}>
          № {number}, {issuedBy}, {date(issuedOn)};{' '}
          {validUntil === null && withdrawnOn === null ? t('training.forGood') : state}
        </span>
      </span>
      {canManage && withdrawnOn === null && (
        <Button variant="subtle" loading={isBusy} onClick={withdraw}>
          {t('training.withdraw')}
        </Button>
      )}
    </li>
  )
}
