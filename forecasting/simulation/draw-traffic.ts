/** What comes in one run: every contact with its time, its work and its patience. */
import { drawGamma } from '../kernel/draw-gamma.ts'
import { drawNormal } from '../kernel/draw-normal.ts'
import type { Random } from '../kernel/random.ts'
import { intervalCountOf, type SimulatedCentre, type SimulatedQueue } from './simulated-centre.ts'

/** In columns, by time. The same traffic may be given to many staffings: common random numbers. */
export interface Traffic {
  readonly count: number
  readonly atSeconds: Float64Array
  readonly queue: Uint16Array
  /** Time of an operator, seconds. */
  readonly work: Float64Array
  /** Infinity where nobody gives up. */
  readonly patience: Float64Array
}

/** A Poisson stream whose rate is level within each interval, and rises or falls with the run. */
export function drawTraffic(centre: SimulatedCentre, random: Random): Traffic {
  const level = runLevel(centre.volumeCv, random)
  const drawn = columns(expectedContacts(centre) * level)
  const works = centre.queues.map((queue) => workDrawer(queue, random))
  for (let interval = 0; interval < intervalCountOf(centre); interval++) {
    drawInterval({ centre, interval, level, works, random }, drawn)
  }
  return drawn
}

interface GrowingTraffic {
  count: number
  atSeconds: Float64Array
  queue: Uint16Array
  work: Float64Array
  patience: Float64Array
}

function drawInterval(
  place: {
    readonly centre: SimulatedCentre
    readonly interval: number
    readonly level: number
    readonly works: readonly ((interval: number) => number)[]
    readonly random: Random
  },
  drawn: GrowingTraffic,
): void {
  const { centre, interval, random } = place
  const { queues, intervalSeconds } = centre
  const upTo = new Float64Array(queues.length)
  let total = 0
  queues.forEach(({ contacts }, index) => {
    total += place.level * (contacts[interval] as number)
    upTo[index] = total
  })
  if (total === 0) return
  const end = (interval + 1) * intervalSeconds
  const gap = intervalSeconds / total
  let at = interval * intervalSeconds
  for (;;) {
    at -= gap * Math.log(1 - random())
    if (at >= end) return
    const index = queues.length === 1 ? 0 : whichQueue(upTo, total * random())
    const { patienceSeconds } = queues[index] as SimulatedQueue
    if (drawn.count === drawn.atSeconds.length) grow(drawn)
    const n = drawn.count++
    drawn.atSeconds[n] = at
    drawn.queue[n] = index
    drawn.work[n] = (place.works[index] as (interval: number) => number)(interval)
    drawn.patience[n] =
      patienceSeconds === Infinity ? Infinity : -patienceSeconds * Math.log(1 - random())
  }
}

/** Draws the work of a contact that arrives in an interval. */
export function workDrawer(
  { handleSeconds, handleCv }: SimulatedQueue,
  random: Random,
): (interval: number) => number {
  if (handleCv === 1) {
    return (interval) => -(handleSeconds[interval] as number) * Math.log(1 - random())
  }
  if (handleCv === 0) return (interval) => handleSeconds[interval] as number
  const variance = Math.log1p(handleCv * handleCv)
  const sigma = Math.sqrt(variance)
  return (interval) =>
    (handleSeconds[interval] as number) * Math.exp(sigma * drawNormal(random) - variance / 2)
}

function runLevel(volumeCv: number, random: Random): number {
  if (volumeCv === 0) return 1
  const shape = 1 / volumeCv ** 2
  return drawGamma(random, shape) / shape
}

/** The first whose running total lies above; a line is quicker than halving for few queues. */
function whichQueue(upTo: Float64Array, drawn: number): number {
  let index = 0
  const last = upTo.length - 1
  while (index < last && (upTo[index] as number) <= drawn) index++
  return index
}

function expectedContacts({ queues }: SimulatedCentre): number {
  return queues.reduce((sum, { contacts }) => contacts.reduce((a, b) => a + b, sum), 0)
}

function columns(expected: number): GrowingTraffic {
  const room = Math.ceil(expected + 6 * Math.sqrt(expected) + 16)
  return {
    count: 0,
    atSeconds: new Float64Array(room),
    queue: new Uint16Array(room),
    work: new Float64Array(room),
    patience: new Float64Array(room),
  }
}

function grow(drawn: GrowingTraffic): void {
  const room = 2 * drawn.atSeconds.length
  const longer = (from: Float64Array): Float64Array => {
    const to = new Float64Array(room)
    to.set(from)
    return to
  }
  drawn.atSeconds = longer(drawn.atSeconds)
  drawn.work = longer(drawn.work)
  drawn.patience = longer(drawn.patience)
  const queue = new Uint16Array(room)
  queue.set(drawn.queue)
  drawn.queue = queue
}
