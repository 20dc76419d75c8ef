/** What Slack takes, in characters unless said. Where it is said to refuse "near" a size, we stay below it. */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  viewsInStack: 3,
  /** All blocks of a message as JSON; Slack refuses near 13,000 with msg_blocks_too_long. */
  blocksJson: 12_000,
  /** `text` above 4000 can no longer be edited. */
  text: 3900,
  section: 3000,
  /** Of text in one section of ours: room for a unit's plain reading in `text`. */
  piece: 2800,
  fieldsInSection: 10,
  field: 2000,
  header: 150,
  context: 2000,
  imageUrl: 3000,
  imageAlt: 2000,
  buttonsInRow: 5,
  buttonText: 75,
  confirmText: 300,
  viewTitle: 24,
  viewButton: 24,
  label: 2000,
  hint: 2000,
  plainInput: 3000,
  optionText: 75,
  optionsInGroup: 100,
  groupsInSelect: 100,
  checkboxes: 10,
  fieldError: 500,
  privateMetadata: 3000,
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  /** Columns of monospace text that a phone shows without wrapping. */
  phoneColumns: 34,
  /** Slack gives apps outside its Marketplace at most fifteen. */
  historyPage: 15,
  /** Of the words that a file is shared with. */
  fileComment: 3000,
  /** Messages an ephemeral answer is split into at most: a response_url is good for five. */
  answerParts: 3,
} as const

/** Times in milliseconds. */
export const times = {
  /** One call to Slack. */
  call: 10_000,
  /** A press is acknowledged by then even when its handler is still at work; Slack gives 3 s. */
  ack: 2_500,
  /** How long a handler waits for a person's language and zone before it goes on without. */
  person: 700,
  /** Between two messages to one channel: Slack allows one a second. */
  betweenPosts: 1_100,
  /** A live answer that is told to wait longer than this is given up. */
  longestWait: 15_000,
  personKept: 3_600_000,
  /** For closing a connection in good order. */
  farewell: 2_000,
  /** Slack shows an error when a submission is not acknowledged by then. */
  submission: 3_000,
  /** For the files of a submission: what is left of the three seconds is its handler's. */
  download: 1_500,
  /** Between two attempts to reach Slack at the start, at most. */
  longestStartPause: 30_000,
  /** How far before the first attempt a lost message is looked for: clocks differ. */
  lookBack: 60_000,
} as const
