import { z } from 'zod'

const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Post kind to local time; a kind that is absent is switched off. */
export const scheduleSchema = z.strictObject({
  morning: localTime.optional(),
  midday: localTime.optional(),
  evening: localTime.optional(),
  weekly: localTime.optional(),
  monthly: localTime.optional(),
})
export type TeamSchedule = z.infer<typeof scheduleSchema>

export const DEFAULT_SCHEDULE: TeamSchedule = { morning: '09:00', midday: '13:00', evening: '18:00', weekly: '17:00', monthly: '09:30' }

/** A team's choices, each with its default, so that a row written by an older version still reads. */
export const teamSettingsSchema = z.object({
  /** What others see of the board: every name, the best few and "around me", or the team's sum alone. */
  board: z.enum(['names', 'best', 'team-only']).default('names'),
  boardBest: z.int().min(1).max(20).default(3),
  /** From this local time on a check-in of the day is marked late. */
  lateAfter: localTime.default('20:00'),
  /** The window of a day closes at this local time of the next working day; then the day is missed. */
  windowEnds: localTime.default('12:00'),
  /** Months for which a top seller is not named again; 0 lets the same person win each month. */
  topSellerRest: z.int().min(0).max(12).default(0),
  /** How many working days before a quarter's end its adjustment window opens; 0: it never does. */
  adjustmentDays: z.int().min(0).max(20).default(5),
  /** The most that a day may be asked to catch up, in percent of a normal day; beyond it a target is said to be out of reach. */
  catchUpPercent: z.int().min(100).max(300).default(150),
})
export type TeamSettings = z.infer<typeof teamSettingsSchema>
