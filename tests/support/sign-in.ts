import type { Page } from 'playwright-core'

import type { RunningService } from './running-service.ts'

/** Signs in on the page, in Russian, and waits until the planner's page stands. */
export async function signIn(page: Page, { email, password }: RunningService): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Электронная почта или логин').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.getByRole('heading', { level: 1 }).waitFor()
}

const PLANNED_WITHIN_MS = 380_000
const ASK_EVERY_MS = 1000

/** Waits until the sample's week has gone through the whole pipeline; the page is signed in. */
export async function weekPlanned(page: Page): Promise<void> {
  const until = Date.now() + PLANNED_WITHIN_MS
  while (Date.now() < until) {
    const answer = await page.request.get('/api/v1/schedules')
    const { schedules } = (await answer.json()) as { readonly schedules: readonly unknown[] }
    if (schedules.length > 0) return
    await page.waitForTimeout(ASK_EVERY_MS)
  }
  throw new Error('the sample week was not planned in time')
}
