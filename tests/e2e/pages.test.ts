import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { accessibilityFaults, openBrowser, sidewaysOverflowPx } from '../support/browser.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn, weekPlanned } from '../support/sign-in.ts'

const PAGES = [
  '/history',
  '/forecast',
  '/requirement',
  '/schedule',
  '/settings',
  '/settings?section=queues',
  '/settings?section=calendar',
  '/users',
  '/audit',
  '/account',
  '/people',
  '/competences',
  '/assessments',
  '/catalogue',
  '/notices',
]
const WIDTHS = [1440, 390]
const SCHEMES = ['light', 'dark'] as const

let service: RunningService
let browser: Browser
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  const page = await browser.newPage({ baseURL: service.address, locale: 'ru-RU' })
  await signIn(page, service)
  await weekPlanned(page)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

describe.each(SCHEMES)('in the %s scheme', (colorScheme) => {
  describe.each(WIDTHS)('at %i px', (width) => {
    let context: BrowserContext
    let page: Page
    beforeAll(async () => {
      context = await browser.newContext({
        baseURL: service.address,
        colorScheme,
        locale: 'ru-RU',
        viewport: { width, height: 900 },
      })
      page = await context.newPage()
      await signIn(page, service)
    })
    afterAll(() => context.close())

    it.each(PAGES)('%s can be read by everybody, and fits its width', async (address) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await page.goto(address, { waitUntil: 'networkidle' })
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('')
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await sidewaysOverflowPx(page)).toBe(0)
      expect(errors).toEqual([])
    })
  })
})
