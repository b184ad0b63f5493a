import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Ledgers } from '../books/ledgers.ts'
import type { Run } from '../runs/types.ts'
import type { ReportInput, ReportOptions } from './types.ts'

export interface Reports {
  /** The file of the reconciliation statement in the asked format. */
  make(run: Run, options: ReportOptions): Promise<Uint8Array<ArrayBuffer>>
  /** What a thread needs to make it. */
  inputOf(run: Run, options: ReportOptions): Promise<ReportInput>
}

export interface ReportDeps {
  readonly store: Store
  readonly resourcesDir: string
  readonly ledgers: Ledgers
  readonly workers: Workers
  readonly now: Clock
}

/** Reports are made in a thread: ten thousand lines would hold everybody else up. */
export function createReports({ store, resourcesDir, ledgers, workers, now }: ReportDeps): Reports {
  const company = store.db
    .prepare<[string], string>(`select coalesce(nullif(name, ''), email) from users where id = ?`)
    .pluck()
  const font = (name: string) => readFile(join(resourcesDir, 'fonts', `${name}.ttf`))
  const fonts = async () => ({
    regular: await font('DejaVuSansCondensed'),
    bold: await font('DejaVuSansCondensed-Bold'),
  })
  const inputOf: Reports['inputOf'] = async (run, options) => ({
    run,
    ledger: ledgers.find(run.userId, run.ledgerId),
    family: ledgers.family(run.userId, run.ledgerId),
    company: company.get(run.userId) ?? '',
    at: now(),
    options,
    fonts: options.format === 'pdf' ? await fonts() : null,
  })
  return {
    inputOf,
    make: async (run, options) =>
      new Uint8Array(await workers.run<Uint8Array>('ledger.report', await inputOf(run, options))),
  }
}
