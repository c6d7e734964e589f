const SHOWN_LENGTH = 24
const PLAIN_DIGITS = 6

/**
 * A refused value as a message may show it. The value may stand in the wrong column, so anything
 * could be a name or a telephone number: letters become `a`, and a long run of digits is told only
 * by its size. What helps to find the mistake (signs, points, the shape of a date) stays.
 *
 * @example
 * shownValue('-5') // '-5'
 * shownValue('10000000') // '1.0e+7'
 * shownValue('2024-13-41') // '2024-13-41'
 * shownValue('Иванов 87011234567') // 'aaaaaa 8.7e+10'
 */
export function shownValue(text: string): string {
  const masked = text
    .slice(0, 4 * SHOWN_LENGTH)
    .replace(/\d{7,}/g, (digits) => Number(digits).toPrecision(2))
    .replace(/\p{L}(?![+-]\d+)/gu, (letter) => (/[tzeTZ]/.test(letter) ? letter : 'a'))
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?')
  const safe = manyDigits(masked) ? masked.replace(/\d/g, '9') : masked
  return safe.length > SHOWN_LENGTH ? `${safe.slice(0, SHOWN_LENGTH - 1)}…` : safe
}

/** A telephone number written with spaces or dashes, unlike a date, has no year in front. */
function manyDigits(text: string): boolean {
  if (/^\s*[12]\d{3}[-./]/.test(text) || /^\s*\d{1,2}[./]\d{1,2}[./][12]\d{3}/.test(text))
    return false
  if (/e\+\d+$/.test(text)) return false
  return (text.match(/\d/g) ?? []).length > PLAIN_DIGITS
}
