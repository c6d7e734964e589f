import { isAhead } from '../ingest/clock-ahead.ts'
import { CONTACT_STAGES, type FeedContact } from '../ingest/feeds.schema.ts'

/** How far a contact has come; a later word of an earlier stage says nothing. */
function stageRank(stage: FeedContact['stage']): number {
  return CONTACT_STAGES.indexOf(stage)
}

/**
 * Every contact of a batch once, at the furthest stage that is told of it, with whatever any word of it
 * knew; of two handle times the longer one, for it was said when more of the work was done.
 */
export function furthestContacts(contacts: readonly FeedContact[]): FeedContact[] {
  const furthest = new Map<string, FeedContact>()
  for (const contact of contacts) {
    const known = furthest.get(contact.id)
    furthest.set(contact.id, known === undefined ? contact : joined(known, contact))
  }
  return [...furthest.values()]
}

function joined(known: FeedContact, said: FeedContact): FeedContact {
  const [behind, ahead] =
    stageRank(said.stage) >= stageRank(known.stage) ? [known, said] : [said, known]
  const handled = [behind.handleSeconds, ahead.handleSeconds].filter((one) => one !== undefined)
  return {
    ...behind,
    ...ahead,
    // The first word of it saw it come.
    at: known.at,
    queue: known.queue,
    ...(handled.length === 0 ? {} : { handleSeconds: Math.max(...handled) }),
  }
}

/** Contacts that are said to come later, by a clock that is ahead, came when they were told of. */
export function heldToNow(contacts: readonly FeedContact[], nowMs: number): FeedContact[] {
  const now = new Date(nowMs).toISOString()
  return contacts.map((one) => (isAhead(Date.parse(one.at), nowMs) ? { ...one, at: now } : one))
}
