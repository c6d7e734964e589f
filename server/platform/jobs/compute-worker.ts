import type { Task, TaskMessage, TaskReport } from './compute.ts'

const REPORT_EVERY_MS = 200

/** The one entry of every worker thread: loads the module that the task names, and runs it. */
export async function runTask(message: TaskMessage): Promise<unknown> {
  const { module, name, input, stopFlag, port } = message
  const stop = new Int32Array(stopFlag)
  const loaded = (await import(module)) as Record<string, Task<unknown, unknown>>
  const task = loaded[name]
  if (task === undefined) throw new TypeError(`${module} exports no task ${name}`)
  let reportedMs = 0
  return task(input, {
    report(progress, stage, soFar) {
      const nowMs = performance.now()
      if (nowMs - reportedMs < REPORT_EVERY_MS && progress < 1) return
      reportedMs = nowMs
      const report: TaskReport = { progress, stage, ...(soFar === undefined ? {} : { soFar }) }
      port.postMessage(report)
    },
    shouldStop: () => Atomics.load(stop, 0) === 1,
  })
}
