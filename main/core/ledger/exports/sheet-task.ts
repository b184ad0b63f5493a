import type { Currency, Section } from '../reports/table.ts'
import { sheetOf, writeSheets } from '../reports/xlsx-file.ts'

export interface SheetOrder {
  readonly section: Section
  readonly currency: Currency
}

/** A list as a workbook with one sheet, in a thread. */
export const makeSheet = ({ section, currency }: SheetOrder): Promise<Uint8Array> =>
  writeSheets([sheetOf(section, currency)])
