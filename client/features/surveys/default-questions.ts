import type { components } from '../../api/schema.d.ts'

export type Factor = components['schemas']['Survey']['questions'][number]['factor']

export const FACTORS: readonly Factor[] = ['satisfaction', 'experience']

export interface DraftQuestion {
  readonly factor: Factor
  readonly text: { readonly kk: string; readonly ru: string; readonly en: string }
}

const question = (factor: Factor, kk: string, ru: string, en: string): DraftQuestion => ({
  factor,
  text: { kk, ru, en },
})

/**
 * To begin with: three statements for each factor of п. 15, to agree or disagree with. They stay the same
 * from survey to survey, or a trend says nothing. Kazakh awaits review by a native speaker.
 */
export const DEFAULT_QUESTIONS: readonly DraftQuestion[] = [
  question(
    'satisfaction',
    'Жалпы жұмысыма қанағаттанамын',
    'В целом я доволен своей работой',
    'On the whole I am content with my work',
  ),
  question(
    'satisfaction',
    'Орталықты жұмыс орны ретінде достарыма ұсынар едім',
    'Я бы рекомендовал центр друзьям как место работы',
    'I would recommend the centre to friends as a place to work',
  ),
  question(
    'satisfaction',
    'Ауысым кестем маған қолайлы',
    'Мой график смен мне подходит',
    'My schedule suits me',
  ),
  question(
    'experience',
    'Клиентке көмектесу үшін қажетті ақпарат пен құралдар менде бар',
    'У меня есть сведения и средства, чтобы помочь клиенту',
    'I have the information and the means to help a client',
  ),
  question(
    'experience',
    'Клиенттің мәселесін өзім шешуге өкілеттігім жетеді',
    'Моих полномочий хватает, чтобы решить вопрос клиента',
    'I may decide enough to solve what a client asks for',
  ),
  question(
    'experience',
    'Қиын әңгімеден кейін маған қолдау көрсетіледі',
    'После трудного разговора меня поддерживают',
    'After a hard conversation I am supported',
  ),
]
