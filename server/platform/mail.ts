import { createTransport } from 'nodemailer'

import type { MailConfig } from './config.ts'

export interface Mail {
  /** The same when it is sent again, so that a mail program shows it once. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
}

/** Hands mails in, one recipient each: nobody learns who else was told. */
export interface Mailer {
  /** Rejects with what the mail server said, or with what kept it from being reached. */
  send(mail: Mail): Promise<void>
}

const TIMEOUT_MS = 10_000

/** Nothing is connected before a mail is sent, and nothing afterwards. */
export function openMailer({ url, from }: MailConfig): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  })
  const domain = /@([^\s@<>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ id, ...mail }) {
      await transport.sendMail({
        ...mail,
        from,
        messageId: `<${id}@${domain}>`,
        // Nobody's absence note answers a machine (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}
