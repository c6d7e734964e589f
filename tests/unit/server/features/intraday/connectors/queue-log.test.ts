import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { followFile } from '#server/features/intraday/connectors/follow-file.ts'
import { QueueLogMembers } from '#server/features/intraday/connectors/queue-log-members.ts'

const statesOf = (...lines: readonly string[]): string[] => {
  const members = new QueueLogMembers()
  return lines.flatMap((line) => members.hear(line)).map(({ agent, state }) => `${agent} ${state}`)
}

/** Forms of lines: `integrations` notes read from `app_queue.c`, and public excerpts. */
describe('QueueLogMembers', () => {
  it('follows a conversation, and the pause that was pressed during it', () => {
    expect(
      statesOf(
        '1596510480|CLI|sales|SIP/1|ADDMEMBER|',
        '1596510500|c1|sales|SIP/1|CONNECT|36|1266834033.87|3',
        '1596510510|NONE|sales|SIP/1|PAUSE|meal',
        '1596510520|c1|sales|SIP/1|COMPLETEAGENT|36|20|1',
        '1596512000|NONE|sales|SIP/1|UNPAUSE|meal',
      ),
    ).toEqual(['SIP/1 ready', 'SIP/1 on_contact', 'SIP/1 meal', 'SIP/1 ready'])
  })

  it('takes an unknown reason for a pause, and says every queue’s pause once', () => {
    expect(
      statesOf(
        '1596510480|NONE|NONE|SIP/1|PAUSEALL|because',
        '1596510480|NONE|sales|SIP/1|PAUSE|because',
        '1596510480|NONE|support|SIP/1|PAUSE|because',
      ),
    ).toEqual(['SIP/1 paused'])
  })

  it('takes a member to be gone after the last queue', () => {
    expect(
      statesOf(
        '1|CLI|a|SIP/1|ADDMEMBER|',
        '1596510480|CLI|a|SIP/1|ADDMEMBER|',
        '1596510481|CLI|b|SIP/1|ADDMEMBER|PAUSED',
        '1596510482|CLI|a|SIP/1|REMOVEMEMBER|',
        '1596510483|CLI|b|SIP/1|REMOVEMEMBER|',
      ),
    ).toEqual(['SIP/1 ready', 'SIP/1 paused', 'SIP/1 logged_off'])
  })

  it('knows nobody after a restart, and says a missed offer', () => {
    expect(
      statesOf(
        '1596510480|CLI|a|SIP/1|ADDMEMBER|',
        '1596510490|c|a|SIP/1|RINGNOANSWER|1000',
        '1596513628|NONE|NONE|NONE|QUEUESTART|',
        '1596513630|c|a|NONE|ENTERQUEUE||7000|1',
      ),
    ).toEqual(['SIP/1 ready', 'SIP/1 not_responding', 'SIP/1 restarted'])
  })

  it('gives a line that is read again the same id, and its time in UTC', () => {
    const line = '1596510480|CLI|sales|SIP/1|ADDMEMBER|'
    const [one] = new QueueLogMembers().hear(line)
    const [two] = new QueueLogMembers().hear(line)
    expect(one).toEqual(two)
    expect(one?.at).toBe('2020-08-04T03:08:00.000Z')
  })
})

describe('followFile', () => {
  let folder: string
  let file: string
  let stopped: AbortController
  let lines: string[]
  let running: Promise<void>

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-follow-'))
    file = path.join(folder, 'queue_log')
    stopped = new AbortController()
    lines = []
    await writeFile(file, 'one\ntwo\nhal')
    const listener = {
      lines: (more: readonly string[]) => void lines.push(...more),
      alive: () => undefined,
      trouble: () => undefined,
    }
    running = followFile(file, listener, stopped.signal, 5)
  })
  afterEach(async () => {
    stopped.abort()
    await running
    await rm(folder, { recursive: true })
  })
  const heard = (expected: readonly string[]) =>
    vi.waitFor(() => expect(lines).toEqual(expected), { timeout: 10_000 })

  it('reads from the beginning, and a line when its end is written', async () => {
    await heard(['one', 'two'])
    await appendFile(file, 'f\nthree\n')
    await heard(['one', 'two', 'half', 'three'])
    expect(lines).toHaveLength(4)
  })

  it('goes on with the file that takes its place, and loses no line of the old one', async () => {
    await heard(['one', 'two'])
    await rename(file, `${file}.1`)
    // Longer than a look: for a while there is no file under the name.
    await sleep(50)
    await appendFile(`${file}.1`, 'f\nlast\n')
    await writeFile(file, 'new\n')
    await heard(['one', 'two', 'half', 'last', 'new'])
    expect(lines).toHaveLength(5)
  })

  it('begins again when the file was emptied', async () => {
    await heard(['one', 'two'])
    await truncate(file)
    await vi.waitFor(async () => {
      await writeFile(file, 'a\n')
      expect(lines).toContain('a')
    }, 10_000)
  })
})
