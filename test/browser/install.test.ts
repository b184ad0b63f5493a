import { describe, expect, it } from 'vitest'
import { ensureBrowser, type Machine } from '../../main/core/browser/install.ts'
import { createQuietLog } from '../support/quiet-log.ts'

interface Pretended extends Machine {
  readonly commands: string[]
}

/** A machine where the given program succeeds and brings a browser, and all others fail. */
function machine(options: { present?: string; works?: string; isDebian?: boolean; isRoot?: boolean }): Pretended {
  const commands: string[] = []
  let installed: string | null = options.present ?? null
  return {
    commands,
    find: () => installed,
    findOwn: async () => null,
    isDebian: options.isDebian ?? false,
    isRoot: options.isRoot ?? false,
    async run(command, args) {
      const line = [command.includes('node') ? 'node' : command, ...args.slice(-2)].join(' ')
      commands.push(line)
      if (line.startsWith('apt-get') && line.endsWith('update')) return
      if (options.works !== line) throw new Error(`no network for ${command}`)
      installed = `/installed/by/${command}`
    },
  }
}

describe('having a browser', () => {
  it('takes the one that is there without installing anything', async () => {
    const here = machine({ present: '/usr/bin/chromium' })
    expect(await ensureBrowser(createQuietLog(), here)).toBe('/usr/bin/chromium')
    expect(here.commands).toEqual([])
  })

  it("downloads Playwright's own build when there is none", async () => {
    const here = machine({ works: 'node install chromium' })
    expect(await ensureBrowser(createQuietLog(), here)).toMatch('/installed/by/')
    expect(here.commands).toEqual(['node install chromium'])
  })

  it("installs the distribution's Chromium as root on Debian, refreshing the lists when they are missing", async () => {
    const here = machine({ works: 'never', isDebian: true, isRoot: true })
    await expect(ensureBrowser(createQuietLog(), here)).rejects.toThrow('browser')
    expect(here.commands).toEqual([
      'node install chromium',
      'apt-get -y chromium',
      'apt-get update',
      'apt-get -y chromium',
    ])

    const lucky = machine({ works: 'apt-get -y chromium', isDebian: true, isRoot: true })
    expect(await ensureBrowser(createQuietLog(), lucky)).toBe('/installed/by/apt-get')
  })

  it('says which command to run when nothing worked', async () => {
    const plain = machine({ isDebian: true })
    await expect(ensureBrowser(createQuietLog(), plain)).rejects.toMatchObject({
      code: 'browser.missing',
      message: expect.stringContaining('sudo apt-get install -y chromium'),
    })
    await expect(ensureBrowser(createQuietLog(), machine({}))).rejects.toThrow('npx playwright install chromium')
    expect(plain.commands).toEqual(['node install chromium'])
  })
})
