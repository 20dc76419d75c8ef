import type { Answer, Intake, Interaction, Reply } from '../../src/chat/model.js'
import { nearestLanguage, sayIn } from '../../src/chat/say.js'

/** Stands for the house behind an adapter: it answers as told, and remembers what it heard. */
export interface StandInHouse extends Intake {
  /** Every interaction once, in the order in which they came; what comes again under the same delivery id is not heard again. */
  readonly heard: readonly Interaction[]
  /** How often anything was handed over, repetitions counted. */
  deliveries(): number
  answerWith: (interaction: Interaction) => readonly Reply[] | Promise<readonly Reply[]>
  /** Answers instead: the product itself, as its router has it. */
  router: ((interaction: Interaction) => Promise<Answer>) | undefined
  /** Resolves when what was stored has been worked on and answered. */
  idle(): Promise<void>
}

/** @param reply the adapter's way to answer what came out of the inbox */
export function standInHouse(reply: (interaction: Interaction, answer: Answer) => Promise<void>): StandInHouse {
  const heard: Interaction[] = []
  let deliveries = 0
  let working: Promise<void> = Promise.resolve()

  function isNew(interaction: Interaction): boolean {
    deliveries += 1
    if (heard.some(({ deliveryId }) => deliveryId === interaction.deliveryId)) return false
    // The inbox keeps it as JSON: what does not survive that is not there.
    heard.push(JSON.parse(JSON.stringify(interaction)))
    return true
  }

  async function answerTo(interaction: Interaction): Promise<Answer> {
    if (house.router !== undefined) return house.router(interaction)
    const language = nearestLanguage(interaction.who.locale) ?? 'en'
    return { replies: await house.answerWith(interaction), say: sayIn(language), language }
  }

  const house: StandInHouse = {
    heard,
    deliveries: () => deliveries,
    answerWith: () => [],
    router: undefined,
    async idle() {
      await working
    },
    async handle(interaction) {
      isNew(interaction)
      return answerTo(interaction)
    },
    async accept(interaction) {
      if (!isNew(interaction)) return
      const kept: Interaction = JSON.parse(JSON.stringify(interaction))
      working = working.then(async () => reply(kept, await answerTo(kept)))
    },
  }
  return house
}
