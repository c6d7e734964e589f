import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { LOCALES } from '../../client/lib/i18n/catalogue.ts'
import { translatorOf } from '../../client/lib/i18n/translate.ts'
import { openBrowser } from '../support/browser.ts'
import { type RunningService, startService } from '../support/running-service.ts'
import { signIn } from '../support/sign-in.ts'

let service: RunningService
let browser: Browser
let page: Page
beforeAll(async () => {
  service = await startService()
  browser = await openBrowser()
  page = await browser.newPage({ baseURL: service.address, locale: 'ru-RU' })
  page.setDefaultTimeout(12_000)
  await signIn(page, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

/**
 * What differs from language to language, beside the words of the page. The sample's own people answer for
 * 17.3 and 17.4.
 */
const WALKS = {
  ru: { name: 'Новенькая Дана', function: '17.5', uncovered: 2 },
  kk: { name: 'Жаңабек Дана', function: '17.1', uncovered: 3 },
  en: { name: 'Newman Dana', function: '17.2', uncovered: 1 },
} as const
const HEADERS = {
  ru: 'Табельный номер;ФИО;Площадка;Договор;Дата приёма',
  kk: 'Табель нөмірі;Т.А.Ә.;Алаң;Шарт;Жұмысқа қабылданған күні',
  en: 'Personnel number;Full name;Site;Contract;Hired on',
} as const
/** The first user, as the sample names them. */
const ADMIN = 'Планировщик'

/** Yesterday morning, as a field for date and time takes it. */
function yesterday(): string {
  return `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}T10:00`
}

describe.each(LOCALES)("HR's year in $name", ({ id: locale, name: language }) => {
  const t = translatorOf(locale)
  const walk = WALKS[locale]
  const code = (of: string): string => `${of}-${locale}`
  const competences = new Map<string, string>()
  const called = (competence: string): string => competences.get(competence) ?? ''

  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const answer = async (): Promise<string> =>
    (await page.locator('h1 + output').textContent()) ?? ''
  const field = (label: string) => page.getByLabel(label, { exact: true })
  const nameField = () => field(t('settings.name', { language }))

  beforeAll(async () => {
    await page.evaluate((id) => localStorage.setItem('kezek.locale', id), locale)
    await page.goto('/account')
    await page.getByRole('heading', { name: t('account.question') }).waitFor()
    const known = await (await page.request.get('/api/v1/competences')).json()
    for (const one of known.competences) competences.set(one.code, one.name[locale])
  })

  /** The newcomer is judged in one competence, and both sides sign. */
  async function assess(competence: string, level: number): Promise<void> {
    await page.goto('/assessments')
    await page.getByRole('gridcell', { name: walk.name }).first().click()
    const form = page.getByRole('form', { name: t('assess.begin') })
    await form.getByLabel(t('assess.evidence'), { exact: true }).fill(`10, ${walk.name}`)
    const chosen = `${called(competence)}: ${t('people.level', { level })}`
    await form.getByLabel(chosen, { exact: true }).check()
    await button(t('assess.saveDraft')).click()
    await button(t('assess.sign')).click()
    await button(t('assess.agree')).click()
    await button(t('assess.agree')).waitFor({ state: 'detached' })
  }

  it('begins with what positions ask for, and who answers for a function of п. 17', async () => {
    await page.goto('/catalogue')
    await button(t('profiles.add')).click()
    await field(t('settings.queue.code')).fill(code('planner'))
    await nameField().fill(code('Planner'))
    await field(t('profiles.function')).selectOption(walk.function)
    await button(t('action.save')).click()
    const profile = page.getByRole('listitem').filter({ hasText: code('Planner') })
    await profile.getByLabel(t('profiles.give')).selectOption({ index: 1 })
    await profile.getByRole('button', { name: t('profiles.confirmRead') }).click()
    await profile
      .getByRole('button', { name: t('profiles.confirmRead') })
      .waitFor({ state: 'detached' })
    await expect.poll(answer).toBe(t('functions.uncovered', { count: walk.uncovered }))
  })

  it('takes people from a file, and names the row and the column of what is wrong', async () => {
    const number = code('N-1')
    const rows = [
      HEADERS[locale],
      `${number};${walk.name};A;FT40;01.09.2026`,
      `${code('N-2')};Bad;Z;FT40;never`,
    ]
    await page.goto('/people')
    await button(t('people.files')).click()
    await page.locator('input[type=file]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(rows.join('\n')),
    })
    const faults = page.getByRole('grid', { name: t('people.files.problemList') })
    await faults.getByText('«never»').or(faults.getByText('“never”')).waitFor()
    await button(t('people.files.storeGood', { count: 1 })).click()
    await page.getByText(t('people.files.stored', { file: 'people.csv' })).waitFor()
    await page.getByLabel(t('people.search')).fill(number)
    await page.getByRole('gridcell', { name: walk.name }).click()
    await page.getByText(t('people.competences.none')).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/people\/[0-9a-f-]{36}$/)
  })

  it('assesses the newcomer, by both signatures', async () => {
    await page.goto('/assessments')
    await page.getByLabel(t('assess.assessors.on', { name: ADMIN })).fill('2026-01-15')
    await page.getByLabel(`${t('people.document')}: ${ADMIN}`).fill('№ 8')
    await button(t('assess.assessors.name')).click()
    await button(t('assess.assessors.dismiss')).waitFor()
    await assess('19.2', 4)
    await page.goto('/competences')
    await page.getByLabel(t('people.fullName')).fill(walk.name)
    const level = t('people.level', { level: 4 })
    await page
      .getByRole('gridcell')
      .and(page.locator(`[aria-label^="${called('19.2')}: ${level}"]`))
      .click()
    await page.getByText(`10, ${walk.name}`).waitFor()
    expect(await page.getByText(`10, ${walk.name}`).count()).toBe(1)
  })

  it('goes from a gap to a plan, a session, a certificate, and the next assessment', async () => {
    await page.goto('/catalogue')
    await button(t('profiles.add')).click()
    await field(t('settings.queue.code')).fill(code('operator'))
    await nameField().fill(code('Operator'))
    await page.getByLabel(t('profiles.addNeed')).selectOption('19.6')
    await button(t('action.save')).click()
    const profile = page.getByRole('listitem').filter({ hasText: code('Operator') })
    await profile.getByLabel(t('profiles.give')).selectOption({ label: walk.name })
    await profile.getByText(walk.name).first().waitFor()

    await page.goto('/training')
    await button(t('training.courses.add')).click()
    const course = page.getByRole('form', { name: t('training.course') })
    await course.getByLabel(t('settings.queue.code'), { exact: true }).fill(code('conflicts'))
    await course.getByLabel(t('settings.name', { language })).fill(code('Conflicts'))
    await course.getByLabel(t('training.programme')).fill('1, 2, 3')
    await course.getByLabel(t('training.passPercent')).fill('80')
    await course.getByLabel(t('training.competence')).selectOption('19.6')
    await button(t('action.save')).click()
    await page.getByText(code('Conflicts')).first().waitFor()
    await page.getByLabel(t('filter.search')).fill(walk.name)
    await page.getByRole('gridcell', { name: walk.name }).click()
    const plan = page.getByRole('form', { name: t('training.plan.add') })
    await plan.getByLabel(t('training.course')).selectOption(code('conflicts'))
    await plan.getByRole('button', { name: t('training.plan.add') }).click()
    await page
      .getByRole('region', { name: t('training.steps') })
      .getByText(walk.name)
      .waitFor()

    await button(t('training.sessions.add')).click()
    const form = page.getByRole('form', { name: t('training.sessions.add') })
    await form.getByLabel(t('training.course')).selectOption(code('conflicts'))
    await form
      .getByText(`${walk.name}, ${code('N-1')}`)
      .first()
      .waitFor()
    await form.getByLabel(t('training.start')).fill(yesterday())
    await form.getByLabel(t('training.trainer')).fill('T.')
    await form.getByRole('button', { name: t('training.sessions.place'), exact: true }).click()
    const sessions = page.getByRole('region', { name: t('training.sessions'), exact: true })
    const session = sessions.getByRole('listitem').filter({ hasText: code('Conflicts') })
    await session.getByRole('button', { name: t('training.results') }).click()
    await page.getByLabel(`${walk.name}: ${t('training.points')}`).fill('92')
    await page.getByLabel(`${walk.name}: ${t('training.certificateNumber')}`).fill(code('К'))
    await button(t('training.results.save')).click()
    await page
      .getByRole('region', { name: t('training.certificates') })
      .getByText(`№ ${code('К')}`)
      .waitFor()
    // What was learnt waits for an assessment, which alone gives a level.
    const waits = t('training.learnt', { count: 1 })
    await expect.poll(answer).toContain(waits)

    await assess('19.6', 4)
    await page.goto('/training')
    await page.locator('h1 + output').waitFor()
    expect(await answer()).not.toContain(waits)
  })

  it('tells everybody what they have to know, and keeps who has read it', async () => {
    await page.goto('/notices')
    await button(t('notices.add')).click()
    await page.getByLabel(t('notices.title', { language })).fill(code('News'))
    await page.getByLabel(t('notices.body', { language })).fill('1')
    await page.getByLabel(t('notices.officialSource')).fill('№ 239-VIII')
    await button(t('notices.publish')).click()
    await button(t('notices.confirm')).click()
    await expect.poll(answer).toBe(t('notices.answer', { count: 0 }))
    const news = page.getByRole('listitem').filter({ hasText: code('News') })
    await news
      .getByRole('button', { name: t('notices.readers', { readers: 1, audience: 1 }) })
      .waitFor()
  })

  afterAll(async () => {
    // The next language names its assessor itself.
    await page.goto('/assessments')
    await button(t('assess.assessors.dismiss')).click()
    await button(t('assess.assessors.dismiss')).waitFor({ state: 'detached' })
  })
})
