import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import postcssPresetMantine from 'postcss-preset-mantine'
import { defineConfig } from 'vite'
import { nodeConditions, nodeTarget, notBundled } from './main/launch/bundle.ts'
import { stampOf } from './main/launch/fingerprint.ts'

const root = import.meta.dirname
const at = (...parts: string[]) => join(root, ...parts)

/** Entry files of the main program: the desktop host, the browser host, the demonstration, the thread for long work. */
const mainEntries = Object.fromEntries(
  [
    ['index', at('main/index.ts')],
    ['serve', at('main/serve.ts')],
    ['demo', at('main/demo/index.ts')],
    ['worker', at('main/core/worker/entry.ts')],
  ].filter(([, file]) => existsSync(String(file))),
)

/** Where the three parts land; `main/launch.ts` builds beside the old output and swaps when all went well. */
const out = process.env.RECONBANKER_BUILD_DIR ?? at('dist')

/** One `vite build` builds the window, the preload and the main program. */
export default defineConfig({
  root: at('renderer'),
  publicDir: false,
  plugins: [react()],
  css: { postcss: { plugins: [postcssPresetMantine()] } },
  environments: {
    client: {
      build: { outDir: join(out, 'renderer'), emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 2000 },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, external: notBundled, conditions: nodeConditions },
      build: {
        outDir: join(out, 'main'),
        emptyOutDir: true,
        target: nodeTarget,
        sourcemap: true,
        // Minified it starts 40 ms sooner (of 250), but the stacks in the log would name nothing.
        minify: false,
        rolldownOptions: {
          input: mainEntries,
          output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: join(out, 'preload'),
        emptyOutDir: true,
        target: 'chrome140',
        // A sandboxed preload is one CommonJS file and may require little besides `electron`.
        rolldownOptions: {
          input: { index: at('preload/index.ts') },
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      // Taken before, so that a file saved during the build makes the next start build again.
      const stamp = stampOf(root)
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
      writeFileSync(join(out, stamp.name), stamp.text)
    },
  },
})
