import { type Json, list, record, records, textOf, words } from './json.js'

/** What a person reads on blocks, from top to bottom, buttons not included. */
export function readingOf(blocks: readonly Json[], text: string): string {
  if (blocks.length === 0) return shown(text)
  return blocks
    .map(blockReading)
    .filter((reading) => reading !== '')
    .join('\n')
}

export interface SeenButton {
  readonly label: string
  readonly element: Json
  readonly blockId: string
}

export function buttonsOf(blocks: readonly Json[]): SeenButton[] {
  return blocks.flatMap((block) =>
    records(block.elements)
      .filter(({ type }) => type === 'button')
      .map((element) => ({ label: textOf(element.text), element, blockId: words(block.block_id) })),
  )
}

function blockReading(block: Json): string {
  switch (block.type) {
    case 'header':
      return textOf(block.text)
    case 'section':
      return [block.text, ...list(block.fields)]
        .filter((each) => each !== undefined)
        .map((each) => shown(textOf(each)))
        .join('\n')
    case 'context':
      return records(block.elements)
        .map((element) => shown(textOf(element)))
        .join(' ')
    case 'image':
      return words(block.alt_text)
    case 'table':
      return list(block.rows)
        .map((row) =>
          records(row)
            .map((cell) => words(cell.text))
            .join(' | '),
        )
        .join('\n')
    case 'input':
      return [textOf(block.label), textOf(block.hint)].filter((each) => each !== '').join('\n')
    default:
      return ''
  }
}

/** Slack's marks as people see them: none. */
function shown(mrkdwn: string): string {
  return mrkdwn
    .replaceAll(/^```\n?|\n?```$/gm, '')
    .replaceAll(/^\*(.+)\*$/gm, '$1')
    .replaceAll(/^_(.+)_$/gm, '$1')
    .replaceAll(/^> /gm, '')
    .replaceAll(/<([^|>]+)\|([^>]+)>/g, '$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

export function optionsOf(element: Json): { value: string; label: string }[] {
  const groups = records(element.option_groups).flatMap((group) => records(group.options))
  return [...records(element.options), ...groups].map((option) => ({ value: words(option.value), label: textOf(record(option).text) }))
}
