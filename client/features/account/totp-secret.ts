/** The secret of an `otpauth` address in groups of four, to be typed by hand; empty without one. */
export function totpSecret(uri: string): string {
  const secret = URL.canParse(uri) ? (new URL(uri).searchParams.get('secret') ?? '') : ''
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
