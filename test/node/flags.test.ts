import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDataDir, prepareDataDir } from '../../main/node/data-dir.ts'
import { parseFlags } from '../../main/node/flags.ts'
import { makeFolder } from '../support/folder.ts'

describe('flags', () => {
  it('have defaults that suit a person', () => {
    expect(parseFlags([])).toEqual({ dataDir: defaultDataDir(), port: 7385, allowLocalTargets: false, open: true })
  })

  it('are read as they are written', () => {
    expect(parseFlags(['--data-dir', 'here', '--port', '0', '--allow-local-targets', '--no-open'])).toEqual({
      dataDir: resolve('here'),
      port: 0,
      allowLocalTargets: true,
      open: false,
    })
  })

  it.each([
    [['--port', '70000'], /0 to 65535/],
    [['--port', 'x'], /0 to 65535/],
    [['--port', '-1'], /--port/],
    [['--data-dir='], /needs a folder/],
    [['--data-dri', 'x'], /--data-dri.*Flags:/],
    [['stray'], /stray.*Flags:/],
  ])('say what is wrong with %j', (args, message) => {
    expect(() => parseFlags(args)).toThrow(
      expect.objectContaining({ code: 'host.flags', message: expect.stringMatching(message) }),
    )
  })
})

describe('data folder', () => {
  it('lies where each system keeps such things', () => {
    expect(defaultDataDir('linux', {}, '/home/ana')).toBe('/home/ana/.local/share/Reconbanker Desktop')
    expect(defaultDataDir('linux', { XDG_DATA_HOME: '/data' }, '/home/ana')).toBe('/data/Reconbanker Desktop')
    expect(defaultDataDir('darwin', {}, '/Users/ana')).toBe(
      '/Users/ana/Library/Application Support/Reconbanker Desktop',
    )
    expect(defaultDataDir('win32', { APPDATA: '/appdata' }, '/u')).toBe('/appdata/Reconbanker Desktop')
  })

  it('is made where it is missing', () => {
    const dir = join(makeFolder(), 'a', 'b')
    prepareDataDir(dir)
    writeFileSync(join(dir, 'x'), '')
  })

  it.each([
    [
      'below a file',
      (parent: string) => writeFileSync(join(parent, 'data'), ''),
      'data/inside',
      /part of the path is a file/,
    ],
    [
      'where a file has its name',
      (parent: string) => writeFileSync(join(parent, 'data'), ''),
      'data',
      /a file has that name/,
    ],
    [
      'on a file system that can only be read',
      (parent: string) => mkdirSync(join(parent, 'x')),
      '/sys/reconbanker',
      /cannot be used/,
    ],
  ])('is refused in words %s', (_name, arrange, name, message) => {
    const parent = makeFolder()
    arrange(parent)
    expect(() => prepareDataDir(resolve(parent, name))).toThrow(
      expect.objectContaining({ code: 'host.data_dir', message: expect.stringMatching(message) }),
    )
  })
})
