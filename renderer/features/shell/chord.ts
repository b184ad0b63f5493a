/** How long after G the letter may come. */
const patienceMs = 1500

/** `G` and then a letter: tells the letter of a completed chord, and whether the key was part of one. */
export function createChord(now: () => number) {
  let since: number | null = null
  return (key: string): { readonly taken: boolean; readonly letter: string | null } => {
    const open = since !== null && now() - since < patienceMs
    since = null
    if (open) return { taken: true, letter: key.toLowerCase() }
    if (key === 'g') {
      since = now()
      return { taken: true, letter: null }
    }
    return { taken: false, letter: null }
  }
}
