import { serveCommand } from './commands/serve.command.ts'

// `npm start` is `kezek serve`.
await serveCommand.run(process.argv.slice(2))
