import { setTimeout as sleep } from 'node:timers/promises'

import { offsetMinutes } from '#forecasting/kernel/calendar.ts'
import type { CenterId, EpochMs } from '#forecasting/kernel/units.ts'
import { inCenter, type OpenDatabase, systemScope } from '#server/platform/db/scope.ts'

import { readEveryCenter } from '../centers/centers.service.ts'
import { readHours } from '../intraday/hours.service.ts'
import type { LiveBoards } from '../intraday/live-boards.ts'
import { presentHours } from '../intraday/present-hours.ts'
import { endAlerts, listAlerts, listRules, raiseAlerts } from './alerts.queries.ts'
import { findAlerts, isQuietAt } from './find-alerts.ts'
import { signatureOf } from './signature.ts'
import {
  claimDeliveries,
  type DueDelivery,
  queueDeliveries,
  settleDelivery,
} from './webhooks.queries.ts'

const LOOK_EVERY_MS = 20_000
/** What was not seen for so long has ended. */
const UNSEEN_SECONDS = 120
const TIMEOUT_MS = 10_000
/** Waits before a delivery is tried again, seconds; after the last it is given up. */
const RETRY_SECONDS = [10, 30, 120, 600, 3600, 3600, 3600]
const ERROR_LENGTH = 300

export interface AlertParts {
  readonly db: OpenDatabase
  readonly boards: Pick<LiveBoards, 'now'>
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
        await deliverAlerts(parts.db, id, Date.now())
      }
    } catch (error) {
      onError(error)
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** One look at one centre. Several processes may look at once: an alert is still raised and told once. */
export async function lookForAlerts(
  { db, boards }: AlertParts,
  center: { readonly id: CenterId; readonly timezone: string },
  nowMs: number,
): Promise<void> {
  const scope = systemScope(center.id)
  const rules = (await inCenter(db, scope, listRules)).filter(({ enabled }) => enabled)
  const found = rules.length === 0 ? [] : await findAll({ db, boards }, rules, center, nowMs)
  await inCenter(db, scope, async (tx) => {
    const raised = await raiseAlerts(tx, center.id, found)
    await queueDeliveries(tx, raised, 'raised')
    await queueDeliveries(tx, await endAlerts(tx, UNSEEN_SECONDS), 'ended')
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

/** Sends what is due to the centre's webhooks; what fails is tried again later, with longer waits. */
export async function deliverAlerts(
  db: OpenDatabase,
  centerId: CenterId,
  nowMs: number,
): Promise<void> {
  const scope = systemScope(centerId)
  const due = await inCenter(db, scope, claimDeliveries)
  if (due.length === 0) return
  const ids = due.map(({ alertId }) => alertId)
  const alerts = await inCenter(db, scope, (tx) => listAlerts(tx, { ids }))
  for (const delivery of due) {
    const alert = alerts.find(({ id }) => id === delivery.alertId)
    const error = await send(delivery, JSON.stringify({ event: delivery.event, alert }), nowMs)
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

/** @returns what went wrong, undefined when it was taken */
async function send(
  { id, url, secret }: DueDelivery,
  body: string,
  nowMs: number,
): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'kezek-delivery': id,
        'kezek-signature': signatureOf(body, secret, nowMs),
      },
      body,
      // The address was named by an administrator; another one was not.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    return response.ok ? undefined : `answered ${response.status}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
