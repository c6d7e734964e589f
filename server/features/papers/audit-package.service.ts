import type { LocalDate } from '#forecasting/kernel/calendar.ts'
import type { Db } from '#server/platform/db/scope.ts'
import { ProblemError } from '#server/platform/http/problem.ts'

import { readAssessmentPlan } from '../assessments/assessment-plan.service.ts'
import { readCenterSettings } from '../centers/centers.service.ts'
import { listAllCompetences } from '../competences/competences.service.ts'
import { type ProfilesAndFunctions, readProfiles } from '../competences/profiles.service.ts'
import { readPublished } from '../notices/notices.service.ts'
import { readCertificatesOn } from '../training/certificates.service.ts'
import { assessedInYear } from './assessed-in-year.ts'
import { type PaperSay, paperSay } from './paper-texts.ts'
import { type Paper, type PaperSection, dayText } from './paper.ts'
import {
  readAssessedIn,
  readAssessorRows,
  readHeldSessions,
  readPeopleOn,
} from './papers.queries.ts'
import { momentText, type PaperReader } from './person-file.service.ts'

interface Context {
  readonly db: Db
  readonly year: number
  /** The last day of the year, or today within it. */
  readonly day: LocalDate
  readonly language: PaperReader['language']
  readonly say: PaperSay
  readonly timezone: string
}

/**
 * What an auditor asks for about people, of one year: share assessed, who is overdue, functions and who
 * holds them, notices with receipts, certification, training, assessors.
 *
 * @throws {ProblemError} `year-not-begun`
 */
export async function readAuditPackage(db: Db, year: number, reader: PaperReader): Promise<Paper> {
  const { language, name } = reader
  const say = paperSay(language)
  const plan = await readAssessmentPlan(db)
  if (String(year) > plan.today.slice(0, 4)) throw new ProblemError('year-not-begun')
  const lastDay = `${year}-12-31`
  const day = (lastDay < plan.today ? lastDay : plan.today) as LocalDate
  const center = await readCenterSettings(db)
  const context: Context = { db, year, day, language, say, timezone: center.timezone }
  const overdue = plan.people.filter(({ urgency }) => urgency === 'overdue')
  const assessed = await assessedSection(context)
  const people = await readProfiles(db)
  const certificates = await readCertificatesOn(db, day)
  return {
    title: say('auditPackage', { year: String(year) }),
    facts: [
      [say('centre'), center.name[language]],
      [say('asOf'), dayText(day)],
      [say('operators'), String(assessed.people)],
      [say('assessedAll'), shareText(assessed.complete, assessed.people, language)],
      [say('overdueCount'), String(overdue.length)],
      [say('uncovered'), String(people.functions.filter(({ covered }) => !covered).length)],
      [say('centreCertificates'), String(certificates.ofCentre.length)],
      [say('managers'), String(certificates.managers)],
    ],
    sections: [
      assessed.section,
      overdueSection(say, overdue),
      functionSection(context, people),
      await noticeSection(context),
      certificateSection(say, certificates),
      await trainingSection(context),
      await assessorSection(context),
    ],
    madeBy: say('madeBy', { name, when: momentText(new Date(), center.timezone) }),
    nothing: say('nothing'),
  }
}

function shareText(part: number, whole: number, language: string): string {
  if (whole === 0) return '—'
  const share = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return `${part} / ${whole} (${share.format((part / whole) * 100)} %)`
}

async function assessedSection({ db, year, day, say }: Context) {
  const people = await readPeopleOn(db, day)
  const ofOrder = (await listAllCompetences(db))
    .filter(({ paragraph }) => paragraph !== null)
    .map(({ code }) => code)
  const found = assessedInYear(
    people.map(({ id }) => id),
    ofOrder,
    await readAssessedIn(db, year),
  )
  const section: PaperSection = {
    title: say('assessedSection'),
    headers: [
      say('number'),
      say('fullName'),
      say('team'),
      say('ofOrder'),
      say('lastOn'),
      say('complete'),
      say('missing'),
    ],
    rows: found.map(({ assessed, missing, lastOn }, at) => [
      people[at]?.personnel_number ?? '',
      people[at]?.full_name ?? '',
      people[at]?.team_code ?? '—',
      `${assessed.length} / ${ofOrder.length}`,
      dayText(lastOn),
      say(missing.length === 0 ? 'yes' : 'no'),
      missing.join(', '),
    ]),
  }
  const complete = found.filter(({ missing }) => missing.length === 0).length
  return { section, people: people.length, complete }
}

