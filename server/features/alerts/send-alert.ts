import type { Mailer } from '#server/platform/mail.ts'

import { alertMail, type MailSource } from './alert-mail.ts'
import type { Alert } from './alerts.schema.ts'
import type { DueDelivery } from './deliveries.queries.ts'
import { signatureOf } from './signature.ts'

const TIMEOUT_MS = 10_000

/** @throws {Error} that says why the address did not take it */
export async function sendToWebhook(
  { id, event }: DueDelivery,
  { url, secret }: { readonly url: string; readonly secret: string },
  alert: Alert,
  nowMs: number,
): Promise<void> {
  const body = JSON.stringify({ event, alert })
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'kezek-delivery': id,
      'kezek-signature': signatureOf(body, secret, nowMs),
    },
    body,
    // The address was named by an administrator; another one was not.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`answered ${response.status}`)
}

/** @throws {Error} with what the mail server said */
export async function sendByMail(
  mailer: Mailer,
  { id }: DueDelivery,
  { name, address, language }: Extract<DueDelivery['address'], { kind: 'mail' }>,
  about: { readonly alert: Alert; readonly source: MailSource },
): Promise<void> {
  const words = alertMail(about.alert, language, about.source)
  await mailer.send({ id, to: { name, address }, ...words })
}
