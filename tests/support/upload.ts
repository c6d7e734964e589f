import type { InjectOptions } from 'fastify'

const BOUNDARY = 'kezek-test-boundary'

/** The part of a request that carries one file as a browser's form does, in the field `file`. */
export function uploadOf(
  fileName: string,
  bytes: Buffer | string,
): Required<Pick<InjectOptions, 'payload'>> & { readonly headers: Record<string, string> } {
  const head =
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n` +
    'Content-Type: application/octet-stream\r\n\r\n'
  return {
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(bytes),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
