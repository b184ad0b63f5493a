import type { CsvMapping } from '../../../../main/core/statements/csv/mapping.ts'

/** What a person has said about how to read a file. */
export interface Choices {
  readonly answers: Readonly<Record<string, string>>
  /** Changed by the person; null leaves it to the program. */
  readonly mapping: CsvMapping | null
  readonly encoding: string | null
  readonly excludedLines: readonly number[]
  /** Paths within an archive. */
  readonly excludedMembers: readonly string[]
}

export const noChoices: Choices = {
  answers: {},
  mapping: null,
  encoding: null,
  excludedLines: [],
  excludedMembers: [],
}

/** The fields of an upload, or of its preview, beside the file. */
export const fieldsOf = (choices: Choices): Readonly<Record<string, string>> => ({
  ...(Object.keys(choices.answers).length > 0 ? { answers: JSON.stringify(choices.answers) } : {}),
  ...(choices.mapping ? { mapping: JSON.stringify(choices.mapping) } : {}),
  ...(choices.encoding ? { encoding: choices.encoding } : {}),
  ...(choices.excludedLines.length > 0 ? { exclude_lines: choices.excludedLines.join(',') } : {}),
  ...(choices.excludedMembers.length > 0 ? { exclude_members: JSON.stringify(choices.excludedMembers) } : {}),
})
