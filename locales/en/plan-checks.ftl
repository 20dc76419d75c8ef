# The five checks before a plan is published.
check-title = Checks: { $good } good{ $bold ->
    [0] { "" }
   *[other] { " " }· { $bold } bold
  }{ $improve ->
    [0] { "" }
   *[other] { " " }· { $improve } to improve
  }{ $blocked ->
    [0] { "" }
   *[other] { " " }· { $blocked } blocked
  }
check-verdict-good = ✓ { $check }: good
check-verdict-bold = ▲ { $check }: { $kind ->
    [aim] bold
   *[other] to improve
  }
check-verdict-blocked = ✗ { $check }: blocked
check-mark-good = ✓
check-mark-bold = ▲
check-mark-blocked = ✗
check-name-specific = Specific
check-name-measurable = Measurable
check-name-achievable = Achievable
check-name-relevant = Relevant
check-name-time-bound = Time-bound

check-asked = { $metric } { $amount }
check-more = { $sign }{ $points }%
carrier-new = new customers
carrier-repeat = repeat business
carrier-deal-size = deal size

check-specific-named = { $targets }, carried by { $owners ->
    [one] one person
   *[other] { $owners } people
  }
check-specific-carried = { $target } (by { $carrier })
check-specific-split = { $target } ({ $lines })
check-result-customers = { $amount } { $amount ->
    [one] new customer
   *[other] new customers
  } { $period ->
    [month] a month
    [quarter] a quarter
   *[year] a year
  }
check-result-deals = { $amount } { $amount ->
    [one] deal
   *[other] deals
  } { $period ->
    [month] a month
    [quarter] a quarter
   *[year] a year
  }
check-specific-weekly = { $target } → { $visits } { $visits ->
    [one] visit
   *[other] visits
  } a week to high-potential customers, { $negotiations } of them into negotiation
check-specific-rest = { $target }: { $left } to go in { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  }
check-actions-steps = Visits to negotiations: { $negotiated }; negotiations to wins: { $won }.
check-actions-whole-way = Visits to wins: { $won }. Too few negotiations are recorded to learn from; { $rate }% of them are assumed to be won.
check-specific-carrier-unsaid = Nothing says yet what carries { $metrics }: new customers, repeat business, or larger deals.
check-specific-carrier-contradicts = { $metric } cannot be carried by { $carrier }.
check-specific-nothing = { $metric } asks for nothing.
check-suggest-ask-or-drop = → Give { $metric } a number, or take it out with Edit.
check-suggest-carrier = → Say what carries it: one tap with Carrier.

check-funnel = { $motion }, for { $target }:
check-need = { $stage } { $amount } ({ $weekly } a week, { $due }): { $step }
check-need-left = { $stage } { $amount } ({ $weekly } a week in the { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  } left, { $due }): { $step }
check-need-rest = { $stage } { $amount } ({ $rest } of it still ahead: { $weekly } a week in the { $weeks ->
    [one] one week
   *[other] { $weeks } weeks
  } left, { $due }): { $step }
check-due-month = due in { $month }
check-due-months = due { $first } – { $last }
check-rate-hand = { $rate }% go on (by hand)
check-rate-assumption = { $rate }% go on (assumed: no cases yet)
check-rate-history = { $rate }% go on ({ $converted } of { $tried } in six months, drawn towards { $assumed }%{ $few ->
    [yes] ; few cases
   *[no] { "" }
  })
check-size-hand = { $amount } each (by hand)
check-size-history = { $amount } each (average of { $deals } in six months)
check-funnel-late = { $motion }: { $amount } { $stage } were due from { $month } on and are not there. That part of the target comes late.
check-funnel-ahead = { $motion }: { $amount } { $stage } are due from { $month } on, before this plan begins. Start on them in time, or that part of the target comes late.
check-landing-plan = With { $has } { $process } you will land at { $lands }, { $share }% of { $target }. It takes { $needs }.
check-landing-pace = At your usual pace, { $has } { $process }, you will land at { $lands }, { $share }% of { $target }. It takes { $needs }.
check-funnel-size-unknown = { $motion }: nobody has said what a deal is worth, and there is no history to learn it from.
check-funnel-part = { $share }% of { $metric } goes through no funnel.
check-untied = { $metric } hangs on nothing that a week can show: no funnel leads there.
check-process-only = Each target is counted day by day as it is.
check-suggest-funnel = → Add a funnel for { $metric }: I work out the visits and leads that it takes.
check-suggest-size = → Write what a deal is worth into the funnel, such as: Deals 50k
check-suggest-cover = → Add a funnel for the rest of { $metric }.
check-suggest-early = → Ask for it in the plan that runs before this one.
check-suggest-later = → Let that part of { $metric } fall on later months: Phases, season, week, under Refine.
check-suggest-process = → Ask for what it takes: { $targets }.

