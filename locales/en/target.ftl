target-title-me = Your target: { $when }
target-title-me-in = Your target in { $team }: { $when }
target-title-other = { $name }: { $when }

target-off-free = { $on } is not a working day.
target-off-holiday = { $on } is a public holiday.
target-off-leave = You are on leave on { $on }. Nobody asks you for numbers.
target-off-leave-of = { $name } is on leave on { $on }.
target-off-unplanned = The plan asks nothing for { $on }.
target-next-day = Next working day: { $on }

target-goal = { $metric }: { $done } of { $target }
target-goal-reached = { $metric }: { $done } of { $target } ✓
target-goal-ahead = { $metric }: { $target }
target-goal-zero = { $metric }: { $done }, none due
target-nothing-due = Nothing is due on { $on }: every number is zero.

target-promised = Promised on { $on }:
target-promise-kept = Promised and done ✓
target-golden = Golden actions
target-golden-morning = Morning: follow up 3 key customers, open 2 new leads
target-golden-midday = Midday: needs and objections heard, what to change this afternoon
target-golden-evening = Evening: 1 success, 1 failure, 1 improvement for tomorrow

target-period-left = { $period } · { $left }
target-days-left = { $days ->
    [0] no working day left
    [one] 1 working day left
   *[other] { $days } working days left
  }
target-two = { $first } · { $second }
target-ahead = { $gap } ahead of plan
target-behind = { $gap } behind plan
target-on-plan = on plan
target-start = just starting
target-rate = { $days ->
    [one] { $remaining } to go on the last day
   *[other] { $remaining } to go, { $rate } a day
  }
target-rate-between = { $least }–{ $most }
target-rate-some = { $remaining } to go in { $days } days
target-short = { $remaining } short at the end
target-ladder = Stretch now takes more than { $cap }% of a normal day. { $tier } first: { $rate }.
target-no-ladder = Even at { $cap }% of a normal day it ends at { $lands }.
target-landing = At the average so far it ends at about { $amount } ({ $share })
target-tiers = { $base } · { $stretch } · { $breakthrough }
target-tier-reached = ✓ { $tier }
target-tier-reached-amount = ✓ { $tier } { $amount }
target-tier-next = { $tier }: { $remaining } to go
target-tier-next-amount = { $tier } { $amount }: { $remaining } to go
target-tier-missed = { $tier }: { $remaining } short
target-tier-missed-amount = { $tier } { $amount }: { $remaining } short
target-tier-open = { $tier }
target-tier-open-amount = { $tier } { $amount }
target-tier-name-base = Base
target-tier-name-stretch = Stretch
target-tier-name-breakthrough = Breakthrough
target-zero = Nothing is asked for in this period, and what is done still counts.
target-note = Base is 80% of the target, stretch 100%, breakthrough 120%. The mark on a bar is where the plan stands today.

target-none-plan = { $team } has no target for { $period } yet. What you log counts all the same: /log 3 visits 2 leads
target-none-plan-team = { $team } has no target for { $period } yet. A manager can set one with /plan.
target-none-plan-manager = { $team } has no target for { $period } yet. Make a plan, and I split it down to each person's day.
target-none-me = The plan for { $period } has no part for you. That is no zero: what you log still counts for the team. A manager can give you a part with /plan.
target-none-member = The plan for { $period } has no part for { $name }. A manager can give one with /plan.

target-members = { $metric } by person, furthest behind their plan first
target-column-name = Name
target-column-share = Of target
target-column-pace = Of plan so far

target-button-log = Log numbers
target-button-why = Why this number?
target-button-kept = Improvement done
target-button-plan = Make a plan
target-button-day = Today
target-button-tomorrow = Tomorrow
target-button-week = Week
target-button-month = Month
target-button-quarter = Quarter
target-button-year = Year
target-button-team = Team
target-button-me = Mine
target-button-other = { $team }

improvement-done = Well done, noted. A promise kept counts in Friday's review.

why-title-me = Why these numbers: { $on }
why-title-other = { $name }: why these numbers on { $on }
why-number = { $metric }: { $amount }
why-number-off = { $metric }: no working day
why-plan = Plan for { $period }{ $version ->
    [1] {""}
   *[other] , version { $version }
  }, published on { $on }: { $amount } for the team
why-share-equal = Split evenly, your part is { $part } ({ $share })
why-share-weights = By the plan's weights, your part is { $part } ({ $share })
why-share-of = { $name }'s part is { $part } ({ $share })
why-taken-over = +{ $amount } taken over from { $name }, on leave { $days }
why-handed-over = −{ $amount } for leave { $days }, taken over by the team
why-share-team = All parts together: { $part }
why-zero = The plan asks for zero, which is a target too: nothing is due
why-month-working-days = { $month } gets { $amount } of it, by its working days
why-month-season = { $month } gets { $amount } of it, by the plan's season
why-month-phases = { $month } gets { $amount } of it, by the quarter's phases
why-days = { $amount } ÷ { $days ->
    [one] 1 working day
   *[other] { $days } working days
  } = { $average } a day
why-day-whole = Only whole ones can be done, so the days share them out: { $amount } on { $on }
why-day-sum = The members' numbers of { $on } add up to { $amount }
why-day-rhythm = The plan's rhythm within the month makes that { $amount } on { $on }
why-day-moved = Leave or a later change of the plan moved some to other days: { $amount } on { $on }
why-pace = Pace in { $period }
why-pace-behind = { $metric }: the days that are over ask for { $due }, { $done } done: { $gap } behind plan
why-pace-ahead = { $metric }: the days that are over ask for { $due }, { $done } done: { $gap } ahead of plan
why-pace-start = { $metric }: no day that asks for any is over yet
why-pace-even = { $metric }: the days that are over ask for { $due }, { $done } done: on plan
why-pace-rest = ({ $target } − { $done }) ÷ { $days ->
    [one] 1 working day
   *[other] { $days } working days
  } left = { $rate } a day
why-pace-cap = At { $cap }% of a normal day the days left bring { $most }: { $done } + { $most } = { $lands }
why-note = Parts always add up to the plan. Days that have passed keep the numbers they had.

home-team = { $team }: { $period }

error-target-usage = I did not get that. Try /target, /target tomorrow, /target week (month, quarter, year), /target next month, /target last week, /target Q3, /target 2026-11, /target forecast, /target team or /target week team. Managers can add a name: /target month @Li Na.
error-target-no-such-period = There is no “{ $words }” in your fiscal year. Write it like Q3, 2026-11, week 47 or 2026.
error-target-nobody = I know nobody called { $name } in { $team }. Write the name as /team shows it.
error-target-name-twice = More than one person here is called { $name }. Mention the one you mean with @, or write the whole name.
error-target-others = Figures of { $name } are between them and their managers. /target team shows the team's, /leaderboard what everybody shares.
error-no-target-to-explain = There is no published number for that day, so there is nothing to explain. /target shows what there is.
error-improvement-gone = This improvement was taken back, or it is somebody else's. /target shows yours.
