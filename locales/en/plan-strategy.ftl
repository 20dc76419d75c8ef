# What a plan says besides its targets: what carries them, funnels, the market, the strategy; and wishes that become targets.
plan-button-refine = Refine…
plan-button-carrier = Carrier
plan-button-funnel = Funnel
plan-button-market = Market
plan-button-focus = Focus
plan-button-process = Ask for what it takes
plan-button-set = Set { $amount }
plan-button-share-out = Share { $metric } out anew
plan-button-leave-out = Leave { $names } out

refine-title = Refine the draft for { $period }
refine-tree = Break down: a number into business lines, customer sizes, products, regions or people, level by level; a part can be set by hand.
refine-time = Phases, season, week: when in the quarter, year and week the work falls; newcomers who come up by steps; who takes over during leave.
refine-actions = Key actions: what is done and how often, such as 2 trade shows a month.
refine-funnel = Funnel: from the target back to the visits and leads it takes, and by when.
refine-market = Market: its size and your share of it, to compare the target with.
refine-focus = Focus: which regions, products or industries count this year.
refine-note = None of it is needed to publish.

carrier-form-title = What carries it

funnel-form-title = A funnel
funnel-form-intro = From the first contact to the result. I compute backwards what each stage must bring and by when, and forwards where you will land.
funnel-default-name = New business
funnel-field-name = Sales motion
funnel-field-target = Leads to
funnel-field-stages = Stages
funnel-span-months = { $count } { $count ->
    [one] month
   *[other] months
  }
funnel-span-weeks = { $count } { $count ->
    [one] week
   *[other] weeks
  }
funnel-span-days = { $count } { $count ->
    [one] day
   *[other] days
  }
funnel-hint-stages = One a line, first contact first: a name, how many go on to the next, how long that takes. “Leads 40% 2 weeks”. ? learns the rate from your own numbers, ~40% is assumed until there are some. “Deals 50k” is what a deal is worth. “Raw leads (Leads)” has a name of its own.
funnel-field-share = Part of the target
funnel-hint-share = How much of it this motion brings: 100% unless there are several.
funnel-line = I cannot read the line “{ $line }”. Please write a name, a rate and a time, such as: Leads 40% 2 weeks
funnel-list-title = The funnels of this plan
funnel-list-line = { $name }: { $stages } { $stages ->
    [one] stage
   *[other] stages
  } to { $target }
funnel-list-note = What you change becomes a draft.
funnel-button-change = Change { $name }
funnel-button-new = Add a funnel
funnel-button-drop = Take out { $name }

market-form-title = The market
market-form-intro = A target is compared with it.
market-form-intro-set = A target is compared with it. Leave the size empty to do without.
market-field-size = All that is sold in a year
market-field-share = Our share now
market-field-wanted = The share we want
market-hint-size = In { $currency }, as you would say it: 100m.

focus-form-title = Strategic focus
focus-field-focuses = What counts this year
focus-hint-focuses = A focus and its part of the effort on each line, if you like with region, product or industry before it. “industry: Healthcare 60%”.
focus-field-tags = What each target serves
focus-hint-tags = “Revenue: Healthcare” for all of it, or parts: “Revenue: Healthcare 60%, Education 20%”. What is left is off strategy.
focus-kind-region = region
focus-kind-product = product
focus-kind-industry = industry
focus-line = I cannot read the line “{ $line }”. Please write a name and a share, such as: Healthcare 60%
focus-tag-line = I cannot read the line “{ $line }”. Please write a metric and what it serves, such as: Revenue: Healthcare 60%, Education 20%

input-share = Please write a share of 100, such as 40%.

wish-target-title = A target for { $period }
wish-per-week = { $amount } a week
wish-target-note = Go on to choose who carries it. Nothing is published by this.
wish-button-go = Go on
wish-vague-title = Which of these do you mean?
wish-vague-text = As it stands nobody could say on Friday whether it was reached. From your own numbers, for { $period }:
wish-vague-new-team = As it stands nobody could say on Friday whether it was reached. There is too little history (under three whole months), so these go by your people alone, for { $period }:
wish-choice = { $place }. { $target }
wish-new-customers = { $target }. As you go on it would be { $usual }.
wish-new-customers-first = { $target }
wish-new-customers-uncounted = { $target }. None were counted so far: this is one a month for each rep.
wish-repeat-revenue = { $amount } of revenue, { $more } more than as you go on, from existing customers: { $orders } more { $orders ->
    [one] order
   *[other] orders
  } of { $size }
wish-repeat-deals = From existing customers: { $target }. As you go on it would be { $usual }.
wish-repeat-deals-first = From existing customers: { $target }
wish-repeat-deals-uncounted = From existing customers: { $target }. None were counted so far: this is one a month for each rep.
wish-deal-size = { $amount } of revenue with the same { $deals } deals: the average deal from { $from } to { $to }
wish-visits = { $amount } visits, { $weekly } a week, to begin with
wish-vague-note = Each opens the form filled in; change what you like. Nothing is published by this.
wish-button = { $place }. { $target }

# What is wrong in a plan file.
plan-file-not-a-rate = this must be a share above zero and at most 100%, such as 62.5%.
plan-file-not-a-cycle = this must be a span of time, such as 14 days, 2 weeks or 2 months.
plan-file-not-a-carrier = a target is carried by new, repeat or deal-size.
plan-file-not-a-focus-kind = a focus is a region, a product or an industry.
plan-file-not-a-focus = this must be the name of a focus, or a list of names with shares.
plan-file-no-stages = a funnel needs at least one stage.
plan-file-no-funnels = there is no funnel here. Leave “funnels” out.
plan-file-no-focuses = there is no focus here. Leave it out.
plan-file-funnel-without-target = the plan has no target for { $metric }, where this funnel ends.
plan-file-funnel-twice = there are two funnels called “{ $words }”.
plan-file-stage-unnamed = a stage needs a name or a metric.
plan-file-stage-twice = { $metric } stands twice in this funnel.
plan-file-stage-unit = { $metric } cannot stand here: pieces and money do not go together without what a piece is worth.
plan-file-rate-twice = say one of rate, assume and size.
plan-file-rate-missing = a stage that no metric counts needs a rate.
plan-file-rate-into-money = pieces become money by what one is worth, not by a rate: write a size, such as 50k.
plan-file-size-of-a-count = only what becomes money has a size.
plan-file-shares-over-whole = the funnels for { $metric } take more than 100% of it.
plan-file-market-without-money = a market needs a target in money to be compared with.
plan-file-focus-twice = the focus “{ $words }” is named twice.
plan-file-focus-over-whole = the shares come to more than 100%.
