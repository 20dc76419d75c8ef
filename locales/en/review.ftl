board-title = { $team }: leaderboard, { $period }
board-heading = Leaderboard: { $metric }
board-column-name = Name
board-column-share = Own target
board-column-done = Done
board-row = { $rank }. { $name }
board-row-up = { $rank }. { $name } ▲{ $steps }
board-row-down = { $rank }. { $name } ▼{ $steps }
board-row-new = { $rank }. { $name } (new)
board-around = Around you:
board-others = Also on the team: { $names }
board-team = Team
board-of-target = { $done } of { $target } · { $share }
board-of-zero = { $done }, none due in this period
board-of-due = { $done } of { $due } due so far · { $share } · { $target } in all
board-of-due-none = { $done }, none due yet · { $target } in all
board-done = { $done }, no target
board-untouched = Nothing has been counted yet, so nobody is in front.
board-streak = { $name } { $days } days
board-streaks = Check-ins in a row: { $streaks }
board-zero = Every target for { $period } is zero, so there is nothing to rank.
board-none = Nobody has a target for { $period } yet, so there is nothing to rank. A manager can set targets with /plan.
board-rules-names = Ranked by share of your own target; equal shares share a rank.{ $compared ->
    [yes] {" "}▲▼ compares with the last published board.
   *[no] {""}
  } At most the top { $best } are shown with figures, never the last; your own place is for your eyes only.
board-rules-best = Ranked by share of your own target; equal shares share a rank.{ $compared ->
    [yes] {" "}▲▼ compares with the last published board.
   *[no] {""}
  } At most the top { $best } are shown, never the last; your own place is for your eyes only.
board-rules-team-only = This team shows its result as a whole. Your own figures are for your eyes only.
board-button-week = This week
board-button-month = This month
board-button-quarter = This quarter
board-button-mine = My place
board-mode-quiet = Done. From now on your name stays out of boards and announcements that others see. You still see your own place.
board-mode-named = Done. From now on your name appears on the team's boards again.

weekly-title = { $team }: review of { $period }
weekly-late = This comes late: I could not post at the usual time.
weekly-results = Results
weekly-funnel = Where it gets stuck
weekly-funnel-so-far = Where it gets stuck, up to { $through }
weekly-gap-conversion = { $from } → { $to }: { $done } from { $before } ({ $actual }). The plan counts on { $planned }.
weekly-gap-entry = { $stage }: { $done } so far, where the plan counts on { $planned }.
weekly-gap-cost = That is worth about { $cost } in deals, more than the gap at any other stage.
weekly-gap-working-entry = ({ $planned } − { $done }) × { $lastPlanned } ÷ { $planned } × { $deal }: what is missing, times what the plan makes of each ({ $last }), times what one of those brings.
weekly-gap-working-step = ({ $before } × { $toPlanned } ÷ { $fromPlanned } − { $done }) × { $lastPlanned } ÷ { $toPlanned } × { $deal }: what the plan’s rate would have made of them less what came, times what the plan makes of each ({ $last }), times what one of those brings.
weekly-gap-working-last = ({ $before } × { $toPlanned } ÷ { $fromPlanned } − { $done }) × { $deal }: what the plan’s rate would have made of them less what came, times what one brings.
weekly-gap-most = No other stage falls this far short of the plan.
weekly-gap-none = No stage is behind the plan.
weekly-gap-none-so-far = No stage is behind what was due so far.
weekly-gap-small = These are small numbers ({ $count }), so it may be chance. See if it holds next week.
weekly-gap-small-so-far = These are small numbers so far ({ $count }), so it may be chance. See if it holds by the end of the week.
weekly-try-leads = To try: ask each happy customer for one referral.
weekly-try-visits = To try: call new leads within a day, and ask for a date on the first call.
weekly-try-proposals = To try: end each visit with what the proposal must show, and by when.
weekly-try-negotiations = To try: walk the decision maker through each open proposal within two days.
weekly-try-deals = To try: take the three largest open deals. What is missing for a yes, and who asks for it by when?
weekly-actions = Promised improvements
weekly-actions-count = { $done } done, { $open } still open
weekly-action-done = Done · { $name }: { $words }
weekly-action-open = Still open · { $name }: { $words }
weekly-wins = Wins
weekly-said = { $name }: { $words }
weekly-more = and { $count } more
weekly-note = Comments are welcome in the thread. To see this again: /review week { $id }
weekly-managers-title = { $team }: not heard from in { $period }
weekly-managers-members = { $names }: { $days ->
    [one] 1 day
   *[other] { $days } days
  } without a check-in
weekly-managers-note = Only the team's managers see this. People on leave are not counted.

monthly-title = { $team }: { $period }
monthly-winner-heading = Top seller
monthly-leading-heading = In front so far
monthly-winner = 🏆 { $name }: { $share } of their own target. { $metric }: { $done } of { $target }.
monthly-tier = Tier reached: { $tier }
monthly-tier-base = base (80%)
monthly-tier-stretch = stretch (100%)
monthly-tier-breakthrough = breakthrough (120%)
monthly-winner-unnamed = { $count ->
    [one] The top seller prefers not to be named.
   *[other] { $count } people share first place and prefer not to be named.
  }
