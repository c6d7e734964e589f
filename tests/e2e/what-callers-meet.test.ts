import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'

/** A calculation may wait for a busy machine, but not for ever. */
const COMPUTED_WITHIN_MS = 280_000

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

/** Is the requirement right, and does the published week keep its promises? The planner tries both, in Russian. */
describe('what callers will meet', () => {
  it('sizes the groups of an interval, with fewer people than the queues need alone', async () => {
    await page.goto('/requirement?queue=all')
    const [busiest] = await busiestInterval()
    const table = page.getByRole('grid', { name: 'Потребность в цифрах' })
    await openRow(table, busiest)
    const panel = page.getByRole('region', { name: /^По группам умений:/ })
    await panel.getByRole('button', { name: 'Подобрать группы' }).click()
    const answer = panel.getByText(/чел\. на линии/)
    await answer.waitFor({ timeout: COMPUTED_WITHIN_MS })
    const [agents = 0, alone = 0] = wholeNumbers(await answer.textContent())
    expect(agents).toBeGreaterThan(0)
    expect(agents).toBeLessThanOrEqual(alone)
    const groups = panel.getByRole('table', { name: 'Нужно по группам' })
    const needed = await groups.locator('tbody tr td:nth-child(2)').allTextContents()
    const sum = needed.flatMap(wholeNumbers).reduce((a, b) => a + b, 0)
    expect(sum).toBe(agents)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('keeps what was sized for whoever looks next', async () => {
    await page.reload({ waitUntil: 'networkidle' })
    const [busiest] = await busiestInterval()
    await openRow(page.getByRole('grid', { name: 'Потребность в цифрах' }), busiest)
    const panel = page.getByRole('region', { name: /^По группам умений:/ })
    await panel.getByText(/чел\. на линии/).waitFor()
    expect(await panel.getByRole('button', { name: 'Подобрать заново' }).isVisible()).toBe(true)
  })

  it('simulates the published week: waits, losses, and the chance of every day', async () => {
    const { id, fromDate } = await publishedSchedule()
    await page.goto(`/schedule?week=${fromDate}`, { waitUntil: 'networkidle' })
    const section = page.getByRole('region', { name: 'Что встретят обратившиеся' })
    await section.getByText('Этот график ещё не проверен на потоке обращений').waitFor()
    await section.getByRole('button', { name: 'Проверить график на потоке обращений' }).click()
    await section.getByText(/^Ждать будут в среднем/).waitFor({ timeout: COMPUTED_WITHIN_MS })
    const tiles = section.getByRole('list', { name: 'Вероятность сдержать обещание по дням' })
    // The seven days, and the week as a whole.
    expect(await tiles.getByRole('listitem').count()).toBeGreaterThanOrEqual(7)
    expect(await accessibilityFaults(page)).toEqual([])
    const { simulation } = await (
      await page.request.get(`/api/v1/schedules/${id}/simulation`)
    ).json()
    expect(simulation.staleBecause).toEqual([])
    expect(simulation.runs).toBe(200)
  })

  it('shows another measure of the same simulation', async () => {
    const section = page.getByRole('region', { name: 'Что встретят обратившиеся' })
    await section.getByText('Потеряно', { exact: true }).first().click()
    const heading = section.getByText(/Потеряно, %/).first()
    await heading.waitFor()
    expect(await heading.isVisible()).toBe(true)
  })
})

/** The interval of the requirement that needs most people, and where it stands in the table. */
async function busiestInterval(): Promise<[number, number]> {
  const { requirements } = await (await page.request.get('/api/v1/requirements')).json()
  const [{ id, fromDate }] = requirements
  const { queues } = await (await page.request.get('/api/v1/queues')).json()
  const from = new Date(`${fromDate}T00:00:00+05:00`)
  const to = new Date(from.getTime() + 7 * 86_400_000)
  const totals = new Map<number, number>()
  for (const queue of queues) {
    const params = { queueId: queue.id, from: from.toISOString(), to: to.toISOString() }
    const answer = await page.request.get(`/api/v1/requirements/${id}/points`, { params })
    for (const { startsAt, agents } of (await answer.json()).points) {
      const at = Date.parse(startsAt)
      totals.set(at, (totals.get(at) ?? 0) + agents)
    }
  }
  const starts = [...totals.keys()].toSorted((a, b) => a - b)
  const most = Math.max(...totals.values())
  const row = starts.findIndex((at) => totals.get(at) === most)
  return [row, most]
}

/** Travels down a table of which only a part is drawn, and opens a row. */
async function openRow(table: Locator, row: number): Promise<void> {
  await table.getByRole('gridcell').first().click()
  // The first click has opened the first row; the cell keeps the focus.
  for (let at = 0; at < row; at++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

async function publishedSchedule(): Promise<{ readonly id: string; readonly fromDate: string }> {
  const { schedules } = await (await page.request.get('/api/v1/schedules')).json()
  const [{ id, fromDate }] = schedules
  const answer = await page.request.post(`/api/v1/schedules/${id}/publish`, {
    data: { confirmShortNotice: true },
    headers: { origin: service.address },
  })
  if (!answer.ok()) throw new Error(await answer.text())
  return { id, fromDate }
}

function wholeNumbers(text: string | null): number[] {
  return [...(text ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits))
}
