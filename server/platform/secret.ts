import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Config } from './config.ts'

const SECRET_BYTES = 48

/**
 * The secret that signs sessions: from the environment, or, with the embedded database, one made at
 * the first start and kept in its folder, readable by its owner alone.
 */
export function sessionSecret(config: Config): string {
  if (config.secret !== undefined) return config.secret
  if (config.database.kind === 'server') throw new TypeError('a server database needs a secret')
  const file = path.join(config.database.folder, 'secret')
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
