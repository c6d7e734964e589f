import { readFileSync } from 'node:fs'

import type { Instance } from '#forecasting/scheduling/instance.ts'

/** A problem of `fixtures/scheduling`. */
export function fixture(name: string): Instance {
  return JSON.parse(readFileSync(`fixtures/scheduling/${name}.json`, 'utf8')) as Instance
}
