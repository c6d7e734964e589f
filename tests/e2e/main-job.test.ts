import { DateTime } from 'luxon'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { lastWholeWeek, weekCsv } from '../support/history-csv.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'

/** A calculation may wait for a busy machine, but not for ever. */
const COMPUTED_WITHIN_MS = 280_000
const KEPT_WITHIN = { timeout: 30_000, interval: 250 }

let service: RunningService
let browser: Browser
let page: Page
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  const context = await browser.newContext({
    baseURL: service.address,
    locale: 'ru-RU',
    viewport: { width: 1440, height: 900 },
  })
  page = await context.newPage()
  await signIn(page, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

/** The planner's way from a history file to a published week, as its user walks it, in Russian. */
describe('the main job', () => {
  it('refuses a file with a broken count by row and column, and stores nothing of it', async () => {
    await page.goto('/history')
    const broken = weekCsv('voice-ru', lastWholeWeek()).replace(/,voice,\d+,/, ',voice,-5,')
    await chooseFile('broken.csv', broken)
    const refusal = page.getByRole('region', { name: 'Импорт файла broken.csv' })
    await refusal.getByRole('alert').waitFor()
    expect(await refusal.textContent()).toContain('Ничего не сохранено')
    expect(await refusal.getByRole('row').nth(1).textContent()).toMatch(/2.*offered/)
    await refusal.getByRole('button', { name: 'Убрать файл' }).click()
    expect(await layers()).toHaveLength(1)
  })

  it('imports a history whose queue has another name, after a dry run', async () => {
    await chooseFile('109.csv', weekCsv('Линия 109', lastWholeWeek()))
    const panel = page.getByRole('region', { name: 'Импорт файла 109.csv' })
    await panel.getByLabel('«Линия 109» в файле — это').selectOption('voice-ru')
    await panel.getByRole('button', { name: 'Проверить снова' }).click()
    await panel.getByText('Ничего не сохранено').waitFor()
    expect(await layers()).toHaveLength(1)
    expect(await accessibilityFaults(page)).toEqual([])
    await panel.getByRole('button', { name: 'Сохранить в историю' }).click()
    await page.getByText('Файл 109.csv сохранён: 336 интервалов.').waitFor()
    expect(await layers()).toHaveLength(2)
  })

  it('calls the forecast stale, and makes a new version of it', async () => {
    await page.goto('/forecast')
    await page.getByText('устарел').first().waitFor()
    await page.getByRole('button', { name: 'Новый прогноз' }).first().click()
    await page.getByLabel('Недель вперёд').fill('4')
    await page.getByRole('button', { name: 'Построить' }).click()
    await versionShown('2')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('computes the requirement of that forecast', async () => {
    await page.goto('/requirement')
    await page.getByRole('button', { name: 'Рассчитать по прогнозу 2' }).first().click()
    await versionShown('2')
    const answer = page.locator('h1 + output')
    await expect
      .poll(() => answer.textContent(), KEPT_WITHIN)
      .toMatch(/Больше всего .*: \d+ оператор/)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('generates a legal schedule, and keeps the best so far when it is stopped', async () => {
    await page.goto('/schedule')
    await page.getByRole('button', { name: 'Составить график' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Составить график смен' })
    await dialog.getByLabel('Лучше всего: перед публикацией').check()
    await dialog.getByRole('button', { name: 'Составить', exact: true }).click()
    const progress = page.getByRole('region', { name: 'Составление графика' })
    await progress.getByText('сейчас не хватает').waitFor({ timeout: COMPUTED_WITHIN_MS })
    await progress.getByRole('button', { name: 'Остановить' }).click()
    await progress
      .getByText('лучший из найденных графиков сохранён черновиком')
      .waitFor({ timeout: COMPUTED_WITHIN_MS })
    await expect
      .poll(() => newestSchedule(), { timeout: COMPUTED_WITHIN_MS, interval: 1000 })
      .toMatchObject({ version: 2, status: 'draft' })
    await page.goto(`/schedule?week=${(await newestSchedule()).fromDate}`)
    await page.getByRole('grid').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('mends the week when somebody is ill, and takes that back', async () => {
    const peopleCount = await page.getByRole('row').count()
    await page.getByRole('button', { name: 'Ещё' }).first().click()
    await page.getByRole('menuitem', { name: 'Отсутствие и замена' }).click()
    const drawer = page.getByRole('dialog', { name: /Отсутствие и замена/ })
    const ill = await personWithShift()
    await drawer.getByLabel('Кто').selectOption(ill.operatorId)
    await drawer.getByLabel('С какого дня').fill(ill.date)
    await drawer.getByRole('button', { name: 'Показать варианты' }).click()
    await drawer.getByRole('list', { name: /Варианты/ }).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await drawer.getByRole('button', { name: 'Показать в графике' }).first().click()
    const bar = page.getByRole('region', { name: 'Предложение' })
    await bar.getByRole('button', { name: 'Принять' }).click()
    await bar.waitFor({ state: 'hidden' })
    await expect.poll(() => leaveOf(ill.operatorId), KEPT_WITHIN).toContain(ill.date)
    await page.getByRole('button', { name: 'Отменить действие' }).first().click()
    await expect.poll(() => leaveOf(ill.operatorId), KEPT_WITHIN).not.toContain(ill.date)
    expect(await page.getByRole('row').count()).toBe(peopleCount)
  })

  it('asks once more when the notice of article 73 is too short, and publishes', async () => {
    const { fromDate, version } = await newestSchedule()
    await page.getByRole('button', { name: 'Опубликовать' }).click()
    const dialog = page.getByRole('dialog', { name: `Публикация версии ${version}` })
    await dialog.getByRole('button', { name: 'Опубликовать' }).click()
    if (daysUntil(fromDate) < 10) {
      await dialog.getByText('Трудовой кодекс, ст. 73 п. 3').waitFor()
      await dialog.getByRole('button', { name: 'Всё равно опубликовать' }).click()
    }
    await dialog.waitFor({ state: 'hidden' })
    expect(await newestSchedule()).toMatchObject({ version, status: 'published' })
    await page.getByText(/Опубликована .*Опубликованный график не меняют/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
  })
})

/** The page goes on to the newest version as soon as it is made. */
async function versionShown(version: string): Promise<void> {
  const choice = page.getByLabel('Версия', { exact: true })
  await expect
    .poll(() => choice.inputValue(), { timeout: COMPUTED_WITHIN_MS, interval: 1000 })
    .toBe(version)
}

async function chooseFile(name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').setInputFiles(file)
}

async function layers(): Promise<readonly unknown[]> {
  const answer = await page.request.get('/api/v1/imports')
  return ((await answer.json()) as { readonly imports: readonly unknown[] }).imports
}

interface NewestSchedule {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly fromDate: string
}

interface GridPart {
  readonly shifts: readonly { readonly operatorId: string; readonly startsAt: string }[]
  readonly operators: readonly { readonly id: string; readonly leave: readonly string[] }[]
}

async function newestGrid(): Promise<GridPart> {
  const { id } = await newestSchedule()
  return (await (await page.request.get(`/api/v1/schedules/${id}/grid`)).json()) as GridPart
}

/** Somebody with a shift, and its day in Almaty. */
async function personWithShift(): Promise<{ operatorId: string; date: string }> {
  const [shift] = (await newestGrid()).shifts
  if (shift === undefined) throw new Error('nobody works')
  const { operatorId, startsAt } = shift
  return { operatorId, date: DateTime.fromISO(startsAt, { zone: 'Asia/Almaty' }).toISODate() ?? '' }
}

async function leaveOf(operatorId: string): Promise<readonly string[]> {
  return (await newestGrid()).operators.find(({ id }) => id === operatorId)?.leave ?? []
}

async function newestSchedule(): Promise<NewestSchedule> {
  const answer = await page.request.get('/api/v1/schedules')
  const { schedules } = (await answer.json()) as { readonly schedules: readonly NewestSchedule[] }
  const [newest] = schedules.toSorted((a, b) => b.version - a.version)
  if (newest === undefined) throw new Error('there is no schedule')
  return newest
}

function daysUntil(date: string): number {
  const today = DateTime.now().setZone('Asia/Almaty').startOf('day')
  return DateTime.fromISO(date, { zone: 'Asia/Almaty' }).diff(today, 'days').days
}
