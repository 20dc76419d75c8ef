/** A field's block: its id tells the form as well, since Slack keeps what was typed into a block of the same id when one view follows another. */
export function blockIdOf(form: string, field: string): string {
  return `${form}:${field}`
}

/** The field's name, or undefined for a block of another form. */
export function fieldOf(form: string, blockId: string): string | undefined {
  return blockId.startsWith(`${form}:`) ? blockId.slice(form.length + 1) : undefined
}
