import { Faults } from '../faults.ts'
import type { MessageParams, ReadEvent, StatementWarning } from '../types.ts'

/** Gathers warnings once per code with a count, and faults, so that a bad file stays a short story. */
export class Remarks {
  private readonly warnings = new Map<string, StatementWarning & { count: number }>()
  private readonly faults = new Faults()

  warn(code: string, message: string, line?: number, params?: MessageParams): void {
    const known = this.warnings.get(code)
    if (known) known.count += 1
    else
      this.warnings.set(code, {
        code,
        message,
        ...(line === undefined ? {} : { line }),
        ...(params ? { params } : {}),
        count: 1,
      })
  }

  fault(code: string, message: string, line: number, text?: string): void {
    this.faults.add(code, message, line, text)
  }

  throwFaults(): void {
    this.faults.throwIfAny()
  }

  /** The warnings gathered so far, as events; forgets them. */
  flush(): readonly ReadEvent[] {
    const events = [...this.warnings.values()].map((warning): ReadEvent => ({ kind: 'warning', warning }))
    this.warnings.clear()
    return events
  }
}
