import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'

import { fetchClient } from '../../../../client/lib/api.ts'
import {
  beginSession,
  forgetSession,
  resumeSession,
  sessionResumed,
  useSessionEnded,
} from '../../../../client/lib/session-end.ts'

const answers = (...statuses: readonly number[]) => {
  const sent: string[] = []
  const left = [...statuses]
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(await request.text())
    return Response.json({}, { status: left.shift() ?? 200 })
  })
  return sent
}
const send = async () => {
  const { response } = await fetchClient.PATCH('/api/v1/me', { body: { language: 'kk' } })
  return response.status
}

afterEach(() => {
  forgetSession()
  vi.unstubAllGlobals()
})

function Told() {
  return <p>{useSessionEnded() ? 'ended' : 'goes on'}</p>
}

it('sends again what the end of a session had refused, body and all', async () => {
  const sent = answers(401, 200)
  beginSession()
  const status = send()
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  // A page that is opened meanwhile does not make the session go on.
  beginSession()
  expect(sent).toHaveLength(1)
  resumeSession()
  expect(await status).toBe(200)
  expect(sent).toEqual(['{"language":"kk"}', '{"language":"kk"}'])
})

it('lets the refusal stand where nobody had signed in, and once the session is given up', async () => {
  answers(401, 401)
  expect(await send()).toBe(401)
  beginSession()
  const status = send()
  forgetSession()
  expect(await status).toBe(401)
})

it('says that the session has ended while requests wait', async () => {
  render(<Told />)
  beginSession()
  expect(screen.getByText('goes on')).toBeDefined()
  await act(async () => void sessionResumed())
  expect(screen.getByText('ended')).toBeDefined()
  await act(async () => resumeSession())
  expect(screen.getByText('goes on')).toBeDefined()
})
