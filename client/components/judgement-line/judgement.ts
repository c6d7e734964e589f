/** What somebody found about one competence, as a form has it; a level that is empty judges nothing. */
export interface Judgement {
  readonly level: string
  readonly evidence: string
}

/** What is sent: the competences that were judged, and no others. */
export function resultsOf(judgements: Readonly<Record<string, Judgement>>) {
  return Object.entries(judgements)
    .filter(([, { level }]) => level !== '')
    .map(([code, { level, evidence }]) => ({
      code,
      level: Number(level),
      evidence: evidence.trim(),
    }))
}
