import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse'
import { CliError } from './cli-error.js'

/** A row of a file. */
export interface FileRow {
  readonly cells: readonly string[]
  /** From 1, as an editor counts. */
  readonly line: number
}

/** A file between commas, semicolons, tabs or bars, read row by row, as often as need be; never whole in memory. */
export interface HistoryFile {
  rows(): AsyncGenerator<FileRow>
}

/**
 * Opens a file and finds out how it is written: UTF-8 with or without a mark, UTF-16 with one, else GB18030 (as Chinese spreadsheets save).
 *
 * @throws CliError when there is no such file, it is empty or it is a folder
 */
export async function openHistory(path: string): Promise<HistoryFile> {
  const start = await startOf(path)
  if (start.length === 0) throw new CliError(`${path} is empty.`)
  if (start.subarray(0, 4).equals(ZIP)) throw new CliError(`${path} is a spreadsheet. Save it as CSV first.`)
  const encoding = await encodingOf(path, start)
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(start))
  return { rows: () => rowsOf(path, encoding, delimiter) }
}

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const START_BYTES = 65_536

async function startOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(START_BYTES), position: 0 })
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new CliError(`There is no file ${path}.`)
  if (code === 'EISDIR') return new CliError(`${path} is a folder. Name one CSV file.`)
  if (code === 'EACCES') return new CliError(`${path} may not be read: its permissions do not allow it.`)
  return error
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

async function encodingOf(path: string, start: Buffer): Promise<Encoding> {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of createReadStream(path)) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

/** The sign that stands most often in the first line. */
function delimiterOf(start: string): string {
  const [first = ''] = start.split(/\r?\n|\r/, 1)
  const counts = [',', ';', '\t', '|'].map((sign) => ({ sign, count: first.split(sign).length - 1 }))
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).sign
}

async function* rowsOf(path: string, encoding: Encoding, delimiter: string): AsyncGenerator<FileRow> {
  const parser = parse({
    bom: true,
    delimiter,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
  })
  const decoder = new TextDecoder(encoding)
  const feed = async () => {
    for await (const bytes of createReadStream(path)) {
      if (!parser.write(decoder.decode(bytes, { stream: true }))) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end(decoder.decode())
  }
  feed().catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error(String(error))))
  try {
    // counted here, since the library's own count costs three times the reading
    let line = 0
    for await (const cells of parser) {
      line += linesOf(cells)
      if (cells.some((cell: string) => cell !== '')) yield { cells, line }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CliError(`${path} cannot be read as CSV: ${error.message}`)
    throw error
  }
}

/** A quoted cell may go over several. */
function linesOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => (cell.includes('\n') ? lines + cell.split('\n').length - 1 : lines), 1)
}
