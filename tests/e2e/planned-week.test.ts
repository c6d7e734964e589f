import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { accessibilityFaults, openBrowser, sidewaysOverflowPx } from '../support/browser.ts'
import { type FirstSignIn, type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'

/** A calculation may wait for a busy machine, but not for ever. */
const COMPUTED_WITHIN_MS = 120_000
const KEPT_WITHIN = { timeout: 30_000, interval: 500 }
const PHONE = { width: 390, height: 844 }

let service: RunningService
let browser: Browser
let planner: Page
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  const context = await contextOf({ width: 1440, height: 900 })
  planner = await context.newPage()
  await signIn(planner, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

/** A planner remakes a part of the week; then operators see it, and ask for another one. */
describe('the planned week', () => {
  it('says why people are missing, too many, or where they are', async () => {
    await planner.goto('/schedule')
    const queues = planner.getByRole('region', { name: 'По очередям: где и когда не хватает' })
    const drawer = planner.getByRole('dialog')
    await queues.getByTitle('Почему не хватает и кто может выйти').first().click()
    await drawer.getByText(/Могут выйти по закону: \d/).waitFor(KEPT_WITHIN)
    await planner.keyboard.press('Escape')
    await queues.getByTitle('Почему людей больше, чем нужно').first().click()
    await drawer.getByText('Кого по закону можно отпустить').waitFor(KEPT_WITHIN)
    expect(await accessibilityFaults(planner)).toEqual([])
    await planner.keyboard.press('Escape')
    await planner.locator('[role=gridcell][data-locked]').first().dblclick()
    await drawer.getByText('Что было бы без этой смены').click()
    await drawer.getByText(/Без неё план стал бы (дороже|дешевле)/).waitFor(KEPT_WITHIN)
    await planner.keyboard.press('Escape')
  })

  it('is made anew in part: two days, proposed, kept as one change, taken back', async () => {
    await planner.goto('/schedule')
    await planner.getByRole('grid').waitFor()
    const before = await grid()
    await removeShifts(before, 3)
    await planner.reload()
    await planner.getByRole('grid').waitFor()
    await planner.getByRole('button', { name: 'Ещё' }).first().click()
    await planner.getByRole('menuitem', { name: 'Пересчитать часть графика' }).click()
    const drawer = planner.getByRole('dialog', { name: /Пересчитать часть графика/ })
    const days = drawer.getByRole('group', { name: 'Дни' }).getByRole('checkbox')
    for (const at of [2, 3, 4, 5, 6]) await days.nth(at).uncheck()
    expect(await accessibilityFaults(planner)).toEqual([])
    await drawer.getByRole('button', { name: 'Искать' }).click()
    const bar = planner.getByRole('region', { name: 'Предложение' })
    await bar.waitFor({ timeout: COMPUTED_WITHIN_MS })
    const worse = await grid()
    await bar.getByRole('button', { name: 'Принять' }).click()
    await bar.waitFor({ state: 'hidden' })
    const now = async (): Promise<number> => missing(await grid())
    await expect.poll(now, KEPT_WITHIN).toBeLessThan(missing(worse))
    await planner.getByRole('button', { name: 'Отменить действие' }).first().click()
    await expect.poll(now, KEPT_WITHIN).toBeCloseTo(missing(worse), 6)
  })

  it('is published, and an operator reads the own shifts on a telephone', async () => {
    const { schedule } = await grid()
    await send('post', `/schedules/${schedule.id}/publish`, { confirmShortNotice: true })
    older = await olderDraft()
    const { page } = await asker()
    await page.getByRole('list', { name: 'Мои смены по дням' }).waitFor()
    expect(await sidewaysOverflowPx(page)).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })

  it('tells an operator why, takes an objection, and brings the answer', async () => {
    const { page } = await asker()
    await page
      .getByRole('button', { name: /^Почему я работаю/ })
      .last()
      .click()
    const why = page.getByRole('dialog')
    await why.getByText('Эту смену предложила программа.').waitFor({ timeout: COMPUTED_WITHIN_MS })
    await why.getByRole('button', { name: /^Возразить/ }).click()
    await page.getByLabel(/С чем вы не согласны/).fill('В этот день у меня экзамен')
    await page.getByText(/Его прочтут и ответят люди: Планировщик/).waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Отправить возражение' }).click()
    await why.getByText('возражение отправлено').waitFor()
    await planner.goto('/objections')
    await planner.getByText('«В этот день у меня экзамен»').waitFor()
    expect(await accessibilityFaults(planner)).toEqual([])
    await planner.getByLabel(/^Ответ/).fill('Заменить некем')
    await planner.getByRole('button', { name: 'Решение остаётся в силе' }).click()
    await planner.getByText('Никто не ждёт ответа.').waitFor()
    await page.reload()
    const own = page.getByRole('region', { name: 'Мои возражения' })
    await own.getByText(/«Заменить некем» — Планировщик/).waitFor()
    expect(await sidewaysOverflowPx(page)).toBe(0)
  })

  it('gives an operator leave that was asked for, and tells what changed', async () => {
    const { page, id } = await asker()
    await page.getByRole('button', { name: 'Попросить отпуск' }).click()
    const date = await dayOfShift(id)
    given = { date }
    await page.getByLabel('С какого дня').fill(date)
    await page.getByRole('button', { name: 'Отправить заявку' }).click()
    await page.getByText('ждёт решения').waitFor()
    await planner.goto('/schedule/requests')
    await planner.getByText('Без людей останутся смены').waitFor({ timeout: COMPUTED_WITHIN_MS })
    expect(await accessibilityFaults(planner)).toEqual([])
    await planner.getByRole('button', { name: 'Одобрить' }).click()
    await planner.getByRole('list', { name: 'Решённые' }).getByText('одобрено').waitFor()
    await page.reload()
    const changes = page.getByRole('region', { name: 'Изменилось с прошлого раза' })
    await changes.getByRole('button', { name: 'Понятно' }).click()
    await changes.waitFor({ state: 'hidden' })
    await page.getByText('ежегодный отпуск').first().waitFor()
  })

  it('tells the planner which version gave the leave, and takes back what can be', async () => {
    await planner.goto('/schedule')
    const history = planner.getByRole('region', { name: 'История версий' })
    const given = history.getByRole('listitem').filter({ hasText: 'отпуск по заявке' })
    await given.getByRole('button', { name: /Отменить изменение версии/ }).click()
    // The leave itself stands, so the shift may not come back.
    await history
      .getByText(/нарушает .* обязательн/)
      .first()
      .waitFor()
    expect(await accessibilityFaults(planner)).toEqual([])
  })

  it('asks what to do with what was agreed since an older draft, and keeps it', async () => {
    const { id } = await asker()
    const date = given?.date ?? ''
    await planner.goto(`/schedule?version=${older?.version}`)
    await planner.getByRole('button', { name: 'Опубликовать' }).click()
    const dialog = planner.getByRole('dialog', { name: /Публикация версии/ })
    const newer = dialog.getByRole('region', { name: /изменился после этого черновика/ })
    await newer.getByText(/отпуск по заявке/).waitFor()
    expect(await newer.getByLabel('Сохранить: перенести эти дни в черновик').isChecked()).toBe(true)
    expect(await newer.getByLabel('Оставить как в черновике').isVisible()).toBe(true)
    expect(await accessibilityFaults(planner)).toEqual([])
    await dialog.getByRole('button', { name: 'Опубликовать' }).click()
    // Within ten days of the week the law asks once more.
    const late = dialog.getByRole('button', { name: 'Всё равно опубликовать' })
    const isPublished = async (): Promise<boolean> => {
      if (await late.isVisible()) await late.click()
      return dialog.isHidden()
    }
    await expect.poll(isPublished, KEPT_WITHIN).toBe(true)
    const { shifts } = await grid(older?.id)
    const kept = shifts.filter((one) => one.operatorId === id && dateOf(one.startsAt) === date)
    expect(kept).toEqual([])
  })

  it('tells what would help most, for as long as one waits', async () => {
    const help = planner.getByRole('region', { name: 'Что помогло бы больше всего' })
    await help.getByRole('button', { name: 'Узнать' }).click()
    await help.getByText('оцениваются правила').waitFor({ timeout: COMPUTED_WITHIN_MS })
    await help.getByRole('button', { name: 'Остановить' }).click()
    await help
      .getByRole('button', { name: /^Узнать/ })
      .and(planner.locator(':enabled'))
      .waitFor({
        timeout: COMPUTED_WITHIN_MS,
      })
    expect(await accessibilityFaults(planner)).toEqual([])
  })
})

interface Grid {
  readonly schedule: { readonly id: string; readonly revision: number; readonly fromDate: string }
  readonly operators: readonly { readonly id: string; readonly name: string }[]
  readonly shifts: readonly {
    readonly id: string
    readonly operatorId: string
    readonly startsAt: string
  }[]
  readonly coverage: { readonly shortage: readonly number[] }
}

async function contextOf(viewport: { width: number; height: number }): Promise<BrowserContext> {
  return browser.newContext({ baseURL: service.address, locale: 'ru-RU', viewport })
}

async function send<Answer>(
  method: 'get' | 'post' | 'patch' | 'delete',
  url: string,
  data?: object,
): Promise<Answer> {
  const answer = await planner.request[method](`/api/v1${url}`, {
    headers: { origin: service.address },
    ...(data === undefined ? {} : { data }),
  })
  if (!answer.ok()) throw new Error(`${url} was answered with ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** Of one version, or of the newest. */
async function grid(id?: string): Promise<Grid> {
  const { schedules } = await send<{ schedules: { id: string }[] }>('get', '/schedules')
  return send('get', `/schedules/${id ?? schedules[0]?.id}/grid`)
}

/** Agents missing, all intervals together. */
function missing({ coverage }: Grid): number {
  return coverage.shortage.reduce((sum, agents) => sum + agents, 0)
}

/** Somebody has taken shifts of the first day out by hand, so that there is something to mend. */
async function removeShifts({ schedule, shifts }: Grid, count: number): Promise<void> {
  const first = shifts.filter(({ startsAt }) => dateOf(startsAt) === schedule.fromDate)
  for (const [at, { id }] of first.slice(0, count).entries()) {
    const revision = schedule.revision + at
    await send('delete', `/schedules/${schedule.id}/shifts/${id}?revision=${revision}`)
  }
}

/** A draft of what is published, to be older than what is agreed afterwards. */
let older: { readonly id: string; readonly version: number } | undefined
/** The day of leave that was agreed. */
let given: { readonly date: string } | undefined

/** What is published without one of its shifts, as a draft. */
async function olderDraft(): Promise<NonNullable<typeof older>> {
  const { schedule, shifts } = await grid()
  const last = shifts.at(-1)
  const change = { operatorId: last?.operatorId, shiftId: last?.id, after: null }
  const made = await send<{ grid: { schedule: NonNullable<typeof older> } }>(
    'post',
    `/schedules/${schedule.id}/changes`,
    { revision: schedule.revision, changes: [change] },
  )
  return made.grid.schedule
}

let signedIn: { readonly page: Page; readonly id: string } | undefined

/** An operator with a sign-in of the own and at least three shifts, on a telephone. */
async function asker(): Promise<{ readonly page: Page; readonly id: string }> {
  if (signedIn !== undefined) return signedIn
  const { operators, shifts } = await grid()
  const person = operators.find(
    ({ id }) => shifts.filter(({ operatorId }) => operatorId === id).length > 2,
  )
  if (person === undefined) throw new Error('nobody works three shifts')
  const email = 'operator@kezek.local'
  const made = await send<{ user: { id: string }; password: string }>('post', '/users', {
    name: person.name,
    email,
    roles: ['operator'],
  })
  await send('patch', `/operators/${person.id}`, { userId: made.user.id })
  const page = await (await contextOf(PHONE)).newPage()
  const own: FirstSignIn = { email, password: made.password }
  await signIn(page, own)
  signedIn = { page, id: person.id }
  return signedIn
}

async function dayOfShift(operatorId: string): Promise<string> {
  const shift = (await grid()).shifts.findLast((one) => one.operatorId === operatorId)
  if (shift === undefined) throw new Error('nobody works')
  return dateOf(shift.startsAt)
}

/** The centre's own day: Almaty is five hours ahead of UTC. */
function dateOf(instant: string): string {
  return new Date(Date.parse(instant) + 5 * 3_600_000).toISOString().slice(0, 10)
}
