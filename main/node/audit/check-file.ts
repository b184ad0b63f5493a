import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { AppError, messageOf } from '../../core/errors.ts'
import type { Verdict } from '../../core/ledger/audit/verify/verify.ts'
import { checkPack, type PackVerdict } from '../../core/ledger/pack/check-pack.ts'
import { publicKeySetting } from '../../core/ledger/pack/signing-key.ts'
import { verifyFolder } from './verify-folder.ts'

export interface PackCheck extends PackVerdict {
  /** Of the data folder it was held against; null where none was named. */
  readonly books: Verdict | null
}

/** Checks a pack by itself and, where a data folder is named, against it: the same key, and its head still in the trail. */
export function checkFile(path: string, dataDir: string | null): PackCheck {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new AppError('missing', 'audit.noPack', `The pack ${path} cannot be read: ${messageOf(cause)}`, { cause })
  }
  const verdict = checkPack(bytes)
  if (dataDir === null) return { ...verdict, books: null }
  const books = verifyFolder(dataDir, verdict.manifest ? [verdict.manifest.audit] : [])
  const known = publicKeyOf(dataDir)
  const foreign =
    verdict.publicKey === null || known === verdict.publicKey
      ? []
      : [
          {
            file: 'signature.json',
            code: 'signature' as const,
            message: 'was made with a key that is not this installation’s',
          },
        ]
  const faults = [...verdict.faults, ...foreign]
  return { ...verdict, faults, clean: faults.length === 0 && books.clean, books }
}

function publicKeyOf(dataDir: string): string | undefined {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  try {
    return db.prepare<[string], string>('select value from settings where name = ?').pluck().get(publicKeySetting)
  } finally {
    db.close()
  }
}

/** The verdict in lines for a person. */
export const packLines = ({ clean, faults, manifest, fingerprint, books }: PackCheck): string[] => [
  ...faults.map(({ file, message }) => `${file} ${message}`),
  ...(books?.faults ?? []).map(({ message }) => message),
  ...(manifest
    ? [
        `Run ${manifest.run.id}, ledger ${manifest.run.ledger}, closed ${manifest.run.closed_at} by ${manifest.run.closed_by}.`,
        `Signed with key ${fingerprint}; compare it with the key that the company gave you.`,
      ]
    : []),
  clean ? 'Clean: nothing was changed since it was signed.' : 'Not clean.',
]
