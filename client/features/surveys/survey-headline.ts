import type { Answer } from '../../components/page-headline/page-headline.tsx'
import type { Translate } from '../../lib/i18n/translate.ts'
import type { OwnSurvey, Survey } from './use-surveys.ts'

type Part = Pick<Survey, 'status' | 'respondents' | 'audience' | 'results' | 'nextOn'>

interface Words {
  readonly t: Translate
  readonly percent: (ratio: number) => string
  readonly date: (date: string) => string
}

/** How are our people? The survey that runs, or what the last one said, and when the next is due. */
export function surveysAnswer(
  surveys: readonly Part[],
  today: string,
  { t, percent, date }: Words,
): Answer {
  const running = surveys.find(({ status }) => status === 'open')
  if (running !== undefined) {
    const { respondents, audience } = running
    return { text: t('surveys.running', { count: respondents, all: audience }), tone: 'covered' }
  }
  const last = surveys.find(({ status }) => status === 'closed')
  if (last === undefined) return { text: t('surveys.never'), tone: 'law' }
  const shares = (last.results?.factors ?? []).map(({ factor, favourable }) =>
    t(`surveys.favourable.${factor}`, { share: percent(favourable) }),
  )
  const said = shares.length === 0 ? t('surveys.tooFew') : shares.join(' ')
  if (last.nextOn === null) return { text: said, tone: 'covered' }
  const isDue = last.nextOn <= today
  const next = t(isDue ? 'surveys.nextDue' : 'surveys.next', { date: date(last.nextOn) })
  return { text: `${said} ${next}`, tone: isDue ? 'law' : 'covered' }
}

/** Does a survey wait for my answer? */
export function ownSurveysAnswer(surveys: readonly OwnSurvey[], t: Translate): Answer {
  const waiting = surveys.filter(({ answered }) => !answered).length
  return waiting === 0
    ? { text: t('mySurvey.none'), tone: 'covered' }
    : { text: t('mySurvey.waiting', { count: waiting }), tone: 'under' }
}
