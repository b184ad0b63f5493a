/** A small piece of an XML document: local names only, text joined and trimmed, of the attributes only `Ccy`. */
export interface XmlNode {
  readonly name: string
  /** Line of the opening tag, from 1. */
  readonly line: number
  text: string
  readonly currency: string | null
  readonly children: XmlNode[]
}

/** The first descendant along a path of local names. */
export function find(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let found = node
  for (const name of path) {
    found = found?.children.find((child) => child.name === name)
    if (found === undefined) return undefined
  }
  return found
}

/** The text at a path; undefined when there is no such element or it is empty. */
export const textAt = (node: XmlNode | undefined, ...path: readonly string[]): string | undefined =>
  find(node, ...path)?.text || undefined

/** All children of one name. */
export const all = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node === undefined ? [] : node.children.filter((child) => child.name === name)

/** The texts of all children of one name, without empty ones. */
export const texts = (node: XmlNode | undefined, name: string): readonly string[] =>
  all(node, name).flatMap((child) => (child.text === '' ? [] : [child.text]))

/** A choice that every version spells as code or proprietary text. */
export const codeAt = (node: XmlNode | undefined, ...path: readonly string[]): string | undefined => {
  const found = find(node, ...path)
  return textAt(found, 'Cd') ?? textAt(found, 'Prtry')
}
