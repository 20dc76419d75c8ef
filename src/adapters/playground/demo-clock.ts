export const MOMENTS = ['morning', 'midday', 'evening', 'weekly', 'monthly'] as const
export type MomentKind = (typeof MOMENTS)[number]

/** The bot's clock, which a visitor may move on. */
export interface DemoClock {
  /** UTC instant, ISO 8601. */
  now(): string
  /** The zone that the page shows it in, IANA. */
  zone(): Promise<string>
  /** When each kind of post comes next; one that is switched off is left out. */
  moments(): Promise<readonly { readonly kind: MomentKind; readonly at: string }[]>
  /** Moves on to an instant; resolves when all that fell due on the way has been posted. False for an instant that is past. */
  moveTo(at: string): Promise<boolean>
}
