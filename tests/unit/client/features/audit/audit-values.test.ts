import { describe, expect, it } from 'vitest'

import { subjectName } from '../../../../../client/features/audit/audit-subject.ts'
import { type Reader, valueText } from '../../../../../client/features/audit/audit-values.ts'
import type { AuditRecord } from '../../../../../client/features/audit/use-audit.ts'
import { createFormat } from '../../../../../client/lib/i18n/format.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const QUEUE = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a21'
const PERSON = '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a31'

const t = translatorOf('ru')
const reader: Reader = {
  locale: 'ru',
  t,
  format: createFormat('ru', 'Asia/Almaty', t),
  dateText: (date) => `<${date}>`,
  names: (id) =>
    new Map([
      [QUEUE, 'Телефон'],
      [PERSON, 'Ахметова Айгуль'],
    ]).get(id) ?? null,
}

describe('valueText', () => {
  it.each([
    ['absence', 'kind', 'annual', t('absence.annual')],
    ['shift', 'locked', 'true', 'да'],
    ['absence', 'from_date', '2026-12-01', '<2026-12-01>'],
    ['shift', 'starts_at', '2026-12-01T03:00:00+00:00', '1 декабря 2026, 08:00'],
    ['shift_shape', 'start_from_minutes', '420', '07:00'],
    ['unavailability', 'weekday', '0', 'понедельник'],
    ['remote_work', 'home_weekdays', '[0, 2]', 'пн, ср'],
    ['remote_work', 'basis', 'agreement', t('people.remoteWork.basis.agreement')],
    ['shift', 'work_place', 'home', t('workPlace.home')],
    ['alert_rule', 'queue_id', QUEUE, 'Телефон'],
    ['requirement', 'override_ids', JSON.stringify([QUEUE]), 'Телефон'],
    ['center', 'max_occupancy', '0.85', '0,85'],
    ['history_import', 'rows_read', '119778', '119\u00A0778'],
    ['paper_export', 'year', '2026', '2026'],
    ['users', 'language', 'kk', 'Қазақша'],
    ['users', 'roles', 'planner,admin', `${t('role.planner')}, ${t('role.admin')}`],
    ['operator', 'full_name', 'Ахметова', 'Ахметова'],
  ])('says %s.%s %s as people do', (entity, field, value, words) => {
    expect(valueText(entity, field, value, reader)).toBe(words)
  })

  it('says opening hours by day', () => {
    const hours = JSON.stringify([[{ fromMinutes: 540, toMinutes: 1080 }], []])
    expect(valueText('queue', 'opening_hours', hours, reader)).toBe('пн 09:00–18:00; вт —')
  })
})

const RECORD: AuditRecord = {
  id: 1,
  at: '2026-11-26T10:00:00Z',
  actorId: 'system',
  actorName: 'Kezek',
  action: 'update',
  entity: 'absence',
  entityId: '0193f0aa-3c5e-7c11-9d2f-6f4f3f0c0a41',
  operatorId: PERSON,
  before: {},
  after: {},
}

describe('subjectName', () => {
  it('names the person of a row that has no name of its own', () => {
    expect(subjectName(RECORD, reader)).toBe('Ахметова Айгуль')
  })

  it('names a person once', () => {
    expect(subjectName({ ...RECORD, entity: 'operator', entityId: PERSON }, reader)).toBe(
      'Ахметова Айгуль',
    )
  })

  it('names what is gone as the record does, in the language of the reader', () => {
    const before = { name: { kk: 'Топ', ru: 'Группа', en: 'Team' } }
    expect(subjectName({ ...RECORD, entity: 'team', operatorId: null, before }, reader)).toBe(
      'Группа',
    )
  })

  it('calls a rule of law by its article', () => {
    const rule = { ...RECORD, entity: 'labour_rule', entityId: 'days_off', operatorId: null }
    expect(subjectName({ ...rule, after: { code: 'days_off', article: '84(5)' } }, reader)).toBe(
      'ст. 84(5)',
    )
    expect(subjectName({ ...rule, after: { article: '' } }, reader)).toBe('правило центра')
  })

  it('names nothing where nothing has a name', () => {
    expect(subjectName({ ...RECORD, operatorId: null }, reader)).toBeNull()
  })
})
