/** Which of the two sets of blocks a form's fields are in. */
export type Turn = 'odd' | 'even'

/**
 * A field's block: its id tells the form as well, since Slack keeps what was typed into a block of the same id when one view follows another.
 *
 * @param turn `even` for a form that takes the place of itself and begins anew
 */
export function blockIdOf(form: string, field: string, turn: Turn = 'odd'): string {
  return `${startOf(form, turn)}${field}`
}

/** The field's name, or undefined for a block of another form. */
export function fieldOf(form: string, blockId: string): string | undefined {
  const start = [startOf(form, 'odd'), startOf(form, 'even')].find((each) => blockId.startsWith(each))
  return start === undefined ? undefined : blockId.slice(start.length)
}

/** The turn of a form that comes in the place of these blocks. */
export function turnAfter(form: string, blockIds: readonly string[]): Turn {
  return blockIds.some((blockId) => blockId.startsWith(startOf(form, 'odd'))) ? 'even' : 'odd'
}

function startOf(form: string, turn: Turn): string {
  return turn === 'odd' ? `${form}:` : `${form}~:`
}
