import { openService } from '../service.ts'
import { type Command, InputError } from './command.ts'
import { configOrRefuse, openOrRefuse } from './environment.ts'
import { stopOnSignals } from './stop-on-signals.ts'

/** A process for jobs alone, beside API processes that run with `KEZEK_JOBS=off`. */
export const workerCommand: Command = {
  name: 'worker',
  summary: 'Runs jobs alone; needs DATABASE_URL.',
  usage: '(settings come from the environment)',
  async run() {
    const config = configOrRefuse()
    if (config.database.kind === 'embedded') {
      throw new InputError(
        'a worker of its own needs DATABASE_URL: the embedded database serves one process only',
      )
    }
    const service = await openOrRefuse(() => openService({ ...config, jobs: true }))
    stopOnSignals(service)
    process.stdout.write('Kezek: running jobs\n')
  },
}
