import { InputError } from './commands/command.ts'
import { serveCommand } from './commands/serve.command.ts'

// `npm start` is `kezek serve`.
try {
  await serveCommand.run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof InputError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
