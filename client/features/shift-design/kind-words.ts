import { clockOf } from '../../lib/clock-minutes.ts'

interface Kind {
  readonly shape: string
  /** After midnight. */
  readonly startMinutes: number
}

/** `F8b 07:00–15:30` */
export function kindSpan({
  shape,
  startMinutes,
  spanMinutes,
}: Kind & { readonly spanMinutes: number }) {
  return `${shape} ${clockOf(startMinutes)}–${clockOf(startMinutes + spanMinutes)}`
}

/** `F8b 07:00` */
export function kindName({ shape, startMinutes }: Kind): string {
  return `${shape} ${clockOf(startMinutes)}`
}
