import type { Page } from 'playwright-core'

import type { FirstSignIn } from './running-service.ts'

/** Signs in on the page, in Russian, and waits until the planner's page stands. */
export async function signIn(page: Page, { email, password }: FirstSignIn): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Электронная почта или логин').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  await page.getByRole('heading', { level: 1 }).waitFor()
}
