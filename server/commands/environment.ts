import { type Config, ConfigError, readConfig } from '../platform/config.ts'
import { FolderInUseError } from '../platform/db/folder-lock.ts'
import { InputError } from './command.ts'

/** The configuration, or a refusal that names every variable at fault. */
export function configOrRefuse(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) throw new InputError(error.message)
    throw error
  }
}

/** Opens what needs the data folder, or says who has it and what to do. */
export async function openOrRefuse<Opened>(open: () => Promise<Opened>): Promise<Opened> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error
    throw new InputError(
      `${error.message}. Two processes on one folder would lose data: stop the other one, ` +
        'or choose another folder with KEZEK_DATA.',
    )
  }
}
