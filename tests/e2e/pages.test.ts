import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  accessibilityFaults,
  adoptScheme,
  openBrowser,
  sidewaysOverflowPx,
} from '../support/browser.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'

const PAGES = [
  '/history',
  '/forecast',
  '/requirement',
  '/schedule',
  '/schedule/requests',
  '/schedule/shift-design',
  '/settings',
  '/settings?section=queues',
  '/settings?section=rules',
  '/settings?section=calendar',
  '/settings?section=shifts',
  '/settings?section=law',
  '/today',
  '/today/hours',
  '/today/alerts',
  '/today/exceptions',
  '/today/figures',
  '/today/policy',
  '/today/feeds',
  '/people',
  '/competences',
  '/assessments',
  '/training',
  '/catalogue',
  '/due-dates',
  '/head-count',
  '/papers',
  '/surveys',
  '/objections',
  '/notices',
  '/knowledge-tests',
  '/my/shifts',
  '/my/adherence',
  '/my/survey',
  '/my/competence',
  '/users',
  '/audit',
  '/account',
]
/** Addresses of hand and of long ago, with what their pages do not understand. */
const NONSENSE = [
  '/settings?section=nope',
  '/settings?section=law&find=%7B%22a%22%3A1%7D',
  '/schedule?week=2026-13-45&version=none',
  '/due-dates?at=2026-99-99&day=x',
  '/head-count?growthPercent=abc',
  '/audit?from=x&action=boom',
  '/people?search=%5B1%5D',
]
/** Colours hardly depend on the width, nor room on the colours: both ends of each are looked at once. */
const LOOKS = [
  { width: 1440, scheme: 'light' },
  { width: 390, scheme: 'dark' },
] as const

let service: RunningService
let browser: Browser
let page: Page
/** Beside the first: two pages are looked at in the time of one. */
let second: Page
const errors: string[] = []
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  const context = await browser.newContext({ baseURL: service.address, locale: 'ru-RU' })
  page = await context.newPage()
  second = await context.newPage()
  for (const one of [page, second]) {
    one.on('pageerror', (error) => errors.push(error.message))
  }
  await signIn(page, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

describe('every page', () => {
  const pairs = PAGES.flatMap((address, at) => (at % 2 === 0 ? [PAGES.slice(at, at + 2)] : []))

  it.each(pairs)(
    '%s and %s can be read by everybody in both schemes, and fit their width',
    async (...addresses) => {
      const faults = await Promise.all(
        addresses.map((address, at) => faultsOf(at === 0 ? page : second, address)),
      )
      expect(faults.flat().join('\n')).toBe('')
      expect(errors).toEqual([])
    },
  )
})

async function faultsOf(opened: Page, address: string): Promise<string[]> {
  await opened.goto(address, { waitUntil: 'networkidle' })
  const heading = await opened.getByRole('heading', { level: 1 }).textContent()
  const faults = heading === '' ? [`${address} has no heading`] : []
  for (const { width, scheme } of LOOKS) {
    // The page follows the window and the system while it is open, as a user's does.
    await opened.setViewportSize({ width, height: 900 })
    await adoptScheme(opened, scheme)
    const where = `${address}, ${width} px, ${scheme}: `
    faults.push(...(await accessibilityFaults(opened)).map((fault) => where + fault))
    const overflowPx = await sidewaysOverflowPx(opened)
    if (overflowPx > 0) faults.push(`${where}sticks out by ${overflowPx} px`)
  }
  return faults
}

describe('an address with nonsense in it', () => {
  it.each(NONSENSE)('%s opens its page as if nothing had been asked', async (address) => {
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('')
    expect(await page.getByRole('alert').allTextContents()).toEqual([])
    if (address.startsWith('/settings?section=nope')) {
      await page.getByRole('tab', { selected: true }).waitFor()
    }
    expect(errors).toEqual([])
  })
})

describe('the forecast page', () => {
  it('says of any day why, and of any year how many', async () => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto('/forecast', { waitUntil: 'networkidle' })
    const why = page.getByRole('region', { name: 'Почему столько?' })
    const before = await why.getByLabel('Разбираемый день').inputValue()
    await why.getByRole('button', { name: 'Следующий день' }).click()
    await page.waitForURL((url) => url.searchParams.get('day') !== null)
    expect(await why.getByLabel('Разбираемый день').inputValue()).not.toBe(before)
    await why.getByRole('gridcell', { name: 'Прогноз дня' }).waitFor()
    const outlook = page.getByRole('region', { name: 'Сколько через год-два?' })
    await outlook.getByLabel('Рост, % в год').fill('20')
    await outlook.getByText('По сценарию:').waitFor()
    expect(errors).toEqual([])
  })
})

describe('the history page', () => {
  it('lets a planner decide what to make of a finding, and take it back', async () => {
    await page.goto('/history', { waitUntil: 'networkidle' })
    const quality = page.getByRole('region', { name: 'Что может быть не так с историей?' })
    await quality.getByRole('gridcell', { name: 'Пропуск' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Принять решение' }).click()
    await dialog.getByText('Укажите причину: о ней спросят').waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await dialog.getByLabel('Причина').fill('Обновляли станцию, звонили как всегда')
    await dialog.getByRole('button', { name: 'Принять решение' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const decided = quality.getByRole('switch', { name: /Как обычный день/u })
    expect(await decided.isChecked()).toBe(true)
    await decided.click({ force: true })
    await quality.getByText('выключено').waitFor()
    expect(errors).toEqual([])
  })
})
