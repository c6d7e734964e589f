import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The folder is in use by another process; `path` names it. */
export class FolderInUseError extends Error {
  readonly folder: string
  constructor(folder: string) {
    super(`another Kezek process is using ${folder}`)
    this.folder = folder
  }
}

export interface FolderLock {
  release(): void
}

/**
 * Takes the data folder for this process alone. Two PGlite processes on one folder lose data
 * without a word, so this comes before anything is opened.
 *
 * The lock is an exclusive transaction on an empty SQLite file: a lock of the operating system,
 * which goes with the process however it ends. A lock file with a process number would survive
 * kill -9, and one with a heartbeat would expire under a process that is merely busy.
 *
 * @throws {FolderInUseError} if another process, or this one, holds the folder
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const file = new DatabaseSync(path.join(folder, 'kezek.lock'), { timeout: 0 })
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Error && error.message.includes('locked')) {
      throw new FolderInUseError(folder)
    }
    throw error
  }
  return { release: () => file.close() }
}
