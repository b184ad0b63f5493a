/** What cannot or should not be bundled: Electron itself, native code, and packages that find files beside themselves. */
export const notBundled = ['electron', 'better-sqlite3', 'playwright', 'playwright-core', 'proxy-chain']

/** How packages are resolved for the main program and its threads. */
export const nodeConditions = ['node', 'module', 'import', 'default']

/** The oldest Node that runs the main program and its threads: Electron's. */
export const nodeTarget = 'node24'