monthly-winner-more-unnamed = { $count ->
    [one] One more winner prefers not to be named.
   *[other] { $count } more winners prefer not to be named.
  }
monthly-winner-private = This team shows no names on its board, so the top seller hears it in private.
monthly-decided-amount = Equal shares; the larger amount decided.
monthly-decided-earliest = Equal shares and amounts; whoever got there first wins.
monthly-decided-shared = Equal in every respect, so they win together.
monthly-passed-over = { $names } did better still but won recently. On this team, winners pause for { $months ->
    [one] one month
   *[other] { $months } months
  }.
monthly-none-no-target = No top seller: nobody had a target.
monthly-none-nothing-done = No top seller: nothing has been recorded towards the targets.
monthly-none-all-resting = No top seller: everybody who could win has won recently.
monthly-progress = Most progress: { $name }, up { $points } points on the month before
monthly-new-customers = Most new customers: { $name }, { $count }
monthly-structure-result = Results
monthly-structure-process = What led there
monthly-rules = Top seller: highest share of your own target. If equal, the larger amount wins, then whoever reached it first; still equal, they win together.
monthly-unnamed = { $count ->
    [one] somebody who prefers not to be named
   *[other] { $count } who prefer not to be named
  }
monthly-correction-title = Correction: { $period }
monthly-correction-sum = { $metric }: { $before } → { $after }
monthly-correction-winner = The top seller is now { $names }; announced before: { $before }.
monthly-correction-first = The top seller is now { $names }.
monthly-correction-same = The top seller is still { $names }, with new figures:
monthly-correction-nobody = With these figures there is no top seller.
monthly-correction-further = The other honours now:
monthly-correction-note = Numbers changed after the announcement. It stays as it was; this is the difference.

review-title = Review: { $period }
review-published = As published on { $date }.
review-running = Preliminary: { $period } is still running, and this is how it stands now.
review-running-so-far = Preliminary: { $period } is still running. So far { $days } of { $of ->
    [one] 1 working day is over
   *[other] { $of } working days are over
  }, so it is held against what was due by { $through }.
review-running-start = Preliminary: { $period } has only begun. The first of its { $of ->
    [one] 1 working day
   *[other] { $of } working days
  } is not over yet, so nothing was due so far.
review-day = How the day stands now.
review-nothing = Nothing here yet: no targets, no numbers, no check-ins.
review-corrected = Corrected since
review-not-heard-from = Not heard from (for managers only)
review-button-day = Today
review-button-week = This week
review-button-month = This month
review-button-earlier = ‹ { $period }

case-title = Case library
case-found = Cases with “{ $words }”
case-none = No cases yet. Add the first one: what worked, or what you would do differently?
case-none-found = No case mentions “{ $words }”. Try fewer or other words, or /case for the newest ones.
case-entry = { $date } · { $kind } · { $name }
case-entry-unnamed = { $date } · { $kind }
case-kind-success = What worked
case-kind-failure = What did not work
case-kind-lesson = Lesson
case-kind-top-seller = Top seller's case
case-more = There are more. Search by words, such as /case price.
case-button-add = Share a case
case-button-tell = Tell how
case-form-title = Share a case
case-form-submit = Save
case-field-kind = Kind
case-field-words = What happened?
case-hint-words = The situation, what you did, what came of it. Three sentences are enough.
case-saved = Saved. The whole team finds it with /case.
case-request-title = Congratulations! You are the top seller of { $period }
case-request-text = What is the one thing others in { $team } could copy? Tell it in three sentences: it goes into the announcement's thread with your name, and into the case library.
case-tell-title = Your case
case-tell-intro = How did you do it in { $period }? This appears with your name in the announcement's thread.
case-tell-submit = Share
case-told = Thank you! It is on its way to the announcement's thread, and in the case library.
case-shared-title = How { $name } did it in { $period }
case-shared-note = In the case library too: /case

error-leaderboard-usage = I did not get that. Try /leaderboard, /leaderboard month, /leaderboard quarter, or /leaderboard quiet on (and off) to keep your name off it.
error-review-usage = I did not get that. Try /review, /review day, /review month, /review week 2026-W47 or /review month 2026-10.
error-review-no-period = There is no period “{ $words }”. A week is written 2026-W47, a month 2026-10, a day 2026-11-20.
error-review-future = Still to come: { $period }. Try /review for the running week.
error-review-none-yet = There is no published review of { $period }, or of any time before. /review shows the running week.
error-review-not-published = There is no published review of { $period }. The newest one is of { $newest }: /review { $id }
error-case-members = Only people who belong to { $team } can add to its cases. Join the team first.
error-case-not-yours = Only the top seller of { $period } can tell that case. Your own cases are welcome with /case add.
