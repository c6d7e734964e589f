import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'

import { adherenceRoutes } from './features/adherence/adherence.routes.ts'
import { alertsRoutes } from './features/alerts/alerts.routes.ts'
import { assessmentsRoutes } from './features/assessments/assessments.routes.ts'
import { Assessment } from './features/assessments/assessments.schema.ts'
import { auditRoutes } from './features/audit/audit.routes.ts'
import { availabilityRoutes } from './features/availability/availability.routes.ts'
import { calendarRoutes } from './features/calendar/calendar.routes.ts'
import { centersRoutes } from './features/centers/centers.routes.ts'
import { Text3 } from './features/centers/centers.schema.ts'
import { scheduleWeightsRoutes } from './features/centers/schedule-weights.routes.ts'
import { competencesRoutes } from './features/competences/competences.routes.ts'
import { dueDatesRoutes } from './features/due-dates/due-dates.routes.ts'
import { forecastsRoutes } from './features/forecasts/forecasts.routes.ts'
import { headCountRoutes } from './features/head-count/head-count.routes.ts'
import { importsRoutes } from './features/imports/imports.routes.ts'
import { boardRoutes } from './features/intraday/board/board.routes.ts'
import { LiveBoards } from './features/intraday/board/live-boards.ts'
import { hoursRoutes } from './features/intraday/hours/hours.routes.ts'
import { feedsRoutes } from './features/intraday/ingest/feeds.routes.ts'
import { ingestRoutes } from './features/intraday/ingest/ingest.routes.ts'
import { jobsRoutes } from './features/jobs/jobs.routes.ts'
import { Job } from './features/jobs/jobs.schema.ts'
import { knowledgeTestsRoutes } from './features/knowledge-tests/tests.routes.ts'
import { labourRulesRoutes } from './features/labour-rules/labour-rules.routes.ts'
import { learnedRoutes } from './features/learned/learned.routes.ts'
import { messagesRoutes } from './features/messages/messages.routes.ts'
import { noticesRoutes } from './features/notices/notices.routes.ts'
import { objectionsRoutes } from './features/objections/objections.routes.ts'
import { operatorsRoutes } from './features/operators/operators.routes.ts'
import { ownCompetenceRoutes } from './features/own-competence/own-competence.routes.ts'
import { ownShiftsRoutes } from './features/own-shifts/own-shifts.routes.ts'
import { papersRoutes } from './features/papers/papers.routes.ts'
import { plannerRulesRoutes } from './features/planner-rules/planner-rules.routes.ts'
import { retentionRoutes } from './features/retention/retention.routes.ts'
import { personHoursRoutes } from './features/schedules/person-hours/person-hours.routes.ts'
import { schedulesRoutes } from './features/schedules/schedules.routes.ts'
import { Schedule, Violation } from './features/schedules/schedules.schema.ts'
import { simulationRoutes } from './features/simulation/simulation.routes.ts'
import { staffingRoutes } from './features/staffing/staffing.routes.ts'
import { surveysRoutes } from './features/surveys/surveys.routes.ts'
import { traineesRoutes } from './features/trainees/trainees.routes.ts'
import { Certificate } from './features/training/certificates.schema.ts'
import { DevelopmentStep } from './features/training/development.schema.ts'
import { TrainingSession } from './features/training/sessions.schema.ts'
import { trainingRoutes } from './features/training/training.routes.ts'
import { meRoutes } from './features/users/me.routes.ts'
import { usersRoutes } from './features/users/users.routes.ts'
import { workingTimeRoutes } from './features/working-time/working-time.routes.ts'
import { registerAuthRoutes } from './platform/auth/auth.routes.ts'
import type { Auth } from './platform/auth/auth.ts'
import type { OpenDatabase } from './platform/db/scope.ts'
import { type ActorOf, registerGuard } from './platform/http/guard.ts'
import { registerHealth } from './platform/http/health.ts'
import { LATE_COMPILERS } from './platform/http/late-compilers.ts'
import { registerOpenApi } from './platform/http/openapi.ts'
import { registerPage } from './platform/http/page.ts'
import { registerProblems } from './platform/http/problem.ts'
import { registerReadableText } from './platform/http/readable-text.ts'
import type { Compute } from './platform/jobs/compute.ts'
import type { Jobs } from './platform/jobs/jobs.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: OpenDatabase
    readonly auth: Auth
    readonly jobs: Jobs
    readonly compute: Compute
    readonly boards: LiveBoards
    /** Whether the service knows a mail server. */
    readonly canMail: boolean
  }
}

