import { localDateOf } from '#forecasting/kernel/calendar.ts'
import type { EpochMs, OperatorId } from '#forecasting/kernel/units.ts'
import type { Language } from '#server/platform/db/column-types.ts'
import type { Db } from '#server/platform/db/scope.ts'

import { readCenterSettings } from '../centers/centers.service.ts'
import { listAllCompetences } from '../competences/competences.service.ts'
import { readProfiles } from '../competences/profiles.service.ts'
import { readObjectionsOf } from '../objections/objections.service.ts'
import { readCard } from '../operators/operators.service.ts'
import { readRegister } from '../training/certificates.service.ts'
import { readSteps } from '../training/development.service.ts'
import { type PaperSay, paperSay } from './paper-texts.ts'
import { type Paper, type PaperSection, dayText } from './paper.ts'
import {
  readJudgedLevels,
  readNoticesOf,
  readSignedAssessments,
  readTrainingOf,
} from './papers.queries.ts'

export interface PaperReader {
  readonly language: Language
  /** Who takes the paper: it says so on every page. */
  readonly name: string
}

interface Context {
  readonly db: Db
  readonly operatorId: OperatorId
  readonly language: Language
  readonly say: PaperSay
  readonly timezone: string
}

/**
 * All that is kept of one person's work and competence. What the law attaches to somebody is left out: it
 * stays on HR's page.
 *
 * @throws {ProblemError} `operator-unknown`
 */
export async function readPersonFile(
  db: Db,
  operatorId: OperatorId,
  { language, name }: PaperReader,
): Promise<Paper> {
  const say = paperSay(language)
  const { person, ...card } = await readCard(db, operatorId)
  const center = await readCenterSettings(db)
  const context: Context = { db, operatorId, language, say, timezone: center.timezone }
  return {
    title: `${say('personFile')}: ${person.fullName}`,
    facts: [
      [say('centre'), center.name[language]],
      [say('number'), person.personnelNumber],
      [say('position'), person.position ?? '—'],
      [say('site'), person.siteCode],
      [say('team'), person.teamCode ?? '—'],
      [say('hiredOn'), dayText(person.hiredOn)],
      [say('leftOn'), dayText(person.leftOn)],
    ],
    sections: [
      {
        title: say('contracts'),
        headers: [say('from'), say('contract')],
        rows: card.contracts.map((one) => [dayText(one.fromDate), one.contractCode]),
      },
      {
        title: say('employments'),
        headers: [say('from'), say('to')],
        rows: card.earlierEmployments.map((one) => [dayText(one.hiredOn), dayText(one.leftOn)]),
      },
      await competenceSection(context, card.competences),
      await historySection(context),
      await assessmentSection(context),
      await objectionSection(context),
      await trainingSection(context),
      await developmentSection(context),
      await certificateSection(context),
      await profileSection(context),
      await noticeSection(context),
    ],
    madeBy: say('madeBy', { name, when: momentText(new Date(), center.timezone) }),
    nothing: say('nothing'),
  }
}

/** The local day of an instant; a dash for none. */
export function momentText(at: Date | null, timezone: string): string {
  return at === null ? '—' : dayText(localDateOf(at.getTime() as EpochMs, timezone))
}

async function competenceSection(
  { db, language, say }: Context,
  held: Awaited<ReturnType<typeof readCard>>['competences'],
): Promise<PaperSection> {
  const names = new Map((await listAllCompetences(db)).map(({ code, name }) => [code, name]))
  return {
    title: say('competences'),
    headers: [say('code'), say('competence'), say('level'), say('assessedOn'), say('validUntil')],
    rows: held.map(({ code, level, assessedOn, validUntil }) => [
      code,
      names.get(code)?.[language] ?? code,
      String(level),
      dayText(assessedOn),
      dayText(validUntil),
    ]),
  }
}

async function historySection({ db, operatorId, language, say }: Context): Promise<PaperSection> {
  return {
    title: say('history'),
    headers: [say('competence'), say('date'), say('level'), say('assessor'), say('evidence')],
    rows: (await readJudgedLevels(db, operatorId)).map((row) => [
      `${row.code} ${row.name[language]}`,
      dayText(row.assessed_on),
      String(row.level),
      row.assessor_name,
      row.evidence,
    ]),
  }
}

async function assessmentSection({
  db,
  operatorId,
  say,
  timezone,
}: Context): Promise<PaperSection> {
  return {
    title: say('assessments'),
    headers: [
      say('date'),
      say('method'),
      say('status'),
      say('assessorSigned'),
      say('operatorSigned'),
      say('evidence'),
      say('objection'),
    ],
    rows: (await readSignedAssessments(db, operatorId)).map((row) => [
      dayText(row.assessed_on),
      say(row.method),
      // Drafts are left out by the query.
      say(row.status === 'draft' ? 'signed' : row.status),
      `${row.assessor_name}, ${momentText(row.assessor_signed_at, timezone)}`,
      momentText(row.operator_signed_at, timezone),
      row.evidence,
      [row.objection, row.decision, row.decided_by].filter((part) => part !== null).join('; '),
    ]),
  }
}

