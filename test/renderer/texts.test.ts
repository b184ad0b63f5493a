import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import english from '../../renderer/i18n/en/index.ts'
import spanish from '../../renderer/i18n/es/index.ts'

type Texts = { readonly [key: string]: string | Texts }

const flat = (texts: Texts, prefix = ''): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value]] : Object.entries(flat(value, `${prefix}${key}.`)),
    ),
  )

const es = flat(spanish)
const en = flat(english)

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'i18n' ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) ? [readFileSync(path, 'utf8')] : []
  })

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('texts', () => {
  test('both languages have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(es).sort())
  })

  test('no text is empty', () => {
    expect([...Object.entries(es), ...Object.entries(en)].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('both languages fill the same places of a text', () => {
    const differing = Object.keys(es).filter(
      (key) => String(placeholders(es[key] ?? '')) !== String(placeholders(en[key] ?? '')),
    )
    expect(differing).toEqual([])
  })

  test('a text that counts has both forms', () => {
    const stems = Object.keys(es).flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? [])
    expect(stems.filter((stem) => !(`${stem}_one` in es && `${stem}_other` in es))).toEqual([])
  })

  test('every key is used somewhere', () => {
    const code = sources(join(import.meta.dirname, '../../renderer')).join('\n')
    // `errors.*` and `fileWords.*` are looked up by codes, which only the program knows.
    const computed = [...code.matchAll(/t\(\s*`([\w.]+)\$\{/g)].map(([, start]) => start ?? '')
    const used = (key: string) =>
      code.includes(`'${key}'`) ||
      computed.some((start) => key.startsWith(start)) ||
      /^(?:errors|fileWords)\./.test(key)
    const unused = Object.keys(es).filter((key) => !used(key.replace(/_(one|other)$/, '')))
    expect(unused).toEqual([])
  })
})
