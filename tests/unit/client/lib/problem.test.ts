import { describe, expect, it } from 'vitest'

import { translatorOf } from '../../../../client/lib/i18n/translate.ts'
import { problemText, UNREACHABLE } from '../../../../client/lib/problem.ts'

describe('problemText', () => {
  it("uses the client's own words where it has some", () => {
    expect(problemText(UNREACHABLE, translatorOf('ru'))).toEqual({
      text: 'Сервер не отвечает',
      nextStep: 'Проверьте сеть и повторите.',
      places: [],
    })
  })

  it("uses the server's title otherwise, and says what to do by the code", () => {
    const problem = { type: '/problems/history-empty', title: 'Нет истории', status: 422 }
    expect(problemText(problem, translatorOf('ru'))).toMatchObject({
      text: 'Нет истории',
      nextStep: 'Откройте «Историю» и загрузите файл.',
    })
  })

  it('says of an address that nothing can have that there is no such page', () => {
    const problem = (pointer: string) => ({
      type: '/problems/invalid-request',
      title: 'Запрос не соответствует схеме',
      status: 400,
      errors: [{ pointer, detail: 'нужен идентификатор' }],
    })
    const t = translatorOf('ru')
    expect(problemText(problem('params/operatorId'), t)).toMatchObject({
      text: 'Такой страницы нет',
      places: [],
    })
    expect(problemText(problem('body/operatorId'), t).places).toHaveLength(1)
  })

  it.each([
    [401, 'Sign in again: the session has ended.'],
    [403, 'Ask the centre’s administrator for the role.'],
    [409, 'Refresh the page and see what has changed.'],
    [422, 'Correct the input and try again.'],
  ])('knows a next step for a %d that it has never heard of', (status, nextStep) => {
    const problem = { type: '/problems/never-heard-of', title: 'x', status }
    expect(problemText(problem, translatorOf('en')).nextStep).toBe(nextStep)
  })

  it('passes on the places that were refused', () => {
    const errors = [{ pointer: '/from', detail: 'must be a date' }]
    const problem = { type: '/problems/invalid-request', title: 'x', status: 400, errors }
    expect(problemText(problem, translatorOf('en')).places).toEqual(errors)
  })
})
