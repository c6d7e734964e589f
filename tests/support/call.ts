import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'

import type { Scope } from '#server/platform/db/scope.ts'

import type { TestApp } from './test-app.ts'

type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'

/** Who asks: a role of the centre, or nobody who has signed in. */
type Asker = string | null

type Call<Answer> = (method: Method, url: string, payload?: object, role?: Asker) => Promise<Answer>

interface Answer {
  readonly status: number
  /** Null where the answer has none. */
  // oxlint-disable-next-line typescript/no-explicit-any -- the tests look into every shape of answer
  readonly body: any
}

/** Calls the API as one role unless a call names another; the service may be started later. */
export function callAs(usual: Asker, service: () => TestApp): Call<LightMyRequestResponse> {
  return async (method, url, payload, role = usual) =>
    service().app.inject({
      method,
      url: `/api/v1${url}`,
      headers: role === null ? {} : { 'x-role': role },
      ...(payload === undefined ? {} : { payload }),
    })
}

/** As `callAs`, with the answer read. */
export function answerAs(usual: Asker, service: () => TestApp): Call<Answer> {
  const call = callAs(usual, service)
  return async (...order) => {
    const response = await call(...order)
    return {
      status: response.statusCode,
      body: response.body === '' ? null : response.json(),
    }
  }
}

/** What a job gives that an order was answered with, once it has ended well. */
export async function resultOf(
  { jobs }: TestApp,
  scope: Scope,
  job: { readonly id: string },
): Promise<Record<string, string>> {
  expect(job).toMatchObject({ id: expect.any(String) })
  const row = await jobs.waitFor(scope, job.id)
  expect(row.problem).toBeNull()
  return row.result as Record<string, string>
}
