import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { CopyButton } from '../../components/copy-button.tsx'
import { FormActions } from '../../components/form-actions.tsx'
import { useTranslate } from '../../lib/i18n/locale-context.tsx'
import { problemText } from '../../lib/problem.ts'
import { useUnsaved } from '../../lib/unsaved.ts'
import { QrCode } from './qr-code.tsx'
import { totpSecret } from './totp-secret.ts'
import { confirmEnrolment, type Enrolment } from './two-factor-requests.ts'

import styles from './account.module.css'

interface EnrolmentStepsProps {
  readonly enrolment: Enrolment
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Scan, keep the spare codes, prove it with a code: only then does signing in ask for one. */
export function EnrolmentSteps(props: EnrolmentStepsProps): ReactElement {
  const { enrolment, onDone, onCancel } = props
  const t = useTranslate()
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  useUnsaved(!isBusy)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    const outcome = await confirmEnrolment(code)
    setBusy(false)
    if (outcome.kind === 'done') onDone()
    else setFault(problemText(outcome.problem, t).text)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void confirm()
  }
  return (
    <ol className={styles['steps']}>
      <li>
        <Scan uri={enrolment.uri} />
      </li>
      <li>
        <SpareCodes codes={enrolment.spareCodes} />
      </li>
      <li>
        <form onSubmit={submit} noValidate className={styles['gate']}>
          <TextInput
            label={t('account.twoFactor.code')}
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value)
              setFault(null)
            }}
            error={fault}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <FormActions
            submitLabel={t('account.twoFactor.confirm')}
            isBusy={isBusy}
            onCancel={onCancel}
          />
        </form>
      </li>
    </ol>
  )
}

/** What the authenticator needs, to be scanned, typed, or opened on the same device. */
function Scan({ uri }: { readonly uri: string }): ReactElement {
  const t = useTranslate()
  return (
    <>
      <p>{t('account.twoFactor.scan')}</p>
      <QrCode text={uri} label={t('account.twoFactor.qr')} />
      <p className={styles['hint']}>{t('account.twoFactor.byHand')}</p>
      <p className={styles['secret']}>{totpSecret(uri)}</p>
      <Button component="a" href={uri} variant="default">
        {t('account.twoFactor.openApp')}
      </Button>
    </>
  )
}

function SpareCodes({ codes }: { readonly codes: readonly string[] }): ReactElement {
  const t = useTranslate()
  return (
    <>
      <p>{t('account.twoFactor.spare')}</p>
      <ul className={styles['codes']}>
        {codes.map((spare) => (
          <li key={spare}>{spare}</li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} label={t('account.twoFactor.copy')} />
    </>
  )
}
