import { type TablePreview, tableOf } from '../../imports/table-preview.ts'
import type { TaskContext } from '../../worker/messages.ts'
import type { PreviewInput } from './preview-task.ts'

/** How the first table of a file is read, line by line, also where it cannot be imported yet; null: it is no table. */
export const previewTable = (input: PreviewInput, context: TaskContext): Promise<TablePreview | null> =>
  tableOf(
    {
      path: input.path,
      accountId: '',
      timeZone: 'UTC',
      identifiers: [],
      mappings: input.mappings,
      signs: input.signs,
      choices: {
        mapping: input.mapping,
        answers: input.answers,
        encoding: input.encoding,
        excludeLines: input.excludeLines,
        excludeMembers: input.excludeMembers,
        currency: input.currency,
        account: null,
        useSavedMapping: true,
      },
    },
    context.signal,
  )
