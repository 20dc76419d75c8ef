# What the Telegram adapter itself says: the guided dialogue, answers that cannot be given where they were asked for, menu and profile.

telegram-label = { $label }:
telegram-more-buttons = More:
telegram-left-out = There is more than one Telegram message holds; the rest is left out here.

telegram-confirm-yes = ✓ Yes: { $label }
telegram-confirm-no = ✗ No
telegram-confirm-ended = This button is too old. Please ask for the message again.

telegram-field = ▸ { $label }:
telegram-empty = —
telegram-yes = Yes
telegram-no = No
telegram-with-unit = { $label } ({ $unit })
telegram-day = { $on }
telegram-now-lines = Now – tap to copy, change it and send it back whole:
telegram-now = Now: { $value }
telegram-change = ✏️ { $label }
telegram-cancel = Cancel
telegram-back = ‹ Back
telegram-done = Done
telegram-skip = Leave empty

telegram-ask-text = Write it and send it to me as a message.
telegram-ask-text-group = Write it in reply to my message below.
telegram-ask-text-here = Write it in reply to this message.
telegram-ask-number = Send me the number as a message.
telegram-ask-number-group = Write the number in reply to my message below.
telegram-ask-number-here = Write the number in reply to this message.
telegram-ask-date = Pick a day, or send it to me like this: 2026-03-31
telegram-ask-date-group = Pick a day, or reply to my message below like this: 2026-03-31
telegram-ask-date-here = Write the day in reply to this message, like this: 2026-03-31
telegram-ask-choice = Pick one.
telegram-ask-choices = Pick all that apply, then Done.
telegram-ask-toggle = Yes or no?
telegram-ask-file = Send me the file as a document.
telegram-ask-file-group = Send the file as a document in reply to my message below.
telegram-ask-file-here = Send the file as a document in reply to this message.
telegram-reply-here = Your answer

telegram-missing = Still missing: { $field }
telegram-too-long = That is { $length } characters; { $most } is the most. Please shorten it.
telegram-no-file = That is not a file. Please send one as a document, or go back.
telegram-words-only = I can read only words. Please write it, such as “3 visits, 2 leads”; /help shows what else I can do.
telegram-file-unasked = I did nothing with this file. Say first what it is for, then send it: /plan import for targets, /deal import for deals.
telegram-no-date = I cannot read that as a day. Please send it like this: 2026-03-31

telegram-parked = I could not take in what you sent last, though I tried several times. Nothing of it counts. Please try again, with a message perhaps in other words; if it fails once more, tell whoever runs this bot: { $id }

telegram-form-sent = ✓ Sent
telegram-form-cancelled = Cancelled. Nothing was sent.
telegram-form-ended = This form is over, or somebody else’s. Give the command again for a new one.
telegram-form-is-private = I have sent you the form in our private chat.
telegram-answer-is-private = I have answered in our private chat.
telegram-who-are-you = You are writing as the group, so I cannot tell who you are. Turn off “Remain anonymous” in your admin rights and try again.
telegram-start-me = { $name }, this is for you alone. Open our private chat and press Start: { $link }
telegram-file-refused = Telegram did not take it. Please try again; if it fails once more, tell whoever runs this bot.

telegram-command-checkin = Check in for today
telegram-command-target = Your target, what is done, the pace
telegram-command-log = Log numbers, e.g. /log 3 visits 2 leads
telegram-command-leaderboard = How the team stands
telegram-command-review = Review of the day, week or month
telegram-command-case = Find or add a case
telegram-command-deal = Your open deals: add, move, win
telegram-command-leave = Take days off
telegram-command-plan = Create, preview and publish a plan
telegram-command-team = Your team and its members
telegram-command-settings = Language, schedule and more
telegram-command-help = What I can do for you
telegram-command-cancel = Stop the form you are filling in
telegram-command-start = Start talking to me

telegram-description =
    I turn your team’s yearly sales target into what each person does today, collect what was done in under 30 seconds, and tell the team every week how it stands and what to change.

    Add me to your team’s group, or press Start to talk to me here.
telegram-short-description = Turns a yearly sales target into each person’s day. Check-ins in 30 seconds, honest weekly reviews.
