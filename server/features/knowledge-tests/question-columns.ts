import type { Language } from '#server/platform/db/column-types.ts'

import type { ImportColumn } from '../operators/import-columns.ts'

type Part = 'question' | 'right' | 'wrong'
export type QuestionKey = 'competence' | 'code' | `${Part}_${Language}`

export const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en']
/** Between two answers in one cell. */
export const SEPARATOR = '|'

const WORDS: Readonly<Record<Part, Readonly<Record<Language, string>>>> = {
  question: { kk: 'Сұрақ', ru: 'Вопрос', en: 'Question' },
  right: { kk: 'Дұрыс жауаптар', ru: 'Верные ответы', en: 'Right answers' },
  wrong: { kk: 'Қате жауаптар', ru: 'Неверные ответы', en: 'Wrong answers' },
}

const named = (part: Part, language: Language): ImportColumn<QuestionKey> => {
  const name = (of: Language): string => `${WORDS[part][of]} (${language})`
  return {
    key: `${part}_${language}`,
    isRequired: false,
    names: { kk: name('kk'), ru: name('ru'), en: name('en') },
  }
}

/** A file of questions: one language will do, and the others take it over. */
export const QUESTION_COLUMNS: readonly ImportColumn<QuestionKey>[] = [
  {
    key: 'competence',
    isRequired: true,
    names: { kk: 'Құзырет', ru: 'Компетенция', en: 'Competence' },
  },
  { key: 'code', isRequired: true, names: { kk: 'Код', ru: 'Код', en: 'Code' } },
  ...LANGUAGES.flatMap((language) =>
    (['question', 'right', 'wrong'] as const).map((part) => named(part, language)),
  ),
]
