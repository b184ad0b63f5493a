import { parseArgs } from 'node:util'
import { checkFile, packLines } from './node/audit/check-file.ts'
import { verdictLines, verifyFolder } from './node/audit/verify-folder.ts'
import { defaultDataDir } from './node/data-dir.ts'

/**
 * `npm run audit -- verify [--data DIR] [--json]` checks a data folder, `npm run audit -- check PACK [--data DIR] [--json]`
 * a closing pack. Exit code 0 only if all is as recorded, 1 if not, 2 if it cannot be said.
 */
const usage = `Usage: npm run audit -- verify [--data DIR] [--json]
       npm run audit -- check PACK [--data DIR] [--json]
`

function audit(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [command, pack, ...rest] = positionals
  const say = (lines: readonly string[], verdict: { readonly clean: boolean }): number => {
    process.stdout.write(`${lines.join('\n')}\n`)
    if (values.json) process.stdout.write(`${JSON.stringify(verdict)}\n`)
    return verdict.clean ? 0 : 1
  }
  if (command === 'verify' && pack === undefined) {
    const verdict = verifyFolder(values.data ?? defaultDataDir())
    return say(verdictLines(verdict), verdict)
  }
  if (command === 'check' && pack !== undefined && rest.length === 0) {
    const verdict = checkFile(pack, values.data ?? null)
    return say(packLines(verdict), verdict)
  }
  process.stderr.write(usage)
  return 2
}

try {
  process.exitCode = audit(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