function overdueSection(
  say: PaperSay,
  overdue: Awaited<ReturnType<typeof readAssessmentPlan>>['people'],
): PaperSection {
  return {
    title: say('overdueSection'),
    headers: [say('number'), say('fullName'), say('team'), say('lastOn'), say('dueOn')],
    rows: overdue.map((one) => [
      one.personnelNumber,
      one.fullName,
      one.teamCode ?? '—',
      dayText(one.lastOn),
      dayText(one.dueOn),
    ]),
  }
}

function functionSection(
  { say, language, timezone }: Context,
  { profiles, functions }: ProfilesAndFunctions,
): PaperSection {
  return {
    title: say('functionsSection'),
    headers: [say('paragraph'), say('function'), say('covered'), say('holders')],
    rows: functions.map((one) => [
      one.function,
      say(one.function),
      say(one.covered ? 'yes' : 'no'),
      profiles
        .filter((profile) => profile.function === one.function)
        .flatMap((profile) =>
          profile.holders.map((holder) => {
            const readAt = holder.readAt === null ? null : new Date(holder.readAt)
            const read = `${say('readOn').toLocaleLowerCase(language)} ${momentText(readAt, timezone)}`
            return `${holder.fullName} (${profile.name[language]}; ${read})`
          }),
        )
        .join('; '),
    ]),
  }
}

async function noticeSection({
  db,
  year,
  language,
  say,
  timezone,
}: Context): Promise<PaperSection> {
  const notices = (await readPublished(db)).filter(
    ({ publishedAt, withdrawnAt }) =>
      publishedAt < `${year + 1}` && (withdrawnAt === null || withdrawnAt >= `${year}`),
  )
  return {
    title: say('noticesSection'),
    headers: [say('date'), say('title'), say('source'), say('version'), say('readers')],
    rows: notices.map((one) => [
      momentText(new Date(one.publishedAt), timezone),
      one.title[language],
      one.officialSource,
      String(one.version),
      shareText(one.readers, one.audience, language),
    ]),
  }
}

function certificateSection(
  say: PaperSay,
  { ofCentre, ofManagers }: Awaited<ReturnType<typeof readCertificatesOn>>,
): PaperSection {
  return {
    title: say('certificatesSection'),
    headers: [
      say('holder'),
      say('title'),
      '№',
      say('issuedBy'),
      say('issuedOn'),
      say('validUntil'),
    ],
    rows: [...ofCentre, ...ofManagers].map((one) => [
      one.holderName,
      one.title,
      one.number,
      one.issuedBy,
      dayText(one.issuedOn),
      one.validUntil === null ? say('forGood') : dayText(one.validUntil),
    ]),
  }
}

async function trainingSection({
  db,
  year,
  language,
  say,
  timezone,
}: Context): Promise<PaperSection> {
  const held = (await readHeldSessions(db, year)).map((row) => ({
    ...row,
    day: momentText(row.starts_at, timezone),
  }))
  return {
    title: say('trainingSection'),
    headers: [say('date'), say('course'), say('trainer'), say('attended'), say('passed')],
    rows: held
      .filter(({ day }) => day.endsWith(`.${year}`))
      .map((row) => [
        row.day,
        `${row.name[language]}, ${say('version').toLocaleLowerCase(language)} ${row.course_version}`,
        row.trainer,
        String(row.attended),
        String(row.passed),
      ]),
  }
}

async function assessorSection({ db, say }: Context): Promise<PaperSection> {
  return {
    title: say('assessorsSection'),
    headers: [say('fullName'), say('trainedOn'), say('document')],
    rows: (await readAssessorRows(db)).map((row) => [
      row.name,
      dayText(row.trained_on),
      row.document,
    ]),
  }
}
