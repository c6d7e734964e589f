/**
 * How fast an agent works who holds several conversations at once: the speed profile of a chat queue.
 *
 * Speed j is what the agent gets done with j conversations, relative to one: a conversation pauses
 * while the client writes, and the others fill the pauses, but less and less of them. A profile
 * never falls and its steps never grow, as in J. Luo, J. Zhang, "Staffing and control of instant
 * messaging contact centers" (2013), and T. Tezcan, J. Zhang, "Routing and staffing in customer
 * service chat systems with impatient customers" (2014).
 */

/** Most conversations that one agent may hold. */
export const CHATS_MAX = 6

/**
 * The profile of a queue that has not measured its own: 1, 1.6 and 2 for the first three, and steps
 * that keep falling by a tenth beyond. A starting point, not a law: centres measure their own.
 */
const DEFAULT_SPEEDS = [1, 1.6, 2, 2.3, 2.5, 2.6] as const

/**
 * The speeds of an agent who may hold `concurrency` conversations.
 *
 * @param concurrency whole number, 1..6
 * @param own the queue's own profile, from one conversation on; what it lacks stays at its last speed
 */
export function chatSpeeds(concurrency: number, own?: readonly number[] | null): number[] {
  const profile = own === undefined || own === null || own.length === 0 ? DEFAULT_SPEEDS : own
  const last = profile.at(-1) ?? 1
  return Array.from({ length: concurrency }, (_, held) => profile[held] ?? last)
}

/**
 * How long a conversation would last with an agent who holds no other.
 *
 * The handle time in a history runs while the agent writes to others too, so it is longer. It is
 * taken as measured while agents held as many conversations as the cap on occupancy lets them hold,
 * `concurrency × maxOccupancy`, each of them then at its share of the agent's speed; between two
 * whole numbers the speed is in proportion, as it is when conversations are spread evenly.
 *
 * @param measuredSeconds mean handle time in the history; more than 0
 * @param maxOccupancy share of the slots in use, 0..1
 */
export function soloSeconds(
  measuredSeconds: number,
  speeds: readonly number[],
  maxOccupancy: number,
): number {
  const held = Math.max(1, speeds.length * maxOccupancy)
  const below = Math.floor(held)
  const slower = speeds[below - 1] ?? 1
  const faster = speeds[below] ?? slower
  return (measuredSeconds * (slower + (faster - slower) * (held - below))) / held
}
