import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { localDate } from '#forecasting/kernel/calendar.ts'
import { InputError, UsageError } from '#server/commands/command.ts'
import { rulesCommand } from '#server/commands/rules.command.ts'
import { readPlanningRows } from '#server/features/schedules/problem/planning.queries.ts'
import { rulesOf } from '#server/features/schedules/problem/rule-figures.ts'
import { openConnection } from '#server/platform/db/connection.ts'
import { migrate } from '#server/platform/db/migrate.ts'
import { inCenter, type Scope } from '#server/platform/db/scope.ts'

import { ownCentre } from '../../../support/own-centre.ts'

const FROM = '2099-01-05'
const BEFORE = '2098-12-29'

/** A rule as its file has it. */
// oxlint-disable-next-line typescript/no-explicit-any -- the tests change every part of it
type Loose = Record<string, any>

let folder: string
let scope: Scope
let set: { rules: Loose[] } & Record<string, unknown>
const database = () => ({ kind: 'embedded', folder: path.join(folder, 'data') }) as const

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kezek-rules-'))
  const connection = await openConnection(database())
  await migrate(connection.db)
  scope = await ownCentre(connection)
  await connection.close()
  vi.stubEnv('KEZEK_DATA', database().folder)
  vi.stubEnv('DATABASE_URL', '')
  set = JSON.parse(await readFile('fixtures/rules/kz-labour-rules.json', 'utf8'))
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** The rules of the set by these keys, changed. */
function changedSet(changes: Readonly<Record<string, (rule: Loose) => void>>) {
  const copy = structuredClone(set)
  copy.rules = copy.rules.filter(({ key }) => Object.hasOwn(changes, key as string))
  for (const rule of copy.rules) changes[rule['key'] as string]?.(rule)
  return copy
}

async function importing(content: unknown, ...more: readonly string[]) {
  const file = path.join(folder, 'rules.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  let printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  await rulesCommand.run(['import', file, '--center', 'own', '--from', FROM, ...more])
  return JSON.parse(printed)
}

async function planned(date: string) {
  const connection = await openConnection(database())
  const rows = await inCenter(connection.db, scope, (db) => readPlanningRows(db, localDate(date)))
  await connection.close()
  return rulesOf(rows)
}

const longerMeal = () =>
  changedSet({
    meal_break: (rule) => {
      rule['machine'].parameters.minMinutes = 45
      rule['value'] = 'one break >= 45 min'
    },
    overtime_day: (rule) => (rule['machine'].parameters.maxMinutesPerDayHarmful = 90),
  })

describe('kezek rules import', () => {
  it('finds nothing to do in the set that the centre began with', async () => {
    expect(await importing(set)).toMatchObject({
      stored: false,
      changed: [],
      untouched: [],
      houseRules: 5,
      faults: [],
    })
  })

  it('says beforehand what would change, what of it is only told, and what no longer keeps to it', async () => {
    const outcome = await importing(longerMeal(), '--dry-run')
    expect(outcome).toMatchObject({
      stored: false,
      changed: [
        {
          code: 'overtime_day',
          validFrom: FROM,
          isNew: false,
          figures: { maxMinutesPerDayHarmful: { from: 60, to: 90 } },
          toldOnly: ['maxMinutesPerDayHarmful'],
        },
        { code: 'meal_break', figures: { minMinutes: { from: 30, to: 45 } }, toldOnly: [] },
      ],
      houseRules: 0,
      faults: expect.arrayContaining([
        { pointer: 'house_meal_window: Shortest', detail: '30 min, at least 45 min (art. 81)' },
        { pointer: 'Shift S12: Breaks', detail: 'a meal lasts 45 min–1 h, here 30 min (art. 81)' },
      ]),
    })
    expect(outcome.untouched).toContain('inter_shift_rest')
    expect((await planned(FROM)).mealMinLenMin).toBe(30)
  })

  it('takes it over for the periods that begin on the day or later, once', async () => {
    expect((await importing(longerMeal())).stored).toBe(true)
    expect((await planned(BEFORE)).mealMinLenMin).toBe(30)
    expect((await planned(FROM)).mealMinLenMin).toBe(45)
    expect(await importing(longerMeal())).toMatchObject({ stored: false, unchanged: 2 })
  })

  it('lets a rule begin later than the others by its own day, and keeps one that it never heard of', async () => {
    const file = changedSet({
      six_day_norm: (rule) => (rule['key'] = 'of_tomorrow'),
      night: (rule) => Object.assign(rule['machine'], { validFrom: '2099-07-06', hard: false }),
    })
    const { changed } = await importing(file)
    expect(changed).toMatchObject([
      { code: 'of_tomorrow', isNew: true, validFrom: FROM },
      { code: 'night', isNew: false, validFrom: '2099-07-06', figures: {} },
    ])
  })

  it('refuses a set that it could not reckon with, naming rule and field, and stores nothing', async () => {
    const file = changedSet({
      inter_shift_rest: (rule) => (rule['machine'].parameters = { minRestHours: 11.5 }),
      daily_norm: (rule) => {
        rule['says'].en = 'At most {hours}'
        rule['says'].kk = ' '
      },
    })
    const refused = importing(file)
    await expect(refused).rejects.toThrow(InputError)
    const { type, errors } = JSON.parse(
      await refused.catch((error: unknown) => (error as Error).message),
    )
    expect(type).toBe('/problems/rule-set-refused')
    expect(errors).toEqual([
      { pointer: 'rules[0] daily_norm', detail: 'says.kk is empty' },
      { pointer: 'rules[0] daily_norm', detail: expect.stringMatching(/^says\.en: .*hours/) },
      {
        pointer: 'rules[1] inter_shift_rest',
        detail: 'parameters.minRestHours: Kezek knows no such figure of this rule (art. 83)',
      },
      {
        pointer: 'rules[1] inter_shift_rest',
        detail: 'parameters.minRestMinutes is missing (art. 83)',
      },
      {
        pointer: 'rules[1] inter_shift_rest',
        detail: 'parameters.minRestHours must be a whole number from 0 on, got 11.5',
      },
    ])
  })

  it('refuses what is no rule set, and a day that there is not', async () => {
    await expect(importing('{"format":"kezek-rules/2"}')).rejects.toThrow(
      /format must be one of kezek-rules\/1/,
    )
    await expect(importing('not JSON')).rejects.toThrow(InputError)
    await expect(
      rulesCommand.run(['import', 'x', '--center', 'own', '--from', '2099-02-30']),
    ).rejects.toThrow(UsageError)
    await expect(rulesCommand.run(['export'])).rejects.toThrow(UsageError)
  })
})
