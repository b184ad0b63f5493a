import type { Store } from '../db/store.ts'
import type { SecretBox } from '../secrets/box.ts'
import { day } from '../time.ts'
import type { RunReport } from './bank-run.ts'
import { type Advice, adviceFor, type LoginReason } from './reasons.ts'

/** What is kept of a failed run besides its row and steps (spec 11.5): trail, address, advice and a covered picture. */
export interface StoredReport {
  readonly trail: readonly Record<string, unknown>[]
  readonly url: string | null
  readonly advice: Advice | null
  readonly hasPicture: boolean
}

export interface Reports {
  /** Belongs in the transaction that stores the end of the run. */
  keep(runId: string, report: RunReport, reason: LoginReason, at: number): void
  of(runId: string): StoredReport | null
  /** The picture as JPEG, opened for this one answer. */
  picture(runId: string): Uint8Array<ArrayBuffer> | null
  /** Removes pictures whose time is over. */
  prune(now: number): void
}

const pictureDays = 14
const place = (runId: string) => ({ table: 'run_reports', row: runId, column: 'picture' })

export function createReports({ store, box }: { store: Store; box: SecretBox }): Reports {
  const { db } = store
  const insert = db.prepare(`
    insert or replace into run_reports (run_id, trail, url, advice, picture, picture_until)
    values (@runId, @trail, @url, @advice, @picture, @until)`)
  const find = db.prepare(
    'select trail, url, advice, picture is not null as hasPicture from run_reports where run_id = ?',
  )
  const picture = db.prepare('select picture from run_reports where run_id = ?').pluck()
  const prune = db.prepare('update run_reports set picture = null, picture_until = null where picture_until <= ?')
  return {
    keep(runId, report, reason, at) {
      const jpeg = report.picture && Buffer.from(report.picture).toString('base64')
      insert.run({
        runId,
        trail: JSON.stringify(report.trail),
        url: report.url,
        advice: adviceFor(reason),
        picture: jpeg && box.seal(jpeg, place(runId)),
        until: jpeg && at + pictureDays * day,
      })
    },
    of(runId) {
      const row = find.get(runId) as
        | { trail: string; url: string | null; advice: Advice; hasPicture: number }
        | undefined
      return row
        ? { trail: JSON.parse(row.trail), url: row.url, advice: row.advice, hasPicture: row.hasPicture === 1 }
        : null
    },
    picture(runId) {
      const sealed = picture.get(runId) as string | null | undefined
      return sealed ? new Uint8Array(Buffer.from(box.open(sealed, place(runId)), 'base64')) : null
    },
    prune: (now) => void prune.run(now),
  }
}
