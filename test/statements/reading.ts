import { StatementError } from '../../main/core/statements/failure.ts'
import { type FrameOptions, readStatements } from '../../main/core/statements/read.ts'
import type { ReadFile, ReadStatement, StatementEntry } from '../../main/core/statements/types.ts'

export const read = (content: string | Uint8Array, options?: FrameOptions): Promise<ReadFile> =>
  readStatements(typeof content === 'string' ? Buffer.from(content) : content, options)

/** The only statement of a file. */
export async function readSingle(content: string | Uint8Array, options?: FrameOptions) {
  const file = await read(content, options)
  const [statement] = file.statements
  if (statement === undefined || file.statements.length !== 1) throw new Error('not exactly one statement')
  return { file, statement, codes: codesOf(file), entry: entryOf(statement) }
}

export const codesOf = (file: ReadFile): readonly string[] => file.warnings.map(({ code }) => code)

export function entryOf(statement: ReadStatement, index = 0): StatementEntry {
  const entry = statement.entries[index]
  if (entry === undefined) throw new Error(`no entry ${index}`)
  return entry
}

/** The refusal of a file. */
export async function refusal(content: string | Uint8Array, options?: FrameOptions): Promise<StatementError> {
  try {
    await read(content, options)
  } catch (error) {
    if (error instanceof StatementError) return error
    throw error
  }
  throw new Error('the file was read')
}
