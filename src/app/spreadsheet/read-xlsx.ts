import { type SheetRow, sheetRows } from './sheet-rows.js'
import { readWorkbook } from './workbook.js'
import { openZip, ZipRefusal } from './zip-parts.js'

export type XlsxRows =
  | { readonly ok: true; readonly rows: readonly SheetRow[] }
  | { readonly ok: false; readonly reason: 'broken' | 'too-large' | 'not-a-workbook' }

/** Of real workbooks of a megabyte the parts that are read come to some twenty; a bomb of one comes to a thousand. */
const LIMITS = { entries: 2000, bytes: 40_000_000 }

/**
 * Reads one sheet of an Excel workbook (.xlsx, .xlsm): the one called by one of the names, or else the first that is not hidden.
 *
 * @param names folded to lower case
 */
export async function readXlsx(bytes: Uint8Array, names: readonly string[]): Promise<XlsxRows> {
  try {
    const zip = await openZip(bytes, LIMITS)
    const workbook = await readWorkbook(zip)
    const sheets = workbook?.sheets ?? []
    const sheet = sheets.find(({ name }) => names.includes(name.trim().toLowerCase())) ?? sheets.find(({ isHidden }) => !isHidden)
    if (workbook === undefined || sheet === undefined) return { ok: false, reason: 'not-a-workbook' }
    return { ok: true, rows: await sheetRows(zip, sheet.part, workbook) }
  } catch (error) {
    if (error instanceof ZipRefusal) return { ok: false, reason: error.reason }
    throw error
  }
}
