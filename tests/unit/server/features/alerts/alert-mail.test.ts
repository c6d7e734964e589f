import { expect, it } from 'vitest'

import { alertMail } from '#server/features/alerts/alert-mail.ts'
import type { Alert } from '#server/features/alerts/alerts.schema.ts'

const VOICE = 'queue voice'
const SOURCE = {
  centerName: { kk: 'Орталық', ru: 'Центр', en: 'Centre' },
  timezone: 'Asia/Almaty',
  queueNames: new Map([[VOICE, { kk: 'Қоңырау', ru: 'Звонки', en: 'Calls' }]]),
  serviceUrl: 'https://kezek.example/',
}
/** Almaty is five hours ahead of UTC. */
const ALERT: Alert = {
  id: 'id',
  ruleId: 'rule',
  kind: 'wait',
  subject: VOICE,
  detail: {
    name: 'voice',
    from: '2026-11-25T07:30:00.000Z',
    to: '2026-11-25T08:00:00.000Z',
    value: 95.4,
  },
  threshold: 60,
  isQuiet: false,
  raisedAt: '2026-11-25T06:41:00.000Z',
  endedAt: null,
  acknowledgedBy: null,
  acknowledgedAt: null,
  note: '',
}
const subject = (language: 'kk' | 'ru' | 'en', change: Partial<Alert> = {}): string =>
  alertMail({ ...ALERT, ...change }, language, SOURCE).subject
const value = (of: number | null): Pick<Alert, 'detail'> => ({
  detail: { ...ALERT.detail, value: of },
})

it('says the same in three languages, in the centre’s time', () => {
  expect(subject('kk')).toBe('Kezek: Қоңырау: 12:30–13:00 күту шамамен 95 с, шегі 60 с')
  expect(subject('ru')).toBe('Kezek: Звонки: 12:30–13:00 ожидание около 95 с при пределе 60 с')
  expect(subject('en')).toBe('Kezek: Calls: 12:30–13:00 a wait of about 95 s, limit 60 s')
  expect(alertMail(ALERT, 'en', SOURCE).text).toMatch(
    /^Calls: 12:30.*\n\nCentre, 11:41\nAct on it: https:\/\/kezek\.example\/today\/alerts\n/,
  )
})

it('words every kind of alert', () => {
  expect(subject('ru', value(null))).toBe('Kezek: Звонки: 12:30–13:00 очередь будет только расти')
  expect(subject('ru', { kind: 'staffing', ...value(1) })).toMatch(/не хватает 1 человека$/)
  expect(subject('en', { kind: 'staffing', ...value(3) })).toMatch(/3 people are missing$/)
  expect(subject('en', { kind: 'lost', threshold: 0.05, ...value(0.125) })).toBe(
    'Kezek: Calls: 12:30–13:00 12.5% of contacts will be lost, limit 5%',
  )
  expect(subject('en', { kind: 'feed_silent', subject: 'pbx' })).toBe(
    'Kezek: Feed voice has been silent since 12:30',
  )
  expect(subject('kk', { kind: 'person_out', subject: 'somebody' })).toBe(
    'Kezek: voice 12:30 бері кестеден тыс',
  )
})
