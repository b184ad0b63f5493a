import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { nodeConditions, nodeTarget, notBundled } from '../../main/launch/bundle.ts'
import { projectRoot, workerVariable } from './ports.ts'

/**
 * Bundles the thread for long work once for all tests. Run from its sources, each of hundreds of threads would strip
 * their types by WebAssembly, and V8 now and then ends a process in which threads with WebAssembly come and go ("Check
 * failed: jit_page.has_value()").
 */
export default async function bundleWorker(): Promise<() => void> {
  const outDir = join(projectRoot, 'node_modules', '.cache', `test-worker-${process.pid}`)
  await build({
    configFile: false,
    root: projectRoot,
    publicDir: false,
    logLevel: 'warn',
    resolve: { conditions: nodeConditions },
    ssr: { noExternal: true, external: notBundled, resolve: { conditions: nodeConditions } },
    build: {
      ssr: join(projectRoot, 'main', 'core', 'worker', 'entry.ts'),
      outDir,
      target: nodeTarget,
      minify: false,
      rolldownOptions: {
        output: { format: 'esm', entryFileNames: 'worker.js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  })
  process.env[workerVariable] = join(outDir, 'worker.js')
  return () => rmSync(outDir, { recursive: true, force: true })
}
