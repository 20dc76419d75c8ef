/** Telegram's flood control. What is left out is not limited. */
export interface FloodLimits {
  readonly perChatPerSecond?: number
  readonly perGroupPerMinute?: number
  readonly overallPerSecond?: number
  /** How long a "second" lasts here: longer where a test counts what falls within one, whatever else the machine is doing. */
  readonly secondMs?: number
}

/** @returns the seconds to wait, or undefined when the message may go */
export function floodControl(limits: FloodLimits): (chat: number, isGroup: boolean, now: number) => number | undefined {
  const secondMs = limits.secondMs ?? 1000
  const sent: { chat: number; at: number }[] = []
  return (chat, isGroup, now) => {
    const within = (ms: number, ofChat: boolean) => sent.filter((one) => now - one.at < ms && (!ofChat || one.chat === chat))
    const rules = [
      { most: limits.perChatPerSecond, ms: secondMs, ofChat: true },
      { most: isGroup ? limits.perGroupPerMinute : undefined, ms: 60_000, ofChat: true },
      { most: limits.overallPerSecond, ms: secondMs, ofChat: false },
    ]
    for (const { most, ms, ofChat } of rules) {
      const recent = within(ms, ofChat)
      if (most !== undefined && recent.length >= most) return Math.max(1, Math.ceil(((recent[0]?.at ?? now) + ms - now) / 1000))
    }
    sent.push({ chat, at: now })
    return undefined
  }
}
