import type { Intake } from '../chat/model.js'

/** Whose acknowledgement waits for their own work goes before work that nobody watches. */
export interface Precedence {
  /** The same intake, its requests noted while they are under way. */
  over(intake: Intake): Intake
  /** Whether somebody's acknowledgement is waited for. */
  isTaken(): boolean
}

/** Commands do not take it: they are acknowledged before anything is done about them. */
export function createPrecedence(): Precedence {
  let underWay = 0

  async function noted<T>(work: Promise<T>): Promise<T> {
    underWay += 1
    try {
      return await work
    } finally {
      underWay -= 1
    }
  }

  return {
    over: (intake) => ({
      handle: (interaction) => (interaction.event.kind === 'command' ? intake.handle(interaction) : noted(intake.handle(interaction))),
      accept: (interaction) => noted(intake.accept(interaction)),
    }),
    isTaken: () => underWay > 0,
  }
}
