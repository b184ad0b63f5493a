import { setFlagsFromString } from 'node:v8'

// What loading throws away lets the space for new objects grow to 32 MB, which an idle program then keeps.
setFlagsFromString('--semi-space-growth-factor=1')
const { serve } = await import('./node/serve.ts')
await serve(process.argv.slice(2))
// From here on it grows with the work, as usual.
setFlagsFromString('--semi-space-growth-factor=2')
