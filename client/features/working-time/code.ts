const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,19}$/u

/** Whether a text can name a kind of shift or a contract: what the API takes. */
export function isCode(text: string): boolean {
  return CODE.test(text.trim())
}
