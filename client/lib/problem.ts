import { isMessageKey, type MessageKey } from './i18n/catalogue.ts'
import type { MessageValues, Translate } from './i18n/translate.ts'

/** RFC 9457, as the server sends it. */
export interface ProblemView {
  /** Stable, e.g. `/problems/queue-unknown`: the client branches on it. */
  readonly type: string
  /** Already in the reader's language. */
  readonly title: string
  readonly status: number
  readonly detail?: string | undefined
  /** The figures that the title speaks of. */
  readonly values?: MessageValues | undefined
  readonly errors?: readonly ProblemPlace[] | undefined
}

/** One place of the input that was refused, and why. */
export interface ProblemPlace {
  readonly pointer: string
  readonly detail: string
}

/** What went wrong, where, and what the reader can do about it. */
export interface ProblemText {
  readonly text: string
  readonly nextStep: string
  readonly places: readonly ProblemPlace[]
}

const PREFIX = '/problems/'

/** The problem that stands for no answer at all. Its words are the client's alone. */
export const UNREACHABLE: ProblemView = {
  type: '/problems/unreachable',
  title: 'The server cannot be reached',
  status: 503,
}

/**
 * Words for a problem. The client's own are used where it has some for the `type`; otherwise the
 * server's title is, which comes in the reader's language. The next step is always the client's.
 */
export function problemText(problem: ProblemView, t: Translate): ProblemText {
  if (isMisaddressed(problem)) {
    return { text: t('missing.title'), nextStep: t('missing.next'), places: [] }
  }
  const code = problem.type.startsWith(PREFIX) ? problem.type.slice(PREFIX.length) : problem.type
  const textKey = `problem.${code}`
  const nextKey = `problem.${code}.next`
  return {
    text: isMessageKey(textKey) ? t(textKey, problem.values) : problem.title,
    nextStep: t(isMessageKey(nextKey) ? nextKey : generalNextStep(problem.status), problem.values),
    places: problem.errors ?? [],
  }
}

/** An address that nothing can have, as `/people/x`: what the schema says of it helps nobody. */
function isMisaddressed({ type, errors = [] }: ProblemView): boolean {
  const isOfPath = errors.length > 0 && errors.every(({ pointer }) => pointer.startsWith('params/'))
  return type === `${PREFIX}invalid-request` && isOfPath
}

function generalNextStep(status: number): MessageKey {
  if (status === 401) return 'problem.next.signIn'
  if (status === 403) return 'problem.next.askAdministrator'
  if (status === 404 || status === 409 || status === 412) return 'problem.next.refresh'
  return status >= 500 ? 'problem.next.retryLater' : 'problem.next.correct'
}
