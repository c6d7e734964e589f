import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { accessibilityFaults, openBrowser } from '../support/browser.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'
import { totp } from '../support/totp.ts'

const NEWCOMER = { name: 'Асель Нова', email: 'asel@centre.example' }

let service: RunningService
let browser: Browser
let admin: Page
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  admin = await newcomersPage()
  await signIn(admin, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

/** Of a browser that nobody has used before. */
async function newcomersPage(): Promise<Page> {
  const context = await browser.newContext({ baseURL: service.address, locale: 'ru-RU' })
  return context.newPage()
}

describe('the settings', () => {
  it('are saved field by field, and taken back by one press', async () => {
    await admin.goto('/settings')
    const field = admin.getByLabel('Среднее время ожидания, с')
    await field.fill('55')
    await field.press('Enter')
    await admin.getByText('Сохранено: Среднее время ожидания.').waitFor()
    const taken = admin.waitForResponse((answer) => answer.request().method() === 'PATCH')
    await admin.getByRole('button', { name: 'Отменить действие' }).click()
    expect((await taken).status()).toBe(200)
    expect(await field.inputValue()).toBe('60')
  })

  it('are kept although the session has ended under them, once one has signed in again', async () => {
    const field = admin.getByLabel('Среднее время ожидания, с')
    await field.fill('57')
    await admin.context().clearCookies()
    await field.press('Enter')
    const door = admin.getByRole('dialog', { name: 'Сеанс завершён' })
    await door.getByLabel('Электронная почта или логин').fill(service.email)
    await door.getByLabel('Пароль', { exact: true }).fill('неверный')
    await door.getByRole('button', { name: 'Войти' }).click()
    await door.getByRole('alert').waitFor()
    expect(await accessibilityFaults(admin)).toEqual([])
    await door.getByLabel('Пароль', { exact: true }).fill(service.password)
    const saved = admin.waitForResponse(
      (answer) => answer.request().method() === 'PATCH' && answer.ok(),
    )
    await door.getByRole('button', { name: 'Войти' }).click()
    await saved
    await door.waitFor({ state: 'hidden' })
    expect(await field.inputValue()).toBe('57')
  })

  it('are not left with something typed that was not saved, unless one says so', async () => {
    const field = admin.getByLabel('Предел занятости, %')
    await field.fill('188')
    await admin.getByRole('tab', { name: 'Очереди' }).click()
    await admin.getByRole('button', { name: 'Остаться' }).click()
    expect(await field.inputValue()).toBe('188')
    await admin.getByText('От 1 до 100', { exact: true }).waitFor()
    await admin.getByRole('tab', { name: 'Очереди' }).click()
    await admin.getByRole('button', { name: 'Уйти без сохранения' }).click()
    await admin.getByText('Требуемые компетенции').waitFor()
    expect(new URL(admin.url()).searchParams.get('section')).toBe('queues')
  })
})

describe("shifts and contracts of a centre's own", () => {
  it('are made from a copy, and held against the law field by field', async () => {
    await admin.goto('/settings?section=shifts')
    await admin.getByRole('button', { name: 'Копия: F8b' }).click()
    await admin.getByLabel('Обозначение').fill('УТРО')
    await admin.getByLabel('Самое позднее начало').fill('09:00')
    await admin.getByRole('button', { name: 'Добавить вид смен' }).click()
    await admin.getByText('Ни один договор её не допускает: такая смена не планируется').waitFor()

    await admin.getByRole('button', { name: 'Копия: FT40' }).click()
    await admin.getByLabel('Обозначение').fill('УТРО40')
    await admin.getByLabel('Не больше в день, ч').fill('10')
    await admin.getByRole('button', { name: 'Добавить договор' }).click()
    const refusal = admin.getByRole('alert')
    await refusal.getByText('10 ч при наибольшем по закону 8 ч', { exact: false }).waitFor()
    await admin.getByLabel('Не больше в день, ч').fill('8')
    await admin.getByRole('button', { name: 'Добавить договор' }).click()
    await admin.getByRole('button', { name: 'Изменить: УТРО40' }).waitFor()
    expect(await accessibilityFaults(admin)).toEqual([])
  })

  it('are deleted while nothing rests on them, and come back by one press', async () => {
    await admin.getByRole('button', { name: 'Удалить: УТРО', exact: true }).click()
    await admin.getByText('УТРО удалено').waitFor()
    await admin.getByRole('button', { name: 'Отменить действие' }).click()
    await admin.getByRole('button', { name: 'Изменить: УТРО', exact: true }).waitFor()
    expect(await admin.getByRole('button', { name: 'Удалить: F8b' }).count()).toBe(0)
  })
})

describe('the rules of law and house', () => {
  it('are found by a word, and changed within the law from a day on', async () => {
    await admin.goto('/settings?section=law')
    await admin.getByLabel('Найти: слово или статья').fill('обед начинается')
    await admin.getByRole('button', { name: /^Изменить: Обед/ }).click()
    await admin.getByLabel('Не короче, мин').fill('20')
    await admin.getByLabel('С какого дня').fill('2099-01-05')
    await admin.getByRole('button', { name: 'Сохранить' }).click()
    await admin.getByText('Укажите основание: оно останется в журнале').waitFor()
    await admin.getByLabel('Основание').fill('Приказ № 14')
    await admin.getByRole('button', { name: 'Сохранить' }).click()
    const refusal = admin.getByRole('alert')
    await refusal.getByText('20 мин при наименьшем 30 мин (ст. 81)', { exact: false }).waitFor()
    await admin.getByLabel('Не короче, мин').fill('30')
    await admin.getByLabel('Нужен при смене от, ч').fill('5,75')
    await admin.getByRole('button', { name: 'Сохранить' }).click()
    const later = admin.getByText(/^С 5 января 2099: /)
    await later.waitFor()
    expect(await later.textContent()).toMatch(/Нужен при смене от: 5 ч 45 мин$/)
  })

  it('keep what they were, and go back by one press', async () => {
    await admin.getByText('История: 2 редакции').click()
    await admin.getByText('Приказ № 14', { exact: false }).waitFor()
    expect(await accessibilityFaults(admin)).toEqual([])
    await admin.getByRole('button', { name: 'Отменить действие' }).click()
    await admin.getByText('История: 3 редакции').waitFor()
    await admin.getByText(/^С 5 января 2099: /).waitFor({ state: 'detached' })
  })
})

describe('somebody new', () => {
  let newcomer: Page
  let password = ''

  it('is added with a password that is shown once', async () => {
    await admin.goto('/users')
    await admin.getByRole('button', { name: 'Добавить пользователя' }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByLabel('Имя').fill(NEWCOMER.name)
    await dialog.getByLabel('Электронная почта').fill(NEWCOMER.email)
    await dialog.getByRole('button', { name: 'Добавить пользователя' }).click()
    await dialog.getByText('Выберите хотя бы одну роль').waitFor()
    await dialog.getByLabel('супервайзер').check()
    await dialog.getByRole('button', { name: 'Добавить пользователя' }).click()
    password = (await admin.getByRole('dialog').locator('code').textContent()) ?? ''
    expect(password).toMatch(/^\S{16}$/)
    await admin.getByRole('button', { name: 'Передал, закрыть' }).click()
    await admin.getByRole('cell', { name: NEWCOMER.email }).waitFor()
  })

  it('signs in with it and turns the second factor on', async () => {
    newcomer = await newcomersPage()
    await signIn(newcomer, { ...service, email: NEWCOMER.email, password })
    await newcomer.goto('/account')
    await newcomer.getByLabel('Ваш пароль').fill(password)
    await newcomer.getByRole('button', { name: 'Включить', exact: true }).click()
    const uri = await newcomer
      .getByRole('link', { name: 'Открыть в приложении на этом устройстве' })
      .getAttribute('href')
    const code = totp(uri ?? '', Date.now())
    await newcomer.getByLabel('Шесть цифр из приложения').fill(code)
    await newcomer.getByRole('button', { name: 'Подтвердить и включить' }).click()
    await newcomer.getByText('Включён', { exact: true }).waitFor()

    const elsewhere = await newcomersPage()
    await elsewhere.goto('/sign-in')
    await elsewhere.getByLabel('Электронная почта или логин').fill(NEWCOMER.email)
    await elsewhere.getByLabel('Пароль', { exact: true }).fill(password)
    await elsewhere.getByRole('button', { name: 'Войти' }).click()
    await elsewhere.getByLabel('Код подтверждения').fill('000000')
    await elsewhere.getByRole('button', { name: 'Войти' }).click()
    await elsewhere.getByText('Код не подходит').waitFor()
    await elsewhere.getByLabel('Код подтверждения').fill(totp(uri ?? '', Date.now()))
    await elsewhere.getByRole('button', { name: 'Войти' }).click()
    await elsewhere.waitForURL((url) => url.pathname === '/schedule')
    const me = await elsewhere.request.get('/api/v1/me')
    expect(await me.json()).toMatchObject({ name: NEWCOMER.name, roles: ['supervisor'] })
  })

  it('may read neither the users nor the record of changes', async () => {
    for (const address of ['/users', '/audit']) {
      await newcomer.goto(address)
      const refusal = newcomer.getByText('Ваша роль этого не разрешает').first()
      await refusal.waitFor()
      expect(await refusal.isVisible()).toBe(true)
    }
  })

  it('is signed out when access is closed, and the record says by whom', async () => {
    await admin.getByRole('button', { name: `Действия: ${NEWCOMER.name}` }).click()
    await admin.getByRole('menuitem', { name: 'Закрыть вход' }).click()
    await admin.getByText(`Вход закрыт: ${NEWCOMER.name}.`).waitFor()
    await newcomer.goto('/account')
    await newcomer.waitForURL((url) => url.pathname === '/sign-in')
    await admin.goto('/audit?entity=users&action=update')
    const closed = admin.getByText('вход закрыт', { exact: true }).first()
    await closed.waitFor()
    expect(await closed.isVisible()).toBe(true)
  })
})
