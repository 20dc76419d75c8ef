import { type CellFormat, cellFormat, type DateSystem } from './cell-words.js'
import { readXml } from './read-xml.js'
import { type ZipParts, ZipRefusal } from './zip-parts.js'

/** What a workbook says about all its sheets. */
export interface Workbook {
  readonly sheets: readonly SheetPart[]
  readonly dates: DateSystem
  readonly strings: readonly string[]
  /** By a cell's style. */
  readonly formats: readonly CellFormat[]
}

export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  /** The part of the archive that has its cells. */
  readonly part: string
}

/** A longer text in a cell is cut: nothing that is read from a table is as long. */
export const CELL_CHARACTERS = 1000

/** @throws ZipRefusal @returns undefined when the archive is no workbook */
export async function readWorkbook(zip: ZipParts): Promise<Workbook | undefined> {
  const root = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.part
  if (root === undefined || !root.endsWith('.xml') || !zip.has(root)) return undefined
  const relations = await relationsOf(zip, root)
  const partOf = (type: string) => relations.find((each) => each.type === type && zip.has(each.part))?.part
  const { listed, dates } = await readRoot(zip, root)
  const sheets = listed.flatMap(({ id, ...sheet }) => {
    const relation = relations.find((each) => each.id === id && each.type === 'worksheet')
    return relation !== undefined && zip.has(relation.part) ? [{ ...sheet, part: relation.part }] : []
  })
  return { sheets, dates, strings: await readStrings(zip, partOf('sharedStrings')), formats: await readFormats(zip, partOf('styles')) }
}

interface Relation {
  readonly id: string
  /** The last word of its type: 'worksheet', 'styles'. */
  readonly type: string
  readonly part: string
}

/** What a part refers to; the archive itself under the empty name. */
async function relationsOf(zip: ZipParts, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`
  if (!zip.has(list)) return []
  const relations: Relation[] = []
  await readXml(zip.chunks(list), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      // Relative to the part's folder, or to the archive when it begins with a slash.
      const path = new URL(Target, `zip://root/${folder}`).pathname
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: decodeURIComponent(path.slice(1)) })
    },
  }).catch((error: unknown) => {
    if (error instanceof TypeError || error instanceof URIError) throw new ZipRefusal('broken', { cause: error })
    throw error
  })
  return relations
}

async function readRoot(zip: ZipParts, part: string) {
  const listed: { name: string; isHidden: boolean; id: string }[] = []
  let dates: DateSystem = '1900'
  await readXml(zip.chunks(part), {
    open(tag, attributes) {
      if (tag === 'workbookPr' && isTrue(attributes.date1904)) dates = '1904'
      if (tag !== 'sheet') return
      // The prefix is the file's choice; without one it would be another id.
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      listed.push({ name: attributes.name ?? '', isHidden: (attributes.state ?? 'visible') !== 'visible', id })
    },
  })
  return { listed, dates }
}

/** Texts that cells share. Of a text in several looks the pieces are joined; its reading in a second script (rPh) is no part of it. */
async function readStrings(zip: ZipParts, part: string | undefined): Promise<string[]> {
  if (part === undefined) return []
  const strings: string[] = []
  let words = ''
  let isText = false
  let isReading = false
  await readXml(zip.chunks(part), {
    open(name) {
      if (name === 'si') words = ''
      else if (name === 't') isText = !isReading
      else if (name === 'rPh') isReading = true
    },
    text(piece) {
      if (isText && words.length < CELL_CHARACTERS) words += piece
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isReading = false
      else if (name === 'si') strings.push(words.slice(0, CELL_CHARACTERS))
    },
  })
  return strings
}

async function readFormats(zip: ZipParts, part: string | undefined): Promise<CellFormat[]> {
  if (part === undefined) return []
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let isOfCells = false
  await readXml(zip.chunks(part), {
    open(name, attributes) {
      const id = Number(attributes.numFmtId ?? 0)
      if (name === 'numFmt') codes.set(id, attributes.formatCode ?? '')
      else if (name === 'cellXfs') isOfCells = true
      else if (name === 'xf' && isOfCells) formats.push(cellFormat(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') isOfCells = false
    },
  })
  return formats
}

function isTrue(words: string | undefined): boolean {
  return words === '1' || words === 'true'
}
