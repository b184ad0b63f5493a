import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, dialog } from 'electron'
import { z } from 'zod'
import { AppError, messageOf } from '../core/errors.ts'
import type { CallHandlers } from './ipc.ts'
import { openExternalSafely } from './links.ts'
import type { PersonAtWindow } from './person.ts'
import type { MainWindow } from './window.ts'
import { wordsIn } from './words.ts'

const mostBytes = 64 * 1024 * 1024

/** A plain file name: the page proposes a name, never a place. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .transform((name) => basename(name.replaceAll('\\', '/')))
  .refine((name) => name !== '' && name !== '.' && name !== '..' && !name.includes('\0'), 'name must be a file name')

const fileBytes = z
  .instanceof(Uint8Array, { error: 'bytes must be binary data' })
  .refine((bytes) => bytes.byteLength <= mostBytes, 'bytes must be at most 64 MB')

export const createCalls = (window: MainWindow, person: PersonAtWindow): CallHandlers => ({
  saveFile: {
    input: z.strictObject({ name: fileName, bytes: fileBytes }),
    async run({ name, bytes }) {
      const defaultPath = join(app.getPath('downloads'), name)
      const { canceled, filePath } = await dialog.showSaveDialog(window.browserWindow, { defaultPath })
      if (canceled || filePath === '') return null
      await writeFile(filePath, bytes).catch((cause: unknown) => {
        const message = `The file could not be saved: ${messageOf(cause)}. Choose another place.`
        throw new AppError('unavailable', 'file.notSaved', message, { cause })
      })
      return { path: filePath }
    },
  },
  openExternal: {
    input: z.strictObject({ url: z.string().max(8000) }),
    async run({ url }) {
      await openExternalSafely(url)
      return null
    },
  },
  showWindow: {
    input: z.strictObject({}),
    run() {
      window.show()
      return null
    },
  },
  signedIn: {
    input: z.strictObject({ userId: z.string().max(100).nullable(), language: z.enum(['en', 'es']) }),
    run({ userId, language }) {
      person.set({ userId, words: wordsIn(language) })
      return null
    },
  },
})
