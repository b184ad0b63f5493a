import { randomUUID } from 'node:crypto'
import type { Database } from '../db/open.ts'
import { giveWay } from '../db/write-turn.ts'
import type { TaskContext } from '../worker/messages.ts'
import type { TableStep } from './read-task.ts'
import { stagedLines, stageQueries } from './stage-queries.ts'
import type { FileStatement, ImportInput } from './types.ts'

/** Lines per transaction: short enough that a writer on the main thread hardly waits. */
const linesPerPart = 500

/** Stages the lines of an import from the table in which they are read, in their order. Nothing of it counts yet. */
export function createStaging(db: Database, { importId, accountId }: ImportInput, { turn }: Pick<TaskContext, 'turn'>) {
  const queries = stageQueries(db)
  const copies = stagedLines(db)
  /** Row of the first line of each part. */
  const firsts: number[] = []
  let count = 0
  let isWhole = true
  let isBegun = false

  const idOf = (n: number) => (firsts[Math.floor((n - 1) / linesPerPart)] ?? 0) + ((n - 1) % linesPerPart)
  const inTurn = db.transaction((work: () => void) => work())
  function write(work: () => void): void {
    giveWay(turn)
    inTurn.immediate(work)
  }

  function next(lines: number): void {
    const part = { importId, accountId, from: count, until: Math.min(lines, count + linesPerPart) }
    isBegun = true
    write(() => void firsts.push(copies.copy(part)))
    count = part.until
  }

  return {
    /** How many lines were staged. */
    get count(): number {
      return count
    },
    /** False once what was staged no longer is what the table says: it has to be cleared and staged again. */
    get isWhole(): boolean {
      return isWhole
    },
    /** Stages a part more where the lines that were read fill one. */
    ahead(read: number): void {
      if (read - count >= linesPerPart) next(read)
    },
    /** Stages a part more of all the lines. */
    next,
    /** What was done to the table once lines of it were staged. */
    follow(steps: readonly TableStep[]): void {
      for (const step of steps)
        if (step.kind === 'drop-key' && step.n <= count) write(() => copies.dropKey(idOf(step.n)))
        else if (step.kind === 'name-currency' && step.after < count) isWhole = false
    },
    statements(statements: readonly FileStatement[]): void {
      isBegun = true
      write(() => {
        for (const [ordinal, found] of statements.entries())
          queries.statement({ id: randomUUID(), importId, accountId, ordinal }, found)
      })
    },
    /** Takes back what was staged, some lines at a time. */
    clear(): void {
      if (!isBegun) return
      while (queries.clearSome(importId)) giveWay(turn)
      firsts.length = 0
      count = 0
      isWhole = true
    },
  }
}

export type Staging = ReturnType<typeof createStaging>
