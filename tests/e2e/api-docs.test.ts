import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Connection, openInMemory } from '#server/platform/db/connection.ts'
import { migrate } from '#server/platform/db/migrate.ts'

import { openBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { type SessionApp, sessionApp } from '../support/session-app.ts'

let connection: Connection
let service: SessionApp
let browser: Browser
let address: string

beforeAll(async () => {
  connection = await openInMemory()
  await migrate(connection.db)
  service = await sessionApp(connection)
  address = await service.app.listen({ host: '127.0.0.1', port: await freePort() })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await service.close()
  await connection.close()
})

it('browses the API at /api/docs, with nothing refused by the content policy', async () => {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(`${address}/api/docs`)
  await page.getByRole('heading', { name: /Kezek/ }).waitFor()
  await page.locator('#operations-users-addUser').click()
  // The example of the body, out of the document.
  await page.getByText('shift@centre.example').first().waitFor()
  await page.screenshot({ path: 'screenshots/api-docs.png' })
  expect(faults).toEqual([])
})
