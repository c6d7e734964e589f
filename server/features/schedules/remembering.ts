/**
 * Remembers what was answered for each key, for as long as the function lives: the thousands of shifts of
 * a schedule begin, pause and end at a few hundred instants, and to write or read an instant is dear.
 */
export function remembering<Key, Answer>(answer: (key: Key) => Answer): (key: Key) => Answer {
  const known = new Map<Key, Answer>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = answer(key)
    known.set(key, made)
    return made
  }
}
