import { StatementError, type StatementFault } from '../failure.ts'
import type { ReadEvent, StatementWarning } from '../types.ts'

const maxFaults = 100

/** Gathers warnings once per code with a count, and faults up to a hundred, so that a bad file stays a short story. */
export class Remarks {
  private readonly warnings = new Map<string, StatementWarning & { count: number }>()
  private readonly faults: StatementFault[] = []

  warn(code: string, message: string, line?: number): void {
    const known = this.warnings.get(code)
    if (known) known.count += 1
    else this.warnings.set(code, { code, message, ...(line === undefined ? {} : { line }), count: 1 })
  }

  /** Throws all faults at the hundredth; else at `throwFaults`. */
  fault(code: string, message: string, line: number): void {
    this.faults.push({ line, code, message })
    if (this.faults.length >= maxFaults) this.throwFaults()
  }

  throwFaults(): void {
    const [first] = this.faults
    if (first === undefined) return
    const more = this.faults.length > 1 ? ` ${this.faults.length - 1} more lines have faults.` : ''
    throw new StatementError(first.code, `Line ${first.line}: ${first.message}${more}`, this.faults)
  }

  /** The warnings gathered so far, as events; forgets them. */
  flush(): readonly ReadEvent[] {
    const events = [...this.warnings.values()].map((warning): ReadEvent => ({ kind: 'warning', warning }))
    this.warnings.clear()
    return events
  }
}
