import { createHash, createPublicKey, verify } from 'node:crypto'
import { unzipSync } from 'fflate'
import { messageOf } from '../../errors.ts'
import { type Manifest, manifestName, manifestSchema, signatureName, signatureSchema } from './manifest.ts'
import { fingerprintOf } from './signing-key.ts'

/** What can be wrong with a file of a pack; the words follow its name. */
const words = {
  twice: 'stands in the pack twice',
  no_pack: 'is no closing pack, or was damaged on its way',
  unreadable: 'is missing or was changed beyond reading',
  signature: 'was changed after signing, or the signature or its key was',
  missing: 'is missing',
  changed: 'was changed after signing',
  added: 'was added after signing',
} as const
export type PackFault = keyof typeof words
export const packFaults = Object.keys(words) as PackFault[]

export interface PackVerdict {
  readonly clean: boolean
  /** What was changed, file by file. */
  readonly faults: readonly { readonly file: string; readonly code: PackFault; readonly message: string }[]
  readonly manifest: Manifest | null
  /** Of the key that signed; whose it is must be known from elsewhere. */
  readonly fingerprint: string | null
  readonly publicKey: string | null
}

type Fault = PackVerdict['faults'][number]

const fault = (file: string, code: PackFault, detail = ''): Fault => ({
  file,
  code,
  message: `${words[code]}${detail}`,
})

/** Checks a closing pack by itself: it needs no program, no data folder and no network. */
export function checkPack(bytes: Uint8Array): PackVerdict {
  const faults: Fault[] = []
  const broken = (last: Fault): PackVerdict => ({
    clean: false,
    faults: [...faults, last],
    manifest: null,
    fingerprint: null,
    publicKey: null,
  })
  const seen = new Set<string>()
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name }) => {
        // Two files of one name: what one program checks is not what another shows.
        if (seen.has(name)) faults.push(fault(name, 'twice'))
        seen.add(name)
        return true
      },
    })
  } catch (error) {
    return broken(fault('pack', 'no_pack', ` (${messageOf(error)})`))
  }
  const manifestBytes = files[manifestName]
  const manifest = parsed(manifestBytes, manifestSchema)
  const signature = parsed(files[signatureName], signatureSchema)
  if (!manifestBytes || !manifest) return broken(fault(manifestName, 'unreadable'))
  if (!signature) return broken(fault(signatureName, 'unreadable'))
  if (!isSigned(manifestBytes, signature)) faults.push(fault(manifestName, 'signature'))
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    const file = files[name]
    if (!file) faults.push(fault(name, 'missing'))
    else if (createHash('sha256').update(file).digest('hex') !== sha256) faults.push(fault(name, 'changed'))
  }
  for (const name of Object.keys(files))
    if (name !== manifestName && name !== signatureName && !Object.hasOwn(manifest.files, name))
      faults.push(fault(name, 'added'))
  return {
    clean: faults.length === 0,
    faults,
    manifest,
    fingerprint: fingerprintOf(signature.public_key),
    publicKey: signature.public_key,
  }
}

function parsed<T>(
  bytes: Uint8Array | undefined,
  schema: { safeParse(value: unknown): { data?: T | undefined } },
): T | null {
  try {
    return (bytes && schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data) ?? null
  } catch {
    // Not JSON: the caller says that it cannot be read.
    return null
  }
}

function isSigned(
  manifest: Uint8Array,
  { public_key: key, signature }: { public_key: string; signature: string },
): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), type: 'spki', format: 'der' })
    return verify(null, manifest, publicKey, Buffer.from(signature, 'base64'))
  } catch {
    // A key that is none signs nothing.
    return false
  }
}
