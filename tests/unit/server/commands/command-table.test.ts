import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { COMMANDS } from '#server/commands/command-table.ts'

const lines = readFileSync('docs/commands.md', 'utf8').split('\n')

/** The cells of the tables' rows, without their headings: what is called, and its options. */
const rows = lines
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(/(?<!\\)\|/u).map((cell) => cell.trim()))

/** `--seed` and the like in a text, each once. */
const optionsIn = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]*/g))].toSorted()

/** What the document says of a command, also in the rows of its parts (`feed asterisk`). */
function documented(name: string): string {
  const cells = rows.filter(([, called = '']) =>
    [...called.matchAll(/`([a-z-]+)[^`]*`/g)].some(([, one]) => one === name),
  )
  return cells.map(([, , options = '']) => options).join(' ')
}

/** The whole service is behind the first of them, which takes seconds to load. */
const WITHOUT_OPTIONS = new Set(['serve', 'worker', 'migrate', 'bench'])

describe('docs/commands.md', () => {
  it('names no command twice', () => {
    const called = rows.map(([, cell]) => cell)
    expect(called).toEqual([...new Set(called)])
  })

  it.each(Object.keys(COMMANDS).filter((name) => !WITHOUT_OPTIONS.has(name)))(
    'names every option of %s, and no other',
    async (name) => {
      const command = await COMMANDS[name]?.()
      const inUsage = optionsIn(command?.usage ?? '').filter((one) => one !== '--states-only')
      expect(inUsage.length).toBeGreaterThan(0)
      expect(optionsIn(documented(name))).toEqual(inUsage)
    },
  )

  it('says of the feeds together that they can send states alone', async () => {
    expect((await COMMANDS['feed']?.())?.usage).toContain('--states-only')
    expect(lines.some((line) => line.includes('`--states-only`'))).toBe(true)
  })
})
