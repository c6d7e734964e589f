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
    .replace(/(?<!\d)\p{L}|\p{L}(?![\d+-]|$)/gu, 'a')
    .replace(/\d{7,}/g, (digits) => Number(digits).toPrecision(2))
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?')
  const safe = isDateLike(masked) || digitCount(masked) <= PLAIN_DIGITS ? masked : noDigits(masked)
  return safe.length > SHOWN_LENGTH ? `${safe.slice(0, SHOWN_LENGTH - 1)}…` : safe
}

/** Year, month and day in their places, then at most a time: no telephone number looks so. */
function isDateLike(text: string): boolean {
  return /^\s*([12]\d{3}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./][012]\d{3})([T ]+[\d:.]{1,12}(Z|[+-]\d{2}:?\d{2})?)?\s*$/.test(
    text,
  )
}

/** A number that was shortened to its size counts as no digits. */
function digitCount(text: string): number {
  return (text.replace(/\d\.\de\+\d+/g, '').match(/\d/g) ?? []).length
}

function noDigits(text: string): string {
  return text.replace(/\d/g, '9')
}
