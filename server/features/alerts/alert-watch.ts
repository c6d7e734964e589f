import { setTimeout as sleep } from 'node:timers/promises'

import { offsetMinutes } from '#forecasting/kernel/calendar.ts'
import type { CenterId, EpochMs } from '#forecasting/kernel/units.ts'
import { type Db, inCenter, type OpenDatabase, systemScope } from '#server/platform/db/scope.ts'
import type { Mailer } from '#server/platform/mail.ts'

import { readCenterSettings, readEveryCenter } from '../centers/centers.service.ts'
import type { LiveBoards } from '../intraday/board/live-boards.ts'
import { readHours } from '../intraday/hours/hours.service.ts'
import { presentHours } from '../intraday/hours/present-hours.ts'
import type { MailSource } from './alert-mail.ts'
import { endAlerts, listAlerts, listRules, raiseAlerts } from './alerts.queries.ts'
import {
  claimDeliveries,
  dropMails,
  queueForWebhooks,
  queueMails,
  settleDelivery,
} from './deliveries.queries.ts'
import { findAlerts, isQuietAt } from './find-alerts.ts'
import { sendByMail, sendToWebhook } from './send-alert.ts'

const LOOK_EVERY_MS = 20_000
/** What was not seen for so long has ended. */
const UNSEEN_SECONDS = 120
/** Waits before a delivery is tried again, seconds; after the last it is given up. */
const RETRY_SECONDS = [10, 30, 120, 600, 3600, 3600, 3600]
const ERROR_LENGTH = 300

export interface AlertParts {
  readonly db: OpenDatabase
  readonly boards: Pick<LiveBoards, 'now'>
  /** Undefined: nobody is told by mail. */
  readonly mail?: { readonly mailer: Mailer; readonly serviceUrl: string } | undefined
}

/** Holds every centre's rules against its day, and tells of what they find, until it is told to stop. */
export async function watchForAlerts(
  parts: AlertParts,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const { id, timezone } of await readEveryCenter(parts.db)) {
        await lookForAlerts(parts, { id, timezone }, Date.now())
        await deliverAlerts(parts, id, Date.now())
      }
    } catch (error) {
      onError(error)
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** One look at one centre. Several processes may look at once: an alert is still raised and told once. */
export async function lookForAlerts(
  { db, boards, mail }: AlertParts,
  center: { readonly id: CenterId; readonly timezone: string },
  nowMs: number,
): Promise<void> {
  const scope = systemScope(center.id)
  const rules = (await inCenter(db, scope, listRules)).filter(({ enabled }) => enabled)
  const found = rules.length === 0 ? [] : await findAll({ db, boards }, rules, center, nowMs)
  await inCenter(db, scope, async (tx) => {
    const raised = await raiseAlerts(tx, center.id, found)
    await queueForWebhooks(tx, raised, 'raised')
    if (mail !== undefined) await queueMails(tx, raised)
    const ended = await endAlerts(tx, UNSEEN_SECONDS)
    await queueForWebhooks(tx, ended, 'ended')
    await dropMails(tx, ended)
  })
}

async function findAll(
  { db, boards }: AlertParts,
  rules: Awaited<ReturnType<typeof listRules>>,
  center: { readonly id: CenterId; readonly timezone: string },
  nowMs: number,
) {
  const hours = presentHours(
    await inCenter(db, systemScope(center.id), (tx) => readHours(tx, nowMs)),
  )
  const situation = { nowMs, hours, board: await boards.now(center.id) }
  const wall = Math.floor(nowMs / 60_000) + offsetMinutes(nowMs as EpochMs, center.timezone)
  return rules.flatMap((rule) =>
    findAlerts(rule, situation).map((one) => ({
      ...one,
      isQuiet: isQuietAt(rule.quiet, wall % 1440),
    })),
  )
}

/** Sends what is due; what fails is tried again later, with longer waits. */
export async function deliverAlerts(
  { db, mail }: Pick<AlertParts, 'db' | 'mail'>,
  centerId: CenterId,
  nowMs: number,
): Promise<void> {
  const scope = systemScope(centerId)
  const due = await inCenter(db, scope, (tx) => claimDeliveries(tx, { mails: mail !== undefined }))
  if (due.length === 0) return
  const ids = due.map(({ alertId }) => alertId)
  const { alerts, source } = await inCenter(db, scope, async (tx) => ({
    alerts: await listAlerts(tx, { ids }),
    source: await readSource(tx, mail?.serviceUrl ?? ''),
  }))
  for (const delivery of due) {
    const alert = alerts.find(({ id }) => id === delivery.alertId)
    if (alert === undefined) continue
    const error = await failureOf(async () => {
      const { address } = delivery
      if (address.kind === 'webhook') await sendToWebhook(delivery, address, alert, nowMs)
      else if (mail !== undefined)
        await sendByMail(mail.mailer, delivery, address, { alert, source })
    })
    const retrySeconds = RETRY_SECONDS[delivery.attempts - 1] ?? null
    await inCenter(db, scope, (tx) =>
      settleDelivery(
        tx,
        delivery.id,
        error === undefined
          ? { isDelivered: true }
          : { isDelivered: false, error: error.slice(0, ERROR_LENGTH), retrySeconds },
      ),
    )
  }
}

async function readSource(db: Db, serviceUrl: string): Promise<MailSource> {
  const { name, timezone, queues } = await readCenterSettings(db)
  const queueNames = new Map(queues.map((queue) => [queue.id as string, queue.name]))
  return { centerName: name, timezone, queueNames, serviceUrl }
}

/** @returns what went wrong, undefined when nothing did */
async function failureOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
