import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AccountFilter } from '../../imports/account-filter.ts'
import { watchBytes } from '../../imports/file-members.ts'
import { FileRemarks } from '../../statements/file-remarks.ts'
import { readNotification } from '../../statements/read-notification.ts'
import type { StatementEntry, StatementHead } from '../../statements/types.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { type PreparedLine, prepareLine } from './prepared-line.ts'
import { refuseForeign } from './refuse-foreign.ts'
import type { ImportInput } from './types.ts'

/** What a notification is read for. */
export type BatchInput = Pick<ImportInput, 'path' | 'fileName' | 'target'>

/** Lines at a time; a batch of many parts may bring more rows. */
const linesAtOnce = 50

/**
 * Reads a notification (camt.054) and hands on its booked batches for the ledger's account, some at a time. Throws what
 * `readNotification` throws, and `account_mismatch` for one of which nothing is for the ledger.
 */
export async function readBatches(
  input: BatchInput,
  context: TaskContext,
  take: (batches: readonly PreparedLine[]) => void,
) {
  const { target, path } = input
  const { size } = await stat(path)
  const filter = new AccountFilter(target)
  const remarks = new FileRemarks()
  let withoutParts = 0
  let others = 0
  let foreign: StatementHead | null = null
  let waiting: PreparedLine[] = []
  const flush = () => {
    const batches = waiting
    waiting = []
    if (batches.length > 0) take(batches)
  }
  const add = (entry: StatementEntry) => {
    if ((entry.children?.length ?? 0) < 2) withoutParts += 1
    else waiting.push(prepareLine(entry, target.currency))
    if (waiting.length >= linesAtOnce) flush()
  }

  const watched = watchBytes(createReadStream(path), {
    signal: context.signal,
    onBytes: (done) => context.progress({ step: 'reading', done, of: size }),
  })
  const reading = await readNotification(watched.bytes, {
    currency: target.currency,
    ...(target.precisionOverride === null ? {} : { precision: { [target.currency]: target.precisionOverride } }),
    signal: context.signal,
  })
  for await (const group of reading.events)
    for (const event of group)
      if (event.kind === 'statement') foreign = filter.accepts(event.head) ? null : event.head
      else if (event.kind !== 'entry') remarks.take(event)
      else if (foreign !== null) {
        filter.skip(foreign)
        others += 1
      } else if (event.entry.bankStatus === 'booked') add(event.entry)
  flush()
  refuseForeign(filter, input)
  return {
    withoutParts,
    others,
    otherAccounts: filter.others,
    remarks,
    encoding: reading.encoding(),
    sha256: watched.sha256(),
  }
}