check-history = { $target }: { $more } on the { $expected } to be expected by the past
check-history-nothing = { $target }: by the past nothing is to be expected here
check-history-why = By { $months } months of history: { $parts }
check-level = usually { $amount } a month
check-trend = trend { $more }
check-season = season { $more }
check-best = best ever { $amount } (from { $month })
check-done = { $amount } done already
check-unreachable = Not reachable by anything the team has done so far.
check-ladder = The ladder: { $rungs }
check-rung = { $mark } { $tier } { $amount } ({ $more })
check-rung-bare = { $mark } { $tier } { $amount }
check-tier-base = base (80%)
check-tier-stretch = stretch
check-tier-breakthrough = breakthrough (120%)
check-history-none = Too little history (under three whole months) to compare { $metrics } with: it is taken on trust.
check-member = { $name } ({ $amount }, where { $expected } is to be expected)
check-members = { $metric }, bold by their own past: { $members }
check-rate-proposed = { $from } → { $to }: { $proposed }% planned, { $seen }% of { $tried } in the last six months: { $sign }{ $points } { $points ->
    [one] point
   *[other] points
  }
check-market = From { $now }% to { $wanted }% of a market of { $size } a year: { $sign }{ $points } { $points ->
    [one] point
   *[other] points
  }, { $sign }{ $gain } a year
check-market-within = { $target } would be { $share }% of the market; the wanted share is { $room } in this period.
check-market-beyond = { $target } would be { $share }% of the market: more than the wanted share, which is { $room } in this period.
check-market-over = { $target } is more than the whole market, which is { $whole } in this period.
check-suggest-ladder = → Ask for { $amount } in { $metric } and keep { $wish } as the breakthrough.
check-suggest-lower = → Ask for { $amount } in { $metric }, the most within reach.
check-suggest-within-share = → Ask for { $amount } in { $metric }, what the wanted share comes to, or want a larger share.
check-suggest-source = → Say where the larger share is to come from: name the regions, products or industries with Focus, under Refine.
check-suggest-seen-rate = → Plan with { $seen }% from { $from } to { $to }, as the last six months went, until it has risen.
check-suggest-look-again = → Look at the plan again with /plan edit once there are three whole months of numbers.
check-suggest-share-out = → Give { $name } a smaller part of { $metric }.
check-suggest-market = → Say how large the market is, to have something to compare with: Market, under Refine.

check-focus = { $focus }: { $planned }% of the effort ({ $wanted }% wanted)
check-off = Off strategy: { $share }% ({ $room }% left room for): { $parts }
check-off-part = { $metric } { $share }%
check-off-none = Nothing is off strategy.
check-deals-open = Open deals, by value: { $parts }; off strategy { $off }%
check-deals-won = Deals won in this period, by value: { $parts }; off strategy { $off }%
check-focus-unknown = No focus of the strategy: { $names }. It has { $known }.
check-focus-none-known = Targets serve { $names }, but neither this plan nor the year's names any focus.
check-no-strategy = No strategic focus is named, so nothing can be off it.
check-suggest-focus = → Name the regions, products or industries that count: Focus, under Refine.
check-suggest-tag = → Say which focus { $metric } serves: Focus, under Refine.
check-suggest-shift = → Move more of the effort to { $focus }.
check-suggest-retag = → Choose another focus than { $focus }, or add it to the strategy.

check-days = Every part falls on working days: { $days } for { $people ->
    [one] the one person
   *[other] each of { $people } people
  }
check-days-between = Every part falls on working days: { $fewest } to { $most } for { $people ->
    [one] the one person
   *[other] each of { $people } people
  }
check-dayless = { $names } { $count ->
    [one] has
   *[other] have
  } a part of { $metrics } and no working day left in this period.
check-dayless-equal = { $names } { $count ->
    [one] has
   *[other] have
  } no working day left in this period; the others carry their part.
check-too-few = Of { $target } nothing falls on { $names }.
check-suggest-check-leave = → If that is not so, correct their leave or last day with /leave and /team.
check-suggest-leave-out = → Leave { $names } out; the others carry the part.
check-suggest-fewer-people = → Share { $metric } out by weights among fewer people.

plan-preview-blocked = It cannot be published as it stands: mend what is marked ✗.
plan-preview-blocked-admin = Marked ✗ is what stops it. As an admin you may publish it all the same, with a reason.
plan-preview-blocked-ask = Mend what is marked ✗, or ask an admin, who may publish it with a reason.
error-plan-blocked = The check “{ $check ->
    [specific] { check-name-specific }
    [measurable] { check-name-measurable }
    [achievable] { check-name-achievable }
    [relevant] { check-name-relevant }
   *[time-bound] { check-name-time-bound }
  }” stops this plan. Open the draft with /plan draft to see why and what to do.
