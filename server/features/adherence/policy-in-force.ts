import type { StoredPolicy } from './adherence.queries.ts'
import { compilePolicy, type CompiledPolicy } from './compile-policy.ts'
import { KEZEK_POLICY } from './policy-presets.ts'

export interface PolicyInForce {
  /** 0 is the policy that the service begins with. */
  readonly version: number
  readonly compiled: CompiledPolicy
}

/** The policies of a centre, compiled once, asked by instant or by version. */
export class Policies {
  readonly #stored: readonly StoredPolicy[]
  readonly #compiled = new Map<number, PolicyInForce>()

  constructor(stored: readonly StoredPolicy[]) {
    this.#stored = stored
  }

  /** What the next one will be called. */
  get nextVersion(): number {
    return (this.#stored.at(-1)?.version ?? 0) + 1
  }

  /** Of the versions valid at an instant the latest. */
  at(instantMs: number): PolicyInForce {
    const valid = this.#stored.filter(({ validFromMs }) => validFromMs <= instantMs)
    return this.#compile(valid.at(-1))
  }

  /** @returns undefined when there is no such version */
  byVersion(version: number): PolicyInForce | undefined {
    const stored = this.#stored.find((one) => one.version === version)
    return stored === undefined && version !== 0 ? undefined : this.#compile(stored)
  }

  #compile(stored: StoredPolicy | undefined): PolicyInForce {
    const version = stored?.version ?? 0
    const known = this.#compiled.get(version)
    if (known !== undefined) return known
    const made = { version, compiled: compilePolicy(stored?.policy ?? KEZEK_POLICY) }
    this.#compiled.set(version, made)
    return made
  }
}
