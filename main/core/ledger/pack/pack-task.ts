import { createHash, createPrivateKey, sign } from 'node:crypto'
import SqliteDatabase from 'better-sqlite3'
import { zipSync } from 'fflate'
import type { Database } from '../../db/open.ts'
import { registerSeal } from '../../db/row-seals.ts'
import { iso, isoOrNull } from '../../time.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { genesis } from '../audit/chain.ts'
import { matchQueries } from '../matches/match-queries.ts'
import { buildReport } from '../reports/build-report.ts'
import { openPositions } from '../reports/positions.ts'
import type { ReportInput } from '../reports/types.ts'
import { writeJson } from '../reports/write-json.ts'
import { writePdf } from '../reports/write-pdf.ts'
import { type Manifest, manifestName, signatureName } from './manifest.ts'
import type { SigningKey } from './signing-key.ts'

export interface PackInput {
  readonly report: ReportInput
  readonly key: SigningKey
}

// Zip writes local time; the parts of a date made of local parts are the same everywhere.
const fixedTime = new Date(1990, 0, 1)

/** Makes the signed closing pack of a run, in a thread; everything in it is of one moment. */
export async function makePack({ report: input, key }: PackInput, context: TaskContext): Promise<Uint8Array> {
  const db = new SqliteDatabase(context.dataFile, { readonly: true })
  registerSeal(db)
  try {
    const { report, texts, head, sources } = db.transaction(() => gather(db, input))()
    if (!input.fonts) throw new Error('a pack needs fonts')
    const files: Record<string, Uint8Array> = {
      'report.pdf': await writePdf(report, input.options, input.fonts),
      'report.json': writeJson(report),
      ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, asJson(value)])),
    }
    const manifest = asJson(manifestOf(input, head, sources, files))
    const signature = {
      algorithm: 'Ed25519',
      public_key: key.publicKey,
      signature: sign(
        null,
        manifest,
        createPrivateKey({ key: Buffer.from(key.privateKey), type: 'pkcs8', format: 'der' }),
      ).toString('base64'),
    }
    return zipSync(
      { [manifestName]: manifest, [signatureName]: asJson(signature), ...files },
      { mtime: fixedTime, level: 6 },
    )
  } finally {
    db.close()
  }
}

const asJson = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

function gather(db: Database, input: ReportInput) {
  const { run, family } = input
  const report = buildReport(db, input)
  const until = run.periodTo ?? '9999-12-31'
  const positions = openPositions(db, run.ledgerId, family, until)
  const head = db
    .prepare<[], Manifest['audit']>('select seq, hash from audit_events order by seq desc limit 1')
    .get() ?? { seq: 0, hash: genesis }
  const sources = db
    .prepare<[string], Manifest['sources'][number]>(
      `select id, file_name, archive_member, size_bytes, sha256, upload_sha256 from source_files
       where run_id = ? and status = 'processed' order by created_at, archive_member, id`,
    )
    .all(run.id)
  return {
    report,
    head,
    sources,
    texts: {
      'matches.json': matchQueries(db).ofRun(run.id, 'accepted'),
      'open-items.json': { as_of: until, statement_only: positions.items, ledger_only: positions.entries },
      'rules.json': db
        .prepare(
          `select * from reconciliation_rules where user_id = ? and (ledger_id is null or ledger_id = ?) order by position, id`,
        )
        .all(run.userId, run.ledgerId),
      'decisions.json': db
        .prepare(
          `select seq, at, actor, entity, entity_id, action, reason, hash from audit_events where run_id = ? order by seq`,
        )
        .all(run.id),
    },
  }
}

function manifestOf(
  { run, ledger, at }: ReportInput,
  audit: Manifest['audit'],
  sources: Manifest['sources'],
  files: Readonly<Record<string, Uint8Array>>,
): Manifest {
  return {
    kind: 'reconbanker-closing-pack',
    version: 1,
    made_at: iso(at),
    run: {
      id: run.id,
      ledger: ledger.code,
      currency: run.currency,
      period_from: run.periodFrom,
      period_to: run.periodTo,
      closed_at: isoOrNull(run.closedAt),
      closed_by: run.closedBy,
      close_statement: run.closeStatement,
      proof_override: run.proofOverride,
    },
    audit,
    sources,
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [
        name,
        { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
      ]),
    ),
  }
}
