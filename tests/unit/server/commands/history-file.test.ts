import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { InputError } from '../../../../server/commands/command.ts'
import { readHistoryFile } from '../../../../server/commands/history-file.ts'

const HEADER = 'interval_start,queue,channel,offered,handled,aht_seconds'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'history-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(lines: readonly string[], zone = 'Asia/Almaty') {
  const file = path.join(folder, 'history.csv')
  await writeFile(file, `${[HEADER, ...lines].join('\n')}\n`)
  return readHistoryFile(file, zone)
}

describe('readHistoryFile', () => {
  it('reads an instant with an offset and a local time alike', async () => {
    const [withOffset] = await read(['2025-01-06T09:00:00+05:00,a,voice,3,2,100'])
    const [local] = await read(['2025-01-06T09:00:00,a,voice,3,2,100'])
    expect(local).toEqual(withOffset)
    expect([...(local?.startMs ?? [])]).toEqual([Date.UTC(2025, 0, 6, 4)])
    expect([...(local?.handleSeconds ?? [])]).toEqual([200])
  })

  // 2024-02-29 23:00 in Almaty came twice: at 17:00 UTC (UTC+6) and at 18:00 UTC (UTC+5).
  it('keeps both of the hours that the clock showed twice', async () => {
    const [history] = await read([
      '2024-02-29T23:00,a,voice,10,0,',
      '2024-02-29T23:00,a,voice,20,0,',
    ])
    expect([...(history?.startMs ?? [])]).toEqual([
      Date.UTC(2024, 1, 29, 17),
      Date.UTC(2024, 1, 29, 18),
    ])
    expect([...(history?.offered ?? [])]).toEqual([10, 20])
  })

  it('keeps channels of one name apart', async () => {
    const histories = await read(['2025-01-06T09:00,a,voice,3,0,', '2025-01-06T09:00,a,chat,5,0,'])
    expect(histories.map(({ channel, offered }) => [channel, ...offered])).toEqual([
      ['voice', 3],
      ['chat', 5],
    ])
  })

  it('adds up the languages of an interval, however alike, and counts them by local day', async () => {
    const file = path.join(folder, 'languages.csv')
    const lines = [
      'interval_start,queue,channel,offered,handled,aht_seconds,language,topic',
      '2025-01-06T23:30,a,voice,3,3,100,kk,',
      '2025-01-06T23:30,a,voice,3,3,100,Русский,Tax',
      '2025-01-07T00:00,a,voice,4,4,100,kk,',
    ]
    await writeFile(file, `${lines.join('\n')}\n`)
    const [history] = await readHistoryFile(file, 'Asia/Almaty')
    expect([...(history?.offered ?? [])]).toEqual([6, 4])
    expect([...(history?.handleSeconds ?? [])]).toEqual([600, 400])
    const [first, second] = history?.traits.language ?? []
    expect(first).toEqual({
      date: '2025-01-06',
      contacts: new Map([
        ['kk', 3],
        ['ru', 3],
      ]),
    })
    expect(second).toEqual({ date: '2025-01-07', contacts: new Map([['kk', 4]]) })
    expect(history?.traits.topic).toEqual([{ date: '2025-01-06', contacts: new Map([['Tax', 3]]) }])
  })

  it.each([
    { line: '2025-01-06T09:00,,voice,3,0,', names: /row 2, column queue/ },
    { line: '2025-01-06T09:00,a,voice,,0,', names: /row 2, column offered/ },
    { line: '2025-01-06T09:00,a,voice,-1,0,', names: /row 2, column offered/ },
    { line: '2025-01-06T09:00,a,voice,3,x,', names: /row 2, column handled/ },
    { line: 'yesterday,a,voice,3,0,', names: /row 2, column interval_start/ },
  ])('refuses "$line" and names the place', async ({ line, names }) => {
    await expect(read([line])).rejects.toThrow(InputError)
    await expect(read([line])).rejects.toThrow(names)
  })

  // Paris skipped 02:00–03:00 on 2025-03-30.
  it('refuses a local time that never was', async () => {
    await expect(read(['2025-03-30T02:30,a,voice,3,0,'], 'Europe/Paris')).rejects.toThrow(
      /interval_start/,
    )
  })

  it('refuses a file without rows, and one that is not there', async () => {
    await expect(read([])).rejects.toThrow(/has no rows/)
    await expect(readHistoryFile(path.join(folder, 'none.csv'), 'Asia/Almaty')).rejects.toThrow(
      /cannot be read/,
    )
  })
})
