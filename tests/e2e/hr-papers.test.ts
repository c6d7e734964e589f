import { readFile } from 'node:fs/promises'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs } from '#forecasting/kernel/units.ts'

import { accessibilityFaults, openBrowser, sidewaysOverflowPx } from '../support/browser.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'

const PHONE = { width: 390, height: 800 }
const DESK = { width: 1440, height: 900 }
/** The sample centre's: where this runs it may still be the year before. */
const YEAR = Number(localDateOf(Date.now() as EpochMs, 'Asia/Almaty').slice(0, 4))

let service: RunningService
let browser: Browser
let page: Page
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  const context = await browser.newContext({ baseURL: service.address, locale: 'ru-RU' })
  page = await context.newPage()
  await page.setViewportSize(DESK)
  await signIn(page, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const answer = async (): Promise<string> => (await page.locator('h1 + output').textContent()) ?? ''

/** The answer comes with its data, which takes its time on a busy machine. */
const PATIENTLY = { timeout: 15_000 }

/** What the browser is handed when a link or a button is used, as text of single bytes. */
async function download(use: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), use()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

describe("HR's papers", () => {
  it('show what comes due by month, week and kind, and leave as a calendar', async () => {
    await page.goto('/due-dates')
    await expect.poll(answer, PATIENTLY).toMatch(/Просрочено|В этот срок/)
    // The sample's people are assessed all through the year: some month ahead has a day to open.
    const marked = page.locator('button', { hasText: 'Оценка' }).first()
    for (let month = 0; month < 12 && (await marked.count()) === 0; month += 1) {
      await button('Позже').click()
      await page.waitForLoadState('networkidle')
    }
    await marked.click()
    // The address and what it opens follow the press.
    await page.getByRole('heading', { level: 3 }).first().waitFor()
    await expect
      .poll(() => new URL(page.url()).searchParams.get('day'), PATIENTLY)
      .toMatch(/^\d{4}-\d{2}-\d{2}$/)
    await page.getByLabel('Что').selectOption('assessment')
    await page.getByText('Неделя', { exact: true }).click()
    await page.getByText('Месяц', { exact: true }).click()
    const { name, bytes } = await download(async () =>
      page.getByRole('link', { name: 'ics' }).click(),
    )
    expect(name).toBe('due-dates.ics')
    expect(bytes.toString()).toMatch(/BEGIN:VCALENDAR[\s\S]*SUMMARY:Оценка компетенций/)
  })

  it('are a list on a phone, which scrolls no way but down', async () => {
    await page.setViewportSize(PHONE)
    await page.goto('/due-dates')
    await page.getByRole('heading', { name: 'По дням' }).waitFor()
    expect(await sidewaysOverflowPx(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
    await page.setViewportSize(DESK)
  })

  it('hold the audit package and a person, and who took them', async () => {
    await page.goto('/papers')
    const section = page.getByRole('region', { name: 'Материалы для аудита' })
    const print = await download(async () =>
      section.getByRole('button', { name: 'Скачать PDF' }).click(),
    )
    expect(print.name).toBe(`audit-${YEAR}.pdf`)
    expect(print.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    await section.getByLabel('Язык документа').selectOption('kk')
    const book = await download(async () =>
      section.getByRole('button', { name: 'Скачать Excel' }).click(),
    )
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK')
    await page.goto('/people')
    await page.getByRole('gridcell').first().click()
    await page.getByRole('region', { name: 'Личное дело' }).waitFor()
    const file = await download(async () => button('Скачать PDF').click())
    expect(file.name).toBe('person-file.pdf')
    await page.goto('/papers')
    const taken = page.getByRole('grid', { name: 'Кто что скачал' })
    await taken.getByText(/личное дело: /).waitFor()
    expect(await taken.getByText(`материалы для аудита за ${YEAR} год`).count()).toBe(2)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('ask the staff, take an answer once, and tell nothing of too few', async () => {
    await page.goto('/surveys')
    await expect.poll(answer, PATIENTLY).toContain('Опроса ещё не было')
    await button('Новый опрос').click()
    await page
      .getByLabel(/Русский/)
      .first()
      .fill('Зимний опрос')
    await button('Начать опрос').click()
    await expect.poll(answer, PATIENTLY).toMatch(/^Идёт опрос: ответили 0 из/)

    await page.setViewportSize(PHONE)
    await page.goto('/my/survey')
    await expect.poll(answer, PATIENTLY).toContain('ждёт 1 опрос')
    const questions = page.getByRole('group')
    for (let at = 0; at < (await questions.count()); at += 1) {
      await questions.nth(at).getByText('согласен', { exact: true }).click()
    }
    expect(await accessibilityFaults(page)).toEqual([])
    await button('Ответить').click()
    await page.getByText('Спасибо, ваш ответ учтён.').waitFor()
    expect(await button('Ответить').count()).toBe(0)
    await page.setViewportSize(DESK)

    await page.goto('/surveys')
    await expect.poll(answer, PATIENTLY).toMatch(/^Идёт опрос: ответили 1 из/)
    await button('Закрыть опрос').click()
    // One answer is fewer than five: neither a mean nor a share is told.
    await expect.poll(answer, PATIENTLY).toContain('слишком немногие')
    await button('Добавить меру').click()
    const form = page.getByRole('form', { name: 'Добавить меру' })
    await form.getByLabel('Что сделать').fill('Спросить ещё раз весной')
    await form.getByLabel('Ответственный').fill('Кадровик')
    await form.getByLabel('Срок').fill('2027-03-01')
    await form.getByRole('button', { name: 'Сохранить меру' }).click()
    await page.getByText('до 1 марта 2027').waitFor()
    await page.getByLabel('Что получилось').fill('Проведён')
    await button('Выполнено').click()
    await page.getByText(/выполнено .*: Проведён/).waitFor()
    expect(await page.getByText(/в среднем/).count()).toBe(0)
  })

  it('say how many people are needed, and how many more if more leave', async () => {
    await page.goto('/head-count')
    await page.getByRole('region', { name: 'По месяцам' }).waitFor(PATIENTLY)
    const before = await answer()
    await page.getByLabel('Текучесть, % в год').fill('60')
    await expect.poll(answer, PATIENTLY).not.toBe(before)
    expect(await answer()).toMatch(/не хватит/)
    expect(new URL(page.url()).searchParams.get('attritionPercent')).toBe('60')
  })

  it('propose whose data is kept no longer, and take the name away once HR confirms it', async () => {
    const headers = { origin: service.address }
    const person = {
      personnelNumber: 'K-900',
      fullName: 'Давно Ушедшая',
      siteCode: 'A',
      contractCode: 'FT40',
      hiredOn: '2015-01-01',
    }
    const made = await page.request.post('/api/v1/operators', { headers, data: person })
    const { person: added } = (await made.json()) as { person: { id: string } }
    const url = `/api/v1/operators/${added.id}`
    await page.request.patch(url, { headers, data: { leftOn: '2018-01-01' } })
    await page.goto('/papers')
    const retention = page.getByRole('region', { name: 'Срок хранения данных' })
    await retention.getByLabel('После увольнения, мес.').fill('60')
    await retention.getByLabel('Акт, который его устанавливает').fill('Приказ № 14')
    await retention.getByRole('button', { name: 'Установить срок' }).click()
    const proposal = retention.getByRole('listitem').filter({ hasText: 'Давно Ушедшая' })
    await proposal.getByRole('button', { name: 'Обезличить' }).click()
    await proposal.getByLabel('Табельный номер для подтверждения').fill('K-900')
    await proposal.getByLabel('Причина').fill('Срок истёк')
    expect(await accessibilityFaults(page)).toEqual([])
    await proposal.getByRole('button', { name: 'Обезличить навсегда' }).click()
    await retention.getByText(/обезличен\. Срок истёк/).waitFor()
    expect(await retention.getByText('Давно Ушедшая').count()).toBe(0)
    const card = (await (await page.request.get(url)).json()) as { person: { fullName: string } }
    expect(card.person.fullName).not.toBe(person.fullName)
  })

  it('test what somebody knows, for as long as is allowed, and leave the result on the card', async () => {
    const clocked = await page.context().newPage()
    await clocked.clock.install()
    const call = async (method: string, path: string, data: object) => {
      const headers = { origin: service.address }
      const answered = await page.request.fetch(`/api/v1${path}`, { method, data, headers })
      expect(answered.ok()).toBe(true)
      return answered.json()
    }
    const text = (words: string) => ({ kk: words, ru: words, en: words })
    for (const code of ['law-1', 'law-2', 'law-3', 'law-4']) {
      const options = [
        { text: text('Верно'), right: true },
        { text: text('Мимо'), right: false },
      ]
      await call('POST', '/questions', {
        code,
        competenceCode: '19.7',
        text: text(`${code}?`),
        options,
      })
    }
    const settings = { questionCount: 2, minutes: 10, passShare: 0.5, level: 3, attempts: 2 }
    await call('PUT', '/knowledge-tests/19.7', settings)
    const { operators } = await (await page.request.get('/api/v1/operators')).json()
    const [{ id, fullName }] = operators
    const me = await (await page.request.get('/api/v1/me')).json()
    await call('PATCH', `/operators/${id}`, { userId: me.id })
    const order = { competenceCode: '19.7', operatorIds: [id], dueOn: `${YEAR + 1}-12-31` }
    await call('POST', '/test-assignments', order)

    const own = (name: string | RegExp) => clocked.getByRole('button', { name })
    const result = clocked.locator('h1 + output')
    await clocked.setViewportSize(PHONE)
    await clocked.goto('/my/competence')
    await own('Начать (1 из 2)').click()
    await clocked.getByText('Вопрос 1 из 2').waitFor()
    expect(await clocked.getByRole('timer').textContent()).toMatch(/^(10:00|9:\d\d)$/u)
    expect(await accessibilityFaults(clocked)).toEqual([])
    // Nobody answers: when the time is over the attempt ends as it stands.
    await clocked.clock.fastForward('10:01')
    await expect.poll(() => result.textContent(), PATIENTLY).toBe('Не сдан: 0 из 2.')
    await clocked.goto('/my/competence')
    await own('Начать (2 из 2)').click()
    await clocked.getByLabel('Верно').check()
    await own('Дальше').click()
    await clocked.getByLabel('Мимо').check()
    await own('Завершить').click()
    // The pass mark is a half.
    await expect.poll(() => result.textContent(), PATIENTLY).toBe('Сдан: 1 из 2.')
    await clocked.close()

    await page.goto(`/people/${id}`)
    // Passed, but no level yet: somebody trained has to sign it.
    await page.getByText('Оценка (тест), черновик').waitFor()
    await page.goto('/knowledge-tests')
    const tests = page.getByRole('grid', { name: 'Кому назначено' })
    await tests.getByRole('row').filter({ hasText: fullName }).getByText('1 из 2').first().waitFor()
  })
})
