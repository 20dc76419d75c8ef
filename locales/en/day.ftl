# A team's day: the morning's post, check-ins, quick numbers, reminders.

button-edit = Edit
button-undo = Undo
button-help = Help

morning-title = Good morning! { $on }
morning-late = This comes late: I could not post at the usual time.
morning-member = { $name }: { $goals }
morning-member-none = { $name }: no numbers today
morning-promised = Promised: { $words }
morning-on-leave = On leave: { $names }
morning-golden = To start the day: call 3 key customers, open 2 new leads.
morning-button-mine = My day
morning-note = Reply to this message in your own words, such as “3 visits, 2 leads, price objection”, or press Check in.

nudge-midday = Half-time on { $on }: what did you hear this morning, and what will you change this afternoon?
nudge-evening = How did { $on } go? If it went as planned, open the form and send it.
nudge-button-leave = I am off
nudge-note = { $team } · Only you see this, and I ask once.

check-in-form-morning = Morning start
check-in-form-midday = Midday review
check-in-form-evening = Evening close
check-in-submit = Send
check-in-day = For { $on }.
check-in-asks = The day asks for { $goals }.
check-in-goal = { $metric } { $amount }
check-in-as-planned = These are the plan's numbers. Change whatever went differently, then send.
check-in-hint-target = Planned: { $amount }
check-in-hint-planned-money = Planned: { $amount }. Put in what really came, or 0.
check-in-amount-not-a-number = I cannot read this number. Please type it as 3, 1,200 or 35k.
check-in-amount-negative = Less than zero cannot be reported. To take something back, use Undo or type the day's total.
check-in-amount-too-precise = That is too exact: counts are whole numbers, money has cents at most.
check-in-amount-too-large = That is more than I can count. Is there a zero too many?

note-key-customers = Key customers to follow up
note-hint-key-customers = Three, one a line.
note-new-leads = New leads to open
note-hint-new-leads = Two, one a line.
note-needs = Needs heard this morning
note-hint-needs = What do customers want?
note-objections = Objections heard
note-hint-objections = In their words, such as “too expensive”.
note-change = What changes this afternoon?
note-hint-change = One thing you will do differently.
note-success = One success
note-hint-success = What worked, and why? It goes into the case library.
note-failure = One failure
note-hint-failure = What would you do differently? It goes into the case library.
note-improvement = Tomorrow's improvement
note-hint-improvement = It comes back with tomorrow's post.
note-note = Note
note-hint-note = Anything else.

note-said-key-customers = Key customers:
note-said-new-leads = New leads:
note-said-needs = Needs:
note-said-objections = Objections:
note-said-change = This afternoon:
note-said-success = What worked:
note-said-failure = What did not:
note-said-improvement = Tomorrow:
note-said-note = Note:

day-number = { $metric } { $done }
day-number-of = { $metric } { $done } of { $target }
day-number-unasked = { $metric } { $done }, none asked
day-number-reached = { $metric } { $done } of { $target } ✓

check-in-post-morning = { $name } starts the day
check-in-post-midday = { $name }: how it is going
check-in-post-evening = { $name } closes the day
check-in-post-empty = Nothing in particular.
check-in-late = Late, for { $on }.
check-in-late-corrected = Late, for { $on }. Corrected.
check-in-corrected = Corrected.
check-in-taken-back-post = { $name } took back a check-in for { $on }.

check-in-saved = Saved for { $on }
check-in-unchanged = Nothing changed for { $on }
check-in-saved-late = It counts, and is marked late.
check-in-taken-back = Undone: your check-in for { $on } is gone, and its numbers no longer count.
check-in-as-before = Undone: { $on } is as it was before.

team-meant = For { $team }. Another of your teams: /team, then its name.

words-title = Did I get that right? { $on }
words-more = { $metric } { $amount } more, { $total } in all
words-unread = { $count ->
    [one] I am not sure about this number, so I leave it out: { $words }
   *[other] I am not sure about these numbers, so I leave them out: { $words }
  }
words-button-save = Yes, save
words-button-case = Share as my case
words-case = You were asked for your case of { $period }. If this is it, I share it in the announcement's thread with your name.
words-button-add = Add to the day
words-button-totals = These are the day's totals
words-button-drop = Discard
words-dropped = Discarded. Nothing was saved.
words-wordless = I can read only words, and a file only where I have asked for it: /plan import for targets, /deal import for deals.
words-undo = To take something back, press Undo under my answer to it; it works for a day. To change a day's numbers: /checkin.
words-nothing = I read numbers out of plain words: “3 visits, 2 leads, price objection”.

log-form = Quick numbers
log-submit = Add
log-intro = Added to what is there for { $on }. Leave empty what does not apply.
log-added = Added for { $on }: { $entries }
log-added-for = Added for { $name }, { $on }: { $entries }
log-note-left = Only numbers are logged, so this was left out: “{ $words }”. Notes go with /checkin.
log-told-added = { $by } added to your { $on }: { $entries }. /target shows how the day stands.
log-told-taken-back = { $by } took back what they had added to your { $on }: { $entries }.
log-told-uncounted = { $by } changed a deal that you had won. No longer counted for { $on }: { $entries }.
log-undone = Undone: { $entries }

error-no-such-day = There is no day “{ $words }”. Write it like 2026-11-20, or say yesterday or last Friday.
error-check-in-ahead = { $on } is still to come. Tomorrow's morning start can be sent today; numbers only once the day is there.
error-check-in-after-leaving = Your last day in { $team } is { $last }, so nothing is asked of you after it.
error-log-before-joining = { $name } does not start before { $from }, so there is nothing to log for them yet.
error-log-after-leaving = { $name }'s last day was { $last }, so nothing is logged for them after it. For an earlier day, name it: /log @name 2 visits yesterday.
error-check-in-on-leave = You are on leave on { $on }, so nothing is asked of you. If you worked after all, take the leave back with /leave.
error-check-in-closed = { $month } is closed: its report is out. Ask your manager, who can still correct it with /log @name.
error-undo-gone = This cannot be undone any more: it was undone before, or is older than a day. You can edit it with /checkin.
error-undo-changed-since = You changed this check-in since. Edit it with /checkin instead.
error-words-gone = These words are saved or discarded already, or older than a day. Please write them again.
error-log-usage = I read no number there. Try /log 3 visits 2 leads, or /log yesterday 3 visits.
error-log-unread = I am not sure what you mean by { $words }, so nothing was logged. Write one number beside each word: /log 3 visits 2 leads
error-log-which-day = I am not sure which day “{ $words }” is, so nothing was logged. Begin with the day: /log yesterday 3 visits, or /log 2026-11-20 3 visits
error-log-empty = Please fill in at least one number.