async function objectionSection({ db, operatorId, say, timezone }: Context): Promise<PaperSection> {
  return {
    title: say('objections'),
    headers: [say('date'), say('objectedTo'), say('objectionWords'), say('status'), say('answer')],
    rows: (await readObjectionsOf(db, operatorId)).map((row) => [
      momentText(row.made_at, timezone),
      say(OBJECTED_TO[row.about]),
      row.words,
      say(OBJECTION_STATES[row.status]),
      row.answer === null
        ? dayText(row.answer_by)
        : `${row.answer} (${row.answered_by ?? ''}, ${momentText(row.answered_at, timezone)})`,
    ]),
  }
}

const OBJECTED_TO = {
  assessment: 'objectedAssessment',
  competence: 'competence',
  shift: 'objectedShift',
  request: 'objectedRequest',
  session: 'objectedSession',
} as const

const OBJECTION_STATES = {
  open: 'answerDue',
  upheld: 'upheld',
  rejected: 'rejected',
  withdrawn: 'takenBack',
} as const

async function trainingSection({
  db,
  operatorId,
  language,
  say,
  timezone,
}: Context): Promise<PaperSection> {
  return {
    title: say('training'),
    headers: [say('date'), say('course'), say('trainer'), say('result')],
    rows: (await readTrainingOf(db, operatorId)).map((row) => [
      momentText(row.starts_at, timezone),
      `${row.name[language]}, ${say('version').toLocaleLowerCase(language)} ${row.course_version}`,
      row.trainer,
      trainingResult(row, say),
    ]),
  }
}

function trainingResult(
  row: Awaited<ReturnType<typeof readTrainingOf>>[number],
  say: PaperSay,
): string {
  if (row.status !== 'attended') return say(row.status)
  const mark = row.share === null ? [] : [`${Math.round(row.share * 100)} %`]
  const end = row.passed === null ? 'didAttend' : row.passed ? 'didPass' : 'didFail'
  return [say(end), ...mark].join(', ')
}

async function developmentSection({ db, operatorId, say }: Context): Promise<PaperSection> {
  return {
    title: say('development'),
    headers: [say('competence'), say('level'), say('way'), say('dueOn'), say('status')],
    rows: (await readSteps(db, operatorId)).map((step) => [
      step.competenceCode,
      String(step.targetLevel),
      say(step.way === 'course' ? 'byCourse' : step.way),
      dayText(step.dueOn),
      [say(step.status), step.outcome].filter((part) => part !== '').join(': '),
    ]),
  }
}

async function certificateSection({ db, operatorId, say }: Context): Promise<PaperSection> {
  const { certificates } = await readRegister(db, { operatorId })
  return {
    title: say('certificates'),
    headers: [
      say('title'),
      '№',
      say('issuedBy'),
      say('issuedOn'),
      say('validUntil'),
      say('withdrawn'),
    ],
    rows: certificates.map((one) => [
      one.title,
      one.number,
      one.issuedBy,
      dayText(one.issuedOn),
      one.validUntil === null ? say('forGood') : dayText(one.validUntil),
      dayText(one.withdrawnOn),
    ]),
  }
}

async function profileSection({
  db,
  operatorId,
  language,
  say,
  timezone,
}: Context): Promise<PaperSection> {
  const { profiles } = await readProfiles(db)
  return {
    title: say('profiles'),
    headers: [say('profile'), say('function'), say('from'), say('version'), say('readOn')],
    rows: profiles.flatMap((profile) =>
      profile.holders
        .filter((holder) => holder.operatorId === operatorId)
        .map((holder) => [
          profile.name[language],
          profile.function === null ? '—' : say(profile.function),
          dayText(holder.since),
          holder.readVersion === null ? '—' : String(holder.readVersion),
          momentText(holder.readAt === null ? null : new Date(holder.readAt), timezone),
        ]),
    ),
  }
}

async function noticeSection({
  db,
  operatorId,
  language,
  say,
  timezone,
}: Context): Promise<PaperSection> {
  return {
    title: say('noticesRead'),
    headers: [say('title'), say('source'), say('version'), say('readOn')],
    rows: (await readNoticesOf(db, operatorId)).map((row) => [
      row.title[language],
      row.official_source,
      String(row.version),
      momentText(row.read_at, timezone),
    ]),
  }
}
