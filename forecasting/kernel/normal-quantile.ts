import { portableLog } from './portable-log.ts'

/**
 * The deviate below which a standard normal variable falls with a probability, from arithmetic and
 * square roots alone, for the reason given in `portable-log.ts`. About 16 digits.
 *
 * Source: M. J. Wichura, "Algorithm AS 241: the percentage points of the normal distribution",
 * Applied Statistics 37 (1988), PPND16.
 *
 * @throws {RangeError} if `probability` is not strictly within 0..1
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be within 0..1, got ${probability}`)
  }
  const centred = probability - 0.5
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred
    return (centred * polynomial(CENTRE.over, r)) / polynomial(CENTRE.under, r)
  }
  const tail = Math.sqrt(-portableLog(centred < 0 ? probability : 1 - probability))
  const { shift, over, under } = tail <= 5 ? NEAR_TAIL : FAR_TAIL
  const deviate = polynomial(over, tail - shift) / polynomial(under, tail - shift)
  return centred < 0 ? -deviate : deviate
}

/** Coefficients of rising powers. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0)
}

const CENTRE = {
  over: [
    3.387132872796366, 133.14166789178438, 1971.5909503065513, 13731.693765509461,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852545,
  ],
}
const NEAR_TAIL = {
  shift: 1.6,
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 7.745450142783414e-4,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 5.475938084995345e-4, 1.0507500716444169e-9,
  ],
}
const FAR_TAIL = {
  shift: 5,
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 7.868691311456133e-4,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}
