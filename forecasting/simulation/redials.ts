import type { Random } from '../kernel/random.ts'
import type { SimulatedQueue } from './simulated-centre.ts'

/**
 * Those who will try again if they give up. Whether they do is drawn when they begin to wait, so that
 * nothing has to happen at the moment in which somebody hangs up.
 */
export class Redials {
  private readonly queueOf: number[] = []
  private readonly isAnswered: boolean[] = []
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  /** A place in the list for somebody of the queue; -1 for somebody who would not try again. */
  register(queue: number, { redialShare }: SimulatedQueue): number {
    if (redialShare === 0 || this.random() >= redialShare) return -1
    this.isAnswered.push(false)
    return this.queueOf.push(queue) - 1
  }

  /** The pause between giving up and trying again. */
  pause({ redialSeconds }: SimulatedQueue): number {
    return -redialSeconds * Math.log(1 - this.random())
  }

  answer(redial: number): void {
    if (redial >= 0) this.isAnswered[redial] = true
  }

  /** The queue to call again; -1 for somebody who was answered after all. */
  due(redial: number): number {
    return this.isAnswered[redial] === true ? -1 : (this.queueOf[redial] as number)
  }
}
