const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

/**
 * True for an individual identification number: 12 digits that begin with a date of birth and end
 * with the control digit of Government Decree № 853 of 22 October 2003. The service never keeps one.
 */
export function isIin(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (!/^\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[0-6]\d{5}$/.test(digits)) return false
  return controlDigit(digits) === Number(digits[11])
}

function controlDigit(digits: string): number {
  const sum = (weights: readonly number[]): number =>
    weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0) % 11
  const first = sum(FIRST_WEIGHTS)
  return first === 10 ? sum(SECOND_WEIGHTS) : first
}
