import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import {
  entityName,
  fieldName,
  valueWord,
} from '../../../../../client/features/audit/audit-words.ts'
import { isMessageKey } from '../../../../../client/lib/i18n/catalogue.ts'
import { translatorOf } from '../../../../../client/lib/i18n/translate.ts'

const t = translatorOf('en')
const schema = readFileSync('migrations/schema.sql', 'utf8')

/** Tables whose every change is recorded with its values, and those that are recorded without. */
const triggers = [
  ...schema.matchAll(/CREATE TRIGGER \w+ AFTER .* ON public\.(\w+) .*FUNCTION (record_\w+)/g),
]
const audited = [...new Set(triggers.map(([, table = '']) => table))]
const recordedWhole = new Set(
  triggers.filter(([, , how]) => how === 'record_change').map(([, table = '']) => table),
)

/** What the trigger leaves out, and what the page does. */
const NEVER_SHOWN = new Set(['center_id', 'id', 'updated_at', 'secret'])

const columns = [...schema.matchAll(/^(\w+)\.(\w+) .*$/gm)]
  .map(([, table = '', column = '']) => ({ table, column }))
  .filter(({ table, column }) => recordedWhole.has(table) && !NEVER_SHOWN.has(column))

/** The few values that a named constraint lets a column have. */
const values = [
  ...schema.matchAll(/^(\w+): \w+ CHECK \(\(+(\w+) = ANY \(ARRAY\[(.*?)\]/gm),
].flatMap(([, table = '', column = '', list = '']) =>
  recordedWhole.has(table) && column !== 'language'
    ? [...list.matchAll(/'([^']+)'/g)].map(([, value = '']) => ({ table, column, value }))
    : [],
)

describe('the words of the record', () => {
  it('read the schema: no table that must be there is missed', () => {
    expect(audited).toContain('shift_request')
    expect(columns).toContainEqual({ table: 'shift', column: 'locked' })
    expect(values).toContainEqual({ table: 'queue', column: 'channel', value: 'voice' })
  })

  it('are there for every table that is recorded', () => {
    expect(audited.filter((table) => !isMessageKey(`audit.entity.${table}`))).toEqual([])
  })

  it('are there for every column that can change', () => {
    const bare = columns.filter(({ table, column }) => fieldName(table, column, t) === column)
    const sameInEnglish = new Set(
      columns
        .filter(({ column }) => isMessageKey(`audit.field.${column}`))
        .map((one) => one.column),
    )
    expect(bare.filter(({ column }) => !sameInEnglish.has(column))).toEqual([])
  })

  it('are there for every value that a constraint allows', () => {
    expect(values.filter((one) => valueWord(one.table, one.column, one.value) === null)).toEqual([])
  })

  it('name a field as the page does where it is set', () => {
    expect(fieldName('center', 'asa_target_seconds', t)).toBe(t('settings.asaTargetSeconds'))
    expect(fieldName('queue', 'name.ru', t)).toBe('name · рус')
    expect(fieldName('center', 'schedule_weights.idle', t)).toBe(
      'weights of the schedule · People to spare',
    )
  })

  it('tell the position of a person from the place of a queue', () => {
    expect(fieldName('operator', 'position', t)).toBe('position')
    expect(fieldName('queue', 'position', t)).toBe('place in the order')
  })

  it('leave a name that came later than they did as it is', () => {
    expect(entityName('unheard_of', t)).toBe('unheard_of')
    expect(fieldName('queue', 'unheard_of', t)).toBe('unheard_of')
    expect(valueWord('queue', 'channel', 'pigeon')).toBeNull()
  })
})