/** What the outside world gives the service. Tests pass a database of their own and fixed actors. */
export interface AppDependencies {
  readonly db: OpenDatabase
  readonly jobs: Jobs
  /** For what a request waits for, and is too long for the event loop. */
  readonly compute: Compute
  readonly actorOf: ActorOf
  readonly auth: Auth
  /** Whether the service knows a mail server. */
  readonly canMail?: boolean
  /** True behind a proxy of one's own, which says whom it speaks for. */
  readonly behindProxy?: boolean
  readonly logger?: FastifyServerOptions['logger']
}

const UPLOAD_BYTES_MAX = 2 * 1024 ** 3
/** Where a proxy of one's own stands: on this machine, or in a private network. */
const PROXIES = ['loopback', 'linklocal', 'uniquelocal']
const SHUTDOWN_GRACE_MS = 10_000

/** Builds the whole HTTP service without listening, so that tests can `inject` into it. */
export async function buildApp(parts: AppDependencies): Promise<FastifyInstance> {
  const app = Fastify({
    logger: parts.logger ?? false,
    trustProxy: parts.behindProxy === true ? PROXIES : false,
    forceCloseConnections: 'idle',
    pluginTimeout: SHUTDOWN_GRACE_MS,
    ajv: { customOptions: { removeAdditional: false } },
    schemaController: { compilersFactory: LATE_COMPILERS },
  })
  app.decorate('auth', parts.auth)
  app.decorate('db', parts.db)
  app.decorate('jobs', parts.jobs)
  app.decorate('compute', parts.compute)
  app.decorate('canMail', parts.canMail ?? false)
  app.decorate(
    'boards',
    new LiveBoards(parts.db, (error) => app.log.error({ err: error }, 'the board is old')),
  )
  registerProblems(app)
  registerGuard(app, parts.actorOf)
  registerReadableText(app)
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_SECURITY,
    // With `no-referrer` browsers send `Origin: null`, and signing in is refused as a forgery.
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(multipart, { limits: { files: 1, fileSize: UPLOAD_BYTES_MAX } })
  await registerOpenApi(app)
  registerHealth(app)
  registerAuthRoutes(app, parts.auth)
  for (const schema of SHARED_SCHEMAS) app.addSchema(schema)
  for (const routes of FEATURES) await app.register(routes, { prefix: '/api/v1' })
  await registerPage(app)
  return app
}

/** Schemas that the routes of several features answer with. */
const SHARED_SCHEMAS = [
  Job,
  Text3,
  Assessment,
  Certificate,
  DevelopmentStep,
  TrainingSession,
  Schedule,
  Violation,
]

const FEATURES = [
  meRoutes,
  usersRoutes,
  auditRoutes,
  centersRoutes,
  scheduleWeightsRoutes,
  learnedRoutes,
  competencesRoutes,
  calendarRoutes,
  jobsRoutes,
  importsRoutes,
  forecastsRoutes,
  headCountRoutes,
  staffingRoutes,
  ownShiftsRoutes,
  plannerRulesRoutes,
  workingTimeRoutes,
  labourRulesRoutes,
  personHoursRoutes,
  schedulesRoutes,
  simulationRoutes,
  feedsRoutes,
  ingestRoutes,
  boardRoutes,
  hoursRoutes,
  alertsRoutes,
  messagesRoutes,
  adherenceRoutes,
  operatorsRoutes,
  availabilityRoutes,
  assessmentsRoutes,
  dueDatesRoutes,
  papersRoutes,
  retentionRoutes,
  surveysRoutes,
  noticesRoutes,
  trainingRoutes,
  ownCompetenceRoutes,
  knowledgeTestsRoutes,
  traineesRoutes,
  objectionsRoutes,
]

/** Mantine and recharts set styles on elements; nothing else comes from outside the service. */
const CONTENT_SECURITY = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    upgradeInsecureRequests: null,
  },
}
