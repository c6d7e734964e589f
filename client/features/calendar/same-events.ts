import type { SpecialEvent } from './use-calendar.ts'

/** One thing that happened to several queues at once: one line for the reader. */
export interface EventGroup {
  readonly first: SpecialEvent
  readonly events: readonly SpecialEvent[]
}

/** Events of one kind, name and time together, in the order of the first of each. */
export function sameEvents(events: readonly SpecialEvent[]): EventGroup[] {
  const groups = new Map<string, SpecialEvent[]>()
  for (const event of events) {
    const { kind, name, from, to } = event
    const key = JSON.stringify([kind, name.kk, name.ru, name.en, from, to])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [event])
    else group.push(event)
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ first, events: group }]
  })
}
