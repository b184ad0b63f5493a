import { collect } from '../../main/core/statements/collect.ts'
import { StatementError } from '../../main/core/statements/failure.ts'
import { prove } from '../../main/core/statements/prove.ts'
import type { ReadFile, ReadOptions, StatementEntry, StatementReader } from '../../main/core/statements/types.ts'

type Read = Omit<ReadFile, 'format' | 'encoding'>

async function* pieces(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

/** Reads decoded text with one reader, in chunks of `size` characters, proof included. */
export const readText = (
  reader: StatementReader,
  text: string,
  options: ReadOptions = {},
  size = 64 * 1024,
): Promise<Read> => collect(prove(reader(pieces(text, size), options), options))

/** The failure of a reading that has to fail. */
export async function failureOf(
  reader: StatementReader,
  text: string,
  options: ReadOptions = {},
): Promise<StatementError> {
  try {
    await readText(reader, text, options)
  } catch (error) {
    if (error instanceof StatementError) return error
    throw error
  }
  throw new Error('The text was read, but had to be refused.')
}

/** All entries of all statements. */
export const entriesOf = (read: Read): readonly StatementEntry[] => read.statements.flatMap(({ entries }) => entries)

/** The only entry. */
export function entryOf(read: Read): StatementEntry {
  const [entry, ...others] = entriesOf(read)
  if (entry === undefined || others.length > 0) throw new Error(`There are ${others.length + (entry ? 1 : 0)} entries.`)
  return entry
}

export const warningCodes = (read: Read): readonly string[] => read.warnings.map(({ code }) => code)

/** Reads with a cut at every length; each result is a reading or a `StatementError`, never something else. */
export async function readEveryPrefix(
  reader: StatementReader,
  text: string,
): Promise<{ read: number; refused: number }> {
  const result = { read: 0, refused: 0 }
  for (let length = 0; length < text.length; length += 1) {
    try {
      await readText(reader, text.slice(0, length))
      result.read += 1
    } catch (error) {
      if (!(error instanceof StatementError)) throw error
      result.refused += 1
    }
  }
  return result
}
