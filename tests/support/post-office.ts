import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { callbackify } from 'node:util'

import { SMTPServer, type SMTPServerSession } from 'smtp-server'

import { openMailer } from '#server/platform/mail.ts'

interface TakenMail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

/** A mail server that keeps what it takes, and what a service needs to send mails there. */
export interface PostOffice {
  readonly mail: { readonly mailer: ReturnType<typeof openMailer>; readonly serviceUrl: string }
  readonly taken: readonly TakenMail[]
  /** What it answers instead of taking a mail. */
  refusal: string | undefined
  close(): Promise<void>
}

export async function openPostOffice(): Promise<PostOffice> {
  const taken: TakenMail[] = []
  const take = async (stream: Readable, { envelope }: SMTPServerSession): Promise<void> => {
    const raw = await text(stream)
    if (office.refusal !== undefined) {
      throw Object.assign(new Error(office.refusal), { responseCode: 450 })
    }
    taken.push({ to: envelope.rcptTo.map(({ address }) => address), ...readMail(raw) })
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: callbackify(take),
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  const mailer = openMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Kezek <k@kezek.example>' })
  const office: PostOffice = {
    mail: { mailer, serviceUrl: 'https://kezek.example' },
    taken,
    refusal: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
      }),
  }
  return office
}

/** As much of RFC 2045–2047 as one part of text needs. */
function readMail(raw: string): Pick<TakenMail, 'subject' | 'text'> {
  const [, head = '', body = ''] = /^([^]*?)\r\n\r\n([^]*)$/.exec(raw) ?? []
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? ''
  const isBase64 = /^Content-Transfer-Encoding: base64$/im.test(unfolded)
  return {
    subject: subject
      .replaceAll(/\?= =\?/g, '?==?')
      .replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_all, kind: string, code: string) =>
        kind.toUpperCase() === 'B'
          ? Buffer.from(code, 'base64').toString()
          : quoted(code.replaceAll('_', ' ')),
      ),
    text: isBase64 ? Buffer.from(body, 'base64').toString() : quoted(body),
  }
}

function quoted(code: string): string {
  const bytes = code
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
  return Buffer.from(bytes, 'latin1').toString()
}
