import { openConnection } from '../platform/db/connection.ts'
import { migrate } from '../platform/db/migrate.ts'
import { type Command } from './command.ts'
import { configOrRefuse, openOrRefuse } from './environment.ts'

/** Brings the database up to date, and says what it did. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Brings the database up to date.',
  usage: '',
  async run() {
    const { database } = configOrRefuse()
    const connection = await openOrRefuse(() => openConnection(database))
    try {
      process.stdout.write(`${JSON.stringify({ applied: await migrate(connection.db) })}\n`)
    } finally {
      await connection.close()
    }
  },
}
