import type { FastifyError } from 'fastify'

import type { Language, Text3 } from '../db/column-types.ts'
import { say } from '../i18n/messages.ts'

type Fault = NonNullable<FastifyError['validation']>[number]

const text = (en: string, ru: string, kk: string): Text3 => ({ en, ru, kk })

const AT_LEAST = text(
  'must be at least {limit}',
  'не меньше {limit}',
  '{limit} мәнінен кем болмауы керек',
)
const AT_MOST = text('must be at most {limit}', 'не больше {limit}', '{limit} мәнінен аспауы керек')

/** By keyword of JSON Schema; in braces, the parameters that Ajv tells of a fault. */
const RULES: Readonly<Record<string, Text3>> = {
  required: text(
    '{missingProperty} is missing',
    'нет поля {missingProperty}',
    '{missingProperty} өрісі жоқ',
  ),
  additionalProperties: text(
    '{additionalProperty} is not known',
    'поле {additionalProperty} неизвестно',
    '{additionalProperty} өрісі белгісіз',
  ),
  minimum: AT_LEAST,
  maximum: AT_MOST,
  exclusiveMinimum: text(
    'must be more than {limit}',
    'больше {limit}',
    '{limit} мәнінен көп болуы керек',
  ),
  exclusiveMaximum: text(
    'must be less than {limit}',
    'меньше {limit}',
    '{limit} мәнінен аз болуы керек',
  ),
  minLength: text(
    'must be {limit} characters or longer',
    'не короче {limit} знаков',
    'кемінде {limit} таңба болуы керек',
  ),
  maxLength: text(
    'must be {limit} characters or shorter',
    'не длиннее {limit} знаков',
    '{limit} таңбадан аспауы керек',
  ),
  minItems: text(
    'must have {limit} items or more',
    'не меньше {limit} строк',
    'кемінде {limit} жол болуы керек',
  ),
  maxItems: text(
    'must have {limit} items or fewer',
    'не больше {limit} строк',
    '{limit} жолдан аспауы керек',
  ),
  uniqueItems: text('must not repeat itself', 'без повторов', 'қайталанбауы керек'),
  multipleOf: text(
    'must be a multiple of {multipleOf}',
    'кратно {multipleOf}',
    '{multipleOf} санына еселік болуы керек',
  ),
  format: text(
    '{format, select, date {must be a date like 2026-12-31} datetime {must be an instant like 2026-12-31T09:00:00+05:00} email {must be an e-mail address} uri {must be an address like https://centre.kz} uuid {must be an identifier} other {must be of the form {format}}}',
    '{format, select, date {нужна дата вида 2026-12-31} datetime {нужен момент вида 2026-12-31T09:00:00+05:00} email {нужен адрес почты} uri {нужен адрес вида https://centre.kz} uuid {нужен идентификатор} other {нужен вид {format}}}',
    '{format, select, date {2026-12-31 түріндегі күн керек} datetime {2026-12-31T09:00:00+05:00 түріндегі уақыт керек} email {пошта мекенжайы керек} uri {https://centre.kz түріндегі мекенжай керек} uuid {идентификатор керек} other {{format} түрі керек}}',
  ),
  pattern: text('is not written as it must be', 'записано не так', 'жазылуы дұрыс емес'),
  enum: text(
    'must be one of: {allowedValues}',
    'одно из: {allowedValues}',
    'мыналардың бірі: {allowedValues}',
  ),
  const: text('must be {allowedValue}', 'должно быть {allowedValue}', '{allowedValue} болуы керек'),
  type: text(
    '{type, select, integer {must be a whole number} number {must be a number} string {must be text} boolean {must be true or false} array {must be a list} object {must be an object} null {must be empty} other {must be {type}}}',
    '{type, select, integer {нужно целое число} number {нужно число} string {нужен текст} boolean {нужно true или false} array {нужен список} object {нужен объект} null {должно быть пусто} other {нужно {type}}}',
    '{type, select, integer {бүтін сан керек} number {сан керек} string {мәтін керек} boolean {true немесе false керек} array {тізім керек} object {объект керек} null {бос болуы керек} other {{type} керек}}',
  ),
  anyOf: text(
    'fits none of the forms allowed',
    'не подходит ни под один допустимый вид',
    'рұқсат етілген түрлердің ешқайсысына сәйкес емес',
  ),
}

/** What is wrong with one place of a request, in the language of whoever sent it. */
export function faultWords({ keyword, params, message }: Fault, language: Language): string {
  const rule = RULES[keyword]
  if (rule === undefined) return message ?? keyword
  const values = Object.entries(params).map(([name, value]) => [name, wordOf(value)])
  return say(rule, language, Object.fromEntries(values))
}

function wordOf(value: unknown): string | number {
  if (typeof value === 'number') return value
  // ICU takes no hyphen in what it selects by.
  return Array.isArray(value) ? value.join(', ') : String(value).replace('date-time', 'datetime')
}
