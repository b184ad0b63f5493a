/** What a script plainly returns at its end, as far as its text says. */
export type Returned =
  | { readonly kind: 'hooks'; readonly names: readonly string[] }
  /** There is no `return` at all. */
  | { readonly kind: 'nothing' }
  /** A list, or something that only shows when the script runs. */
  | { readonly kind: 'unknown' }

const opening = '([{'
const closing = ')]}'
/** After one of these a slash begins a regular expression, not a division. */
const beforePattern = /(?:^|[([{,;:=!&|?+\-*%~^<>}\n]|\b(?:return|typeof|case|in|of|await|yield|void|delete|throw))\s*$/

/**
 * Reads the names in the last `return { … }` of a script body that compiles. It looks at brackets and words only and
 * answers `unknown` when in doubt: a script is refused for what it certainly lacks, never for how it is written.
 */
export function hooksReturned(code: string): Returned {
  const text = blanked(code)
  if (text === null) return { kind: 'unknown' }
  if (!/\breturn\b/.test(text)) return { kind: 'nothing' }
  const depths = depthsOf(text)
  if (depths === null) return { kind: 'unknown' }
  const returns = [...text.matchAll(/\breturn\b/g)].filter(({ index }) => depths[index] === 0)
  const last = returns.at(-1)
  const start = last && last.index + 'return'.length + (/^[^\S\n]*/.exec(text.slice(last.index + 6))?.[0].length ?? 0)
  if (start === undefined || returns.length > 1 || text[start] !== '{') return { kind: 'unknown' }
  return namesIn(text, depths, start)
}

/** The code with comments, strings and patterns made blank, so that brackets and words are only those of the program. */
function blanked(code: string): string | null {
  let out = ''
  let at = 0
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(code)?.[0]
    if (found === undefined) return false
    out += found.replaceAll(/[^\n]/g, ' ')
    at += found.length
    return true
  }
  while (at < code.length) {
    const here = code[at] as string
    if (skip(/\/\/[^\n]*/y) || skip(/\/\*[\s\S]*?\*\//y)) continue
    if (skip(/'(?:[^'\\\n]|\\[\s\S])*'/y) || skip(/"(?:[^"\\\n]|\\[\s\S])*"/y)) continue
    if (here === '`') {
      // A template may hold a program of its own; without one it is a string.
      if (!skip(/`(?:[^`\\$]|\\[\s\S]|\$(?!\{))*`/y) && !skip(/`(?:[^`\\]|\\[\s\S])*`/y)) return null
      continue
    }
    if (
      here === '/' &&
      beforePattern.test(out.slice(-200).trimEnd()) &&
      skip(/\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y)
    )
      continue
    out += here
    at += 1
  }
  return out
}

/** How many brackets are open before each character; `null` when they do not add up. */
function depthsOf(text: string): number[] | null {
  const depths: number[] = []
  let depth = 0
  for (const character of text) {
    if (closing.includes(character)) depth -= 1
    if (depth < 0) return null
    for (let unit = 0; unit < character.length; unit += 1) depths.push(depth)
    if (opening.includes(character)) depth += 1
  }
  return depth === 0 ? depths : null
}

function namesIn(text: string, depths: readonly number[], start: number): Returned {
  let own = ''
  let end = start + 1
  for (; depths[end] !== 0 || text[end] !== '}'; end += 1) own += depths[end] === 1 ? text[end] : ' '
  // What comes after the brace could still change what is returned; a spread hides names.
  if (/^\s*[^\s;]/.test(text.slice(end + 1)) || own.includes('...')) return { kind: 'unknown' }
  const parts = own.split(',')
  // A name in quotes was made blank with the strings; one in brackets is computed.
  if (parts.some((part) => /^\s*(?:(?:async|get)\s+)?\*?\s*[:[]/.test(part))) return { kind: 'unknown' }
  const names = parts.map((part) => /^\s*(?:(?:async|get|static)\s+)?\*?\s*([\w$]+)\s*(?:[:(]|$)/.exec(part)?.[1])
  return { kind: 'hooks', names: names.filter((name) => name !== undefined) }
}
