/** What Telegram allows, and how long we wait for it. Lengths are UTF-16 units after parsing, as Telegram counts them. */
export const limits = {
  textUnits: 4096,
  toastUnits: 200,
  callbackDataBytes: 64,
  buttons: 100,
  buttonsPerRow: 8,
  buttonLabelUnits: 64,
  /** What a phone shows of a row of buttons before it cuts, in columns (a Chinese character takes two). */
  rowColumns: 34,
  /** What a phone shows of monospaced text before it wraps, in columns. */
  tableColumns: 36,
  barCells: 10,

  /** A field's value as the dialogue's overview shows it. */
  shownValueUnits: 160,
  optionsPerPage: 8,
  daysPerPage: 7,

  /** Ephemeral messages are allowed for 15 s after the press or command; one second is for the way there. */
  ephemeralWithinMs: 14_000,
  /** A pressed button turns until it is answered, for about 15 s. */
  callbackWithinMs: 8_000,
  /** Answered callback queries that are remembered, so that a redelivered one is not answered twice. */
  callbacksRemembered: 1_000,

  callTimeoutSeconds: 20,
  pollSeconds: 25,
  pollTimeoutSeconds: 40,
  updatesPerPoll: 100,
  pollBackoffMs: { first: 500, most: 30_000 },
  /** Attempts to connect at start, with the polling's backoff between them. */
  startAttempts: 5,
  stopWithinMs: 10_000,

  webhookBodyBytes: 1_048_576,
  /** A command is answered to Telegram's webhook when it is handled, but no later than this. */
  commandAckMs: 2_500,

  /** Flood waits that a live answer sits out; longer ones drop it. */
  liveWaitSeconds: 10,
  /** Flood waits that the later parts of one delivery sit out, each. */
  followUpWaitSeconds: 60,
  floodAttempts: 3,
  /** Messages a second over all chats, above which a 429 is taken for the bot's own limit. */
  platformPerSecond: 25,

  dialogueHours: 24,
  confirmDays: 30,
} as const
