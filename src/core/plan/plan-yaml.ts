import { type Document, isAlias, isNode, LineCounter, parseDocument, stringify, visit } from 'yaml'
import type { Place, PlanFileError, RawPlan } from './raw-plan.js'
import type { Result } from './result.js'

/** Every scalar stays the words it was written in, so that no amount passes through a floating-point number. */
const WORDS_ONLY = { schema: 'failsafe' } as const

/**
 * Reads YAML, without aliases: a few of them can stand for billions of nodes. What is nested too deep the parser itself refuses
 * ('yaml-resource-exhaustion'). A mistake is told
 * once for each line, and of many the first twenty.
 */
export function parsePlanYaml(text: string): Result<RawPlan, PlanFileError[]> {
  const lines = new LineCounter()
  const document = parseDocument(text, { ...WORDS_ONLY, lineCounter: lines, prettyErrors: false })
  const errors = [
    ...document.errors.map(({ code, pos }) => yamlError(`yaml-${code.toLowerCase().replaceAll('_', '-')}`, lines, pos[0])),
    ...aliasErrors(document, lines),
  ]
  const unlike = [...new Map(errors.toReversed().map((error) => [`${error.line} ${error.code}`, error])).values()].toReversed()
  if (unlike.length > 0) return { ok: false, error: unlike.slice(0, 20) }
  return { ok: true, value: { plan: document.toJS(), placeOf: (path) => placeOf(document, lines, path) } }
}

function aliasErrors(document: Document, lines: LineCounter): PlanFileError[] {
  const errors: PlanFileError[] = []
  visit(document, (_, node) => {
    if (isAlias(node)) errors.push(yamlError('yaml-alias', lines, node.range?.[0] ?? 0))
  })
  return errors
}

function yamlError(code: string, lines: LineCounter, offset: number): PlanFileError {
  return { line: lines.linePos(offset).line, field: '', code, facts: {} }
}

/** Of the field, or of the nearest thing around it that is there. */
function placeOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): Place {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return { line: lines.linePos(node.range[0]).line }
  }
  return {}
}

/** Writes plain words and lists of them, in the order given, each on a line of its own. */
export function formatYaml(content: unknown): string {
  return stringify(content, { ...WORDS_ONLY, lineWidth: 0 })
}
