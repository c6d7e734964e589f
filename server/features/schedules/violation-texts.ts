import type { Language, Text3 } from '#server/platform/db/column-types.ts'
import { say } from '#server/platform/i18n/messages.ts'

import type { BrokenRule } from './rules-broken.ts'

/** What each rule says when it is broken. Kazakh texts await review by a native speaker. */
const TEXTS: Readonly<Record<string, Text3>> = {
  R01: {
    en: 'The contract does not allow this shift ({shape})',
    ru: 'Договор не допускает такую смену ({shape})',
    kk: 'Шарт мұндай ауысымға ({shape}) жол бермейді',
  },
  R02: {
    en: 'A shift of this kind may not start at this time',
    ru: 'Смена такого вида не может начинаться в это время',
    kk: 'Мұндай ауысым бұл уақытта басталмауы керек',
  },
  R03: {
    en: 'Two shifts in a row are forbidden (art. 73(4))',
    ru: 'Две рабочие смены подряд запрещены (ст. 73 п. 4)',
    kk: 'Қатарынан екі жұмыс ауысымына тартуға тыйым салынады (73-бап, 4-тармақ)',
  },
  R04: {
    en: 'A break is missing or not in its place',
    ru: 'Перерыва нет или он не на своём месте',
    kk: 'Үзіліс жоқ немесе өз орнында емес',
  },
  R05: {
    en: 'No break of at least half an hour for rest and a meal in its window (art. 81)',
    ru: 'Нет перерыва для отдыха и приёма пищи не менее получаса в своём окне (ст. 81)',
    kk: 'Тынығуға және тамақтануға арналған кемінде жарты сағаттық үзіліс жоқ (81-бап)',
  },
  R06: {
    en: '{minutes} paid minutes in a day, at most {most} (art. 71)',
    ru: '{minutes} оплачиваемых минут в день при норме {most} (ст. 71)',
    kk: 'Күніне {minutes} ақы төленетін минут, норма {most} (71-бап)',
  },
  R07: {
    en: 'Rest between shifts is {rest} min, at least {least} (art. 83)',
    ru: 'Междусменный отдых {rest} мин при норме не менее {least} (ст. 83)',
    kk: 'Ауысымаралық тынығу {rest} мин, кемінде {least} болуы керек (83-бап)',
  },
  R08: {
    en: 'The longest rest of the week is {rest} min, at least {least} (house rule)',
    ru: 'Самый долгий отдых за неделю {rest} мин при норме {least} (правило центра)',
    kk: 'Аптадағы ең ұзақ тынығу {rest} мин, норма {least} (орталық қағидасы)',
  },
  R09: {
    en: '{days} working days in a row, at most {most} (house rule)',
    ru: '{days} рабочих дней подряд при норме {most} (правило центра)',
    kk: 'Қатарынан {days} жұмыс күні, норма {most} (орталық қағидасы)',
  },
  R10: {
    en: '{nights} night shifts in a row, at most {most} (house rule)',
    ru: '{nights} ночных смен подряд при норме {most} (правило центра)',
    kk: 'Қатарынан {nights} түнгі ауысым, норма {most} (орталық қағидасы)',
  },
  R11: {
    en: 'Not admitted to night work: {minutes} min at night (art. 76)',
    ru: 'К работе в ночное время не допускается: {minutes} мин ночью (ст. 76)',
    kk: 'Түнгі уақыттағы жұмысқа жіберілмейді: түнде {minutes} мин (76-бап)',
  },
  R12: {
    en: 'On leave, or not available',
    ru: 'Работник в отпуске или недоступен',
    kk: 'Жұмыскер демалыста немесе қолжетімсіз',
  },
  R13: {
    en: '{minutes} paid minutes in a week, at most {most} (art. 68)',
    ru: '{minutes} оплачиваемых минут за неделю при норме {most} (ст. 68)',
    kk: 'Аптасына {minutes} ақы төленетін минут, норма {most} (68-бап)',
  },
  R14: {
    en: '{minutes} paid minutes in the period, at most {most} (art. 75)',
    ru: '{minutes} оплачиваемых минут за период при норме {most} (ст. 75)',
    kk: 'Кезеңде {minutes} ақы төленетін минут, норма {most} (75-бап)',
  },
  R15: {
    en: 'What was locked has been changed',
    ru: 'Изменено то, что было закреплено',
    kk: 'Бекітілген нәрсе өзгертілген',
  },
}

/** Words a broken rule; an unknown code, which would be a defect, is shown as it is. */
export function violationText(broken: BrokenRule, language: Language): string {
  const text = TEXTS[broken.code]
  return text === undefined ? broken.code : say(text, language, broken.values)
}
