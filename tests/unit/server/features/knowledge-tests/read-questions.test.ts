import { describe, expect, it } from 'vitest'

import { readQuestions } from '#server/features/knowledge-tests/read-questions.ts'

const HEADER = ['Компетенция', 'Код', 'Вопрос (ru)', 'Верные ответы (ru)', 'Неверные ответы (ru)']
const KK = ['Сұрақ (kk)', 'Дұрыс жауаптар (kk)', 'Қате жауаптар (kk)']
const known = new Map([['19.7', '19.7']])
const read = (...rows: readonly (readonly string[])[]) =>
  readQuestions(
    rows.map((cells, at) => ({ row: at + 1, cells })),
    known,
  )
const faultsOf = (...rows: readonly (readonly string[])[]) =>
  read(...rows).faults.map(({ row, column, code }) => [row, column, code])

describe('a file of questions', () => {
  it('needs one language, which the others take over', () => {
    const { rows, faults } = read(HEADER, [
      '19.7',
      'law-1',
      'Кому?',
      'Владельцу',
      'Любому | Никому',
    ])
    const same = (text: string) => ({ kk: text, ru: text, en: text })
    expect(faults).toEqual([])
    expect(rows).toEqual([
      {
        row: 2,
        code: 'law-1',
        competenceCode: '19.7',
        text: same('Кому?'),
        options: [
          { text: same('Владельцу'), right: true },
          { text: same('Любому'), right: false },
          { text: same('Никому'), right: false },
        ],
      },
    ])
  })

  it('reads answers in each language that is there, in the same order', () => {
    const { rows } = read(
      [...HEADER, ...KK],
      ['19.7', 'a', 'Кому?', 'Да | И это', 'Нет', 'Кімге?', 'Иә | Бұл да', 'Жоқ'],
    )
    expect(rows[0]?.options.map(({ text }) => [text.kk, text.ru, text.en])).toEqual([
      ['Иә', 'Да', 'Иә'],
      ['Бұл да', 'И это', 'Бұл да'],
      ['Жоқ', 'Нет', 'Жоқ'],
    ])
  })

  it('names the row and the column of every fault', () => {
    const good = ['19.7', 'a', 'Кому?', 'Да', 'Нет']
    expect(faultsOf(HEADER, good, good)).toEqual([[3, 'code', 'repeated']])
    expect(faultsOf(HEADER, ['19.9', 'a b', 'Кому?', '', 'Нет'])).toEqual([
      [2, 'competence', 'code-unknown'],
      [2, 'code', 'code-unfit'],
      [2, 'right_ru', 'missing'],
    ])
    expect(faultsOf(HEADER, ['19.7', 'a', '', 'Да', 'Нет'])).toEqual([
      [2, 'question_ru', 'missing'],
    ])
    const differing = ['19.7', 'a', 'Кому?', 'Да', 'Нет', 'Кімге?', 'Иә | Бұл да', 'Жоқ']
    expect(faultsOf([...HEADER, ...KK], differing)).toEqual([[2, 'right_ru', 'answers-differ']])
    const eleven = Array.from({ length: 10 }, (_, at) => `Нет ${at}`).join('|')
    expect(faultsOf(HEADER, ['19.7', 'a', 'Кому?', 'Да', eleven])).toEqual([
      [2, 'wrong_ru', 'too-many-answers'],
    ])
    expect(faultsOf(['Код'])).toEqual([[1, 'competence', 'column-missing']])
  })
})
