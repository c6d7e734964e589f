import { Button } from '@mantine/core'
import { type FormEvent, type ReactElement, useState } from 'react'

import { FailedState } from '../../components/states/failed-state.tsx'
import { fetchClient } from '../../lib/api.ts'
import { useLocale } from '../../lib/i18n/locale-context.tsx'
import { useDateText } from '../../lib/use-date-text.ts'
import { useSending } from '../../lib/use-sending.ts'
import { type OwnSurvey as Asked } from './use-surveys.ts'

import styles from './surveys.module.css'

const MARKS = [1, 2, 3, 4, 5] as const

/** One survey, to be answered on a phone: every question is a statement to agree with, from 1 to 5. */
export function OwnSurvey({ survey }: { readonly survey: Asked }): ReactElement {
  const { t, locale } = useLocale()
  const date = useDateText()
  const [marks, setMarks] = useState<ReadonlyMap<number, number>>(new Map())
  const { problem, isBusy, send } = useSending()
  const { id, title, questions, answered, closesOn, groupMin } = survey
  const missing = questions.length - marks.size
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const sent = fetchClient.POST('/api/v1/my/surveys/{surveyId}/answers', {
      params: { path: { surveyId: id } },
      body: { marks: questions.map(({ position }) => marks.get(position) ?? 0) },
    })
    void send(sent)
  }
  return (
    <section className={styles['section']} aria-label={title[locale]}>
      <h2 className={styles['title']}>{title[locale]}</h2>
      <p className={styles['note']}>
        {t('mySurvey.until', { date: date(closesOn) })} {t('mySurvey.anonymous', { min: groupMin })}
      </p>
      {answered ? (
        <p>{t('mySurvey.answered')}</p>
      ) : (
        <form onSubmit={submit}>
          {questions.map(({ position, text }) => (
            <fieldset key={position} className={styles['asked']}>
              <legend>{text[locale]}</legend>
              <div className={styles['scale']}>
                {MARKS.map((mark) => (
                  <label key={mark} aria-label={`${mark}: ${t(`mySurvey.mark.${mark}`)}`}>
                    <input
                      type="radio"
                      name={`${id} ${position}`}
                      value={mark}
                      checked={marks.get(position) === mark}
                      onChange={() => setMarks(new Map(marks).set(position, mark))}
                    />
                    <span>
                      <b>{mark}</b>
                      <small>{t(`mySurvey.mark.${mark}`)}</small>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          {problem !== null && <FailedState problem={problem} />}
          <Button type="submit" loading={isBusy} disabled={missing > 0}>
            {missing === 0 ? t('mySurvey.send') : t('mySurvey.missing', { count: missing })}
          </Button>
        </form>
      )}
    </section>
  )
}
