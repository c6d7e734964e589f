import { type Diagnosis, diagnose } from '#forecasting/scheduling/diagnose.ts'
import type { Instance } from '#forecasting/scheduling/instance.ts'
import type { Task } from '#server/platform/jobs/compute.ts'

/** Looks at a problem before it is solved, in a worker thread: a month of a thousand people is long. */
export const computeDiagnosis: Task<{ readonly instance: Instance }, Diagnosis> = ({ instance }) =>
  diagnose(instance)
