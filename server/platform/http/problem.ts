import type { FastifyError, FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'

import type { Language } from '../db/column-types.ts'
import { isDatabaseAway } from '../db/connection.ts'
import { type MessageValues, languageOf, say } from '../i18n/messages.ts'
import { CONSTRAINTS, type ProblemCode, PROBLEMS } from './problem-catalogue.ts'
import { ref } from './ref.ts'
import { faultWords } from './validation-words.ts'

/** RFC 9457 problem details, the body of every response from 400 up. */
export const Problem = Type.Object(
  {
    type: Type.String({ format: 'uri-reference', description: 'Stable; clients branch on this.' }),
    title: Type.String({ description: "In the caller's language." }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.Optional(Type.String()),
    values: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
        description: 'The figures that the title speaks of.',
      }),
    ),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({ description: 'Where: a JSON pointer, or a row and column.' }),
          detail: Type.String(),
        }),
      ),
    ),
  },
  {
    $id: 'Problem',
    examples: [
      {
        type: '/problems/interval-empty',
        title: 'Конец интервала должен быть позже начала',
        status: 422,
      },
    ],
  },
)
export type Problem = Static<typeof Problem>

/** Goes under `default` in the `response` schema of every route. */
export const PROBLEM_RESPONSE = {
  description: 'Refused, or failed: see `type`',
  content: { 'application/problem+json': { schema: ref(Problem) } },
} as const

/** One place of what was refused, and why. */
export type ProblemPlace = NonNullable<Problem['errors']>[number]

export interface ProblemDetails {
  readonly detail?: string
  readonly values?: MessageValues
  readonly errors?: ProblemPlace[]
}

/** An expected refusal. Thrown anywhere in `server/`, turned into a response in one place. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? code)
    this.code = code
    this.details = details
  }
}

/** PostgreSQL's word for a date or an instant that it cannot keep, such as the day before the year 1. */
const DATE_OUT_OF_RANGE = '22008'

export function registerProblems(app: FastifyInstance): void {
  app.addSchema(Problem)
  app.setErrorHandler((error: FastifyError & { constraint?: string }, request, reply) => {
    const language = request.actor?.language ?? languageOf(request.headers['accept-language'])
    const problem = toProblem(error, language)
    if (problem.status >= 500) request.log.error({ err: error }, problem.type)
    return reply.code(problem.status).type('application/problem+json').send(problem)
  })
  app.setNotFoundHandler(async () => {
    throw new ProblemError('route-unknown')
  })
}

/** Words a refusal for its reader. Jobs use it too: theirs is kept and shown later. */
export function toProblem(
  error: Error & Partial<FastifyError> & { constraint?: string },
  language: Language,
): Problem {
  if (error instanceof ProblemError) return worded(error.code, language, error.details)
  const constraintCode = error.constraint === undefined ? undefined : CONSTRAINTS[error.constraint]
  if (constraintCode !== undefined) return worded(constraintCode, language)
  if (error.validation !== undefined) {
    const errors = error.validation.map((fault) => ({
      pointer: `${error.validationContext ?? ''}${fault.instancePath}`,
      detail: faultWords(fault, language),
    }))
    return worded('invalid-request', language, { errors })
  }
  if (isDatabaseAway(error)) return worded('database-away', language)
  if (error.code === DATE_OUT_OF_RANGE) return worded('date-out-of-range', language)
  // Fastify's own refusals: malformed JSON, a body too large, too many requests.
  const { statusCode = 500 } = error
  if (statusCode === 413) return worded('too-large', language)
  if (statusCode === 429) return worded('too-many-requests', language)
  if (statusCode < 500) {
    return { ...worded('invalid-request', language, { detail: error.message }), status: statusCode }
  }
  return worded('internal', language)
}

function worded(code: ProblemCode, language: Language, details: ProblemDetails = {}): Problem {
  const { status, title } = PROBLEMS[code]
  return {
    type: `/problems/${code}`,
    status,
    title: say(title, language, details.values),
    ...details,
  }
}
