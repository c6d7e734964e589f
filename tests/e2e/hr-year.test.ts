import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openBrowser } from '../support/browser.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'

const PEOPLE_FILE = [
  'Табельный номер;ФИО;Площадка;Договор;Дата приёма',
  'N-1;Новенькая Дана;A;FT40;01.09.2026',
  'N-2;Опечатка Олег;Z;FT40;вчера',
].join('\n')

let service: RunningService
let browser: Browser
let page: Page
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  page = await browser.newPage({ baseURL: service.address, locale: 'ru-RU' })
  await signIn(page, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const answer = async (): Promise<string> => (await page.locator('h1 + output').textContent()) ?? ''

/** Yesterday morning, as a field for date and time takes it. */
function yesterday(): string {
  return `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T10:00`
}

/** The newcomer is judged in one competence, and both sides sign. */
async function assess(competence: string, level: string): Promise<void> {
  await page.goto('/assessments')
  await page.getByRole('gridcell', { name: 'Новенькая Дана' }).click()
  const form = page.getByRole('form', { name: 'Начать оценку' })
  await form.getByLabel('Подтверждение', { exact: true }).fill('Прослушано 10 разговоров')
  await form.getByLabel(`${competence}: уровень`).selectOption(level)
  await button('Сохранить черновик').click()
  await button('Подписать').click()
  await button('Сотрудник согласен').click()
  await button('Сотрудник согласен').waitFor({ state: 'detached' })
}

describe("HR's year", () => {
  it('begins with what positions ask for, and who answers for a function of п. 17', async () => {
    await page.goto('/catalogue')
    await button('Добавить профиль').click()
    await page.getByLabel('Код', { exact: true }).fill('planner')
    await page.getByLabel(/Русский/).fill('Планировщик')
    await page.getByLabel('Функция п. 17').selectOption('17.5')
    await button('Сохранить').click()
    await page.getByLabel('Назначить человека').selectOption({ index: 1 })
    await button('Есть подписанный лист').click()
    await page.getByText(/ознакомлен \d/).waitFor()
    // Five of the six functions are left.
    await expect.poll(answer).toBe('Нет: у 5 функций нет компетентного ответственного.')
  })

  it('takes people from a file, and names the row and the column of what is wrong', async () => {
    await page.goto('/people')
    await button('Файлы').click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(PEOPLE_FILE),
    })
    const faults = page.getByRole('grid', { name: 'Ошибки в файле' })
    await faults.getByText('«вчера» не дата').waitFor()
    await faults.getByText('В центре нет «Z»').waitFor()
    await button('Сохранить 1 строку без ошибок').click()
    await page.getByText('«people.csv» сохранён').waitFor()
    await page.getByLabel('Имя или номер').fill('дана')
    await page.getByRole('gridcell', { name: 'Новенькая Дана' }).click()
    await page.getByText(/в график не поставят/).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/people\/[0-9a-f-]{36}$/)
  })

  it('assesses the newcomer, by both signatures', async () => {
    await page.goto('/assessments')
    await page.getByLabel('Дата обучения: Планировщик').fill('2026-01-15')
    await page.getByLabel('Документ, номер, дата: Планировщик').fill('Удостоверение № 8')
    await button('Назначить').click()
    await page.getByText(/обучен 15 января 2026/).waitFor()
    await assess('умение слушать', '4')
    await page.goto('/competences')
    await page.getByLabel('ФИО').fill('Дана')
    await page.getByRole('gridcell', { name: /^умение слушать: уровень 4/ }).click()
    await page.getByText('Прослушано 10 разговоров').waitFor()
    expect(await page.getByText('Прослушано 10 разговоров').count()).toBe(1)
  })

  it('goes from a gap to a plan, a session, a certificate, and the next assessment', async () => {
    await page.goto('/catalogue')
    await button('Добавить профиль').click()
    await page.getByLabel('Код', { exact: true }).fill('operator')
    await page.getByLabel(/Русский/).fill('Оператор')
    await page.getByLabel('Добавить компетенцию').selectOption('19.6')
    await button('Сохранить').click()
    const profile = page.getByRole('listitem').filter({ hasText: 'Оператор' })
    await profile.getByLabel('Назначить человека').selectOption({ label: 'Новенькая Дана' })
    await profile.getByText(/Новенькая Дана, с/).waitFor()

    await page.goto('/training')
    await button('Добавить курс').click()
    const course = page.getByRole('form', { name: 'Курс' })
    await course.getByLabel('Код', { exact: true }).fill('conflicts')
    await course.getByLabel(/Русский/).fill('Работа с конфликтами')
    await course.getByLabel('Программа').fill('Приёмы снижения напряжения')
    await course.getByLabel('Зачёт от, %').fill('80')
    await course.getByLabel('Компетенция').selectOption('19.6')
    await button('Сохранить').click()
    await page.getByText('зачёт от 80,0').waitFor()
    await page.getByLabel('Имя или номер').fill('дана')
    await page.getByRole('gridcell', { name: 'Новенькая Дана' }).click()
    await page.getByRole('button', { name: 'Запланировать', exact: true }).click()
    await page.getByRole('region', { name: 'Планы развития' }).getByText('Новенькая Дана').waitFor()

    await button('Назначить занятие').click()
    const form = page.getByRole('form', { name: 'Назначить занятие' })
    await form.getByText('Новенькая Дана, N-1').first().waitFor()
    await form.getByLabel('Начало').fill(yesterday())
    await form.getByLabel('Тренер').fill('Тренер центра')
    await form.getByRole('button', { name: 'Назначить', exact: true }).click()
    await button('Результаты').click()
    await page.getByLabel('Новенькая Дана: Результат, %').fill('92')
    await page.getByLabel('Новенькая Дана: Номер сертификата').fill('К-1')
    await button('Записать результаты').click()
    await page.getByRole('region', { name: 'Реестр сертификатов' }).getByText('№ К-1').waitFor()
    // What was learnt waits for an assessment, which alone gives a level.
    await expect.poll(answer).toContain('Обучен и ждёт оценки 1')

    await assess('навыки работы с возражениями, конфликтами', '4')
    await page.goto('/training')
    await page.locator('h1 + output').waitFor()
    expect(await answer()).not.toContain('ждёт оценки')
  })

  it('tells everybody what they have to know, and keeps who has read it', async () => {
    await page.goto('/notices')
    await button('Опубликовать уведомление').click()
    await page.getByLabel('Заголовок, Русский').fill('Новый размер выплаты')
    await page.getByLabel('Текст, Русский').fill('С 1 января')
    await page.getByLabel('Официальный источник').fill('Закон № 239-VIII')
    await page.getByRole('button', { name: 'Опубликовать', exact: true }).click()
    await button('Прочитано').click()
    await page.getByText('Всё прочитано.').waitFor()
    expect(await answer()).toBe('Всё прочитано.')
    await button('Прочитали: 1 из 1').waitFor()
  })
})
