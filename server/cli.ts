#!/usr/bin/env node
import { COMMANDS } from './commands/command-table.ts'
import { InputError, UsageError } from './commands/command.ts'

const EXIT_REFUSED = 1
const EXIT_USAGE = 2

/** Runs one command; errors go to standard error, so that standard output stays pure JSON. */
async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) {
    process.stderr.write(
      `usage: kezek COMMAND [options]\ncommands: ${Object.keys(COMMANDS).join(' ')}\n`,
    )
    return name === '--help' || name === 'help' ? 0 : EXIT_USAGE
  }
  const command = await load()
  try {
    if (rest.includes('--help')) {
      process.stdout.write(`${command.summary}\nusage: kezek ${command.name} ${command.usage}\n`)
      return 0
    }
    await command.run(rest)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\nusage: kezek ${command.name} ${command.usage}\n`)
      return EXIT_USAGE
    }
    if (error instanceof InputError) {
      process.stderr.write(`${error.message}\n`)
      return EXIT_REFUSED
    }
    throw error
  }
}

// `exitCode`, not `exit()`: a large JSON on a pipe is still being written when `main` resolves.
process.exitCode = await main(process.argv.slice(2))
