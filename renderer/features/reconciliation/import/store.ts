import { create } from 'zustand'

/** The file that was dropped or chosen, until its dialog is closed. */
export const useImport = create<{ readonly file: File | null }>(() => ({ file: null }))
