/** What Telegram allows, and how long we wait for it. Lengths are UTF-16 units after parsing, as Telegram counts them. */
export const limits = {
  textUnits: 4096,
  captionUnits: 1024,
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
  /** An update that fails so often is given up: by the pauses between, after a minute and a half. */
  updateAttempts: 8,
  failuresRemembered: 1_000,
  /** How soon Telegram is asked again while an update takes long: at first, and when nothing new comes. */
  lookAgainMs: { first: 100, most: 2_000 },
  /** For the menu and the profile at the start: they are ornament. */
  announceWithinMs: 5_000,
  /** The whole product must have come to an end within ten seconds. */
  stopWithinMs: 6_000,

  webhookBodyBytes: 1_048_576,
  /** Updates that the webhook remembers having taken in. */
  updatesRemembered: 10_000,
  /** A command is answered to Telegram's webhook when it is handled, but no later than this. */
  commandAckMs: 2_500,

  /** Flood waits that a live answer sits out; longer ones drop it. */
  liveWaitSeconds: 10,
  floodAttempts: 3,
  /** Messages a second over all chats, above which a 429 is taken for the bot's own limit. */
  platformPerSecond: 25,

  /** Between the parts of a long delivery: a chat takes one message a second. */
  betweenPartsMs: 1_050,
  /** A delivery of many parts gives its turn up after this; the outbox takes an attempt for dead after 90 s. */
  deliveryMs: 30_000,

  dialogueHours: 24,
  confirmDays: 30,
  /** The outbox gives a delivery up after a day. */
  progressHours: 48,
  /** For how long a reply to a later part of a long message still counts as one to the whole. */
  partDays: 40,
  usernameDays: 180,
  usernamesRemembered: 10_000,
  /** A group's move to a new id is told by several updates: how long one of them is remembered, and how long it is waited for. */
  moveHours: 24,
  moveToldWithinMs: 500,
  /** For how long a group is taken at its word that the bot is no administrator of it. */
  notAdminMs: 3_600_000,
  /** Groups that this is remembered of. */
  groupsRemembered: 10_000,
} as const
