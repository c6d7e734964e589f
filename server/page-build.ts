import { existsSync, globSync, statSync } from 'node:fs'
import path from 'node:path'

import { CLIENT_BUILD } from './platform/http/page.ts'

const PROJECT = path.join(import.meta.dirname, '..')

/**
 * Builds the page when it was never built, or when a source is newer than the build.
 *
 * @param onStart called before it begins: it takes seconds
 */
export async function buildPageIfStale(onStart: () => void): Promise<void> {
  const built = path.join(CLIENT_BUILD, 'client/index.html')
  const sources = globSync('client/**/*.{ts,tsx,css,json,html}', { cwd: PROJECT })
  const newestMs = Math.max(...sources.map((file) => statSync(path.join(PROJECT, file)).mtimeMs))
  if (existsSync(built) && statSync(built).mtimeMs >= newestMs) return
  onStart()
  const { build } = await import('vite')
  await build({ root: PROJECT, logLevel: 'error' })
}
