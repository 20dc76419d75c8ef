tree-by-business = business line
tree-by-size = customer size
tree-by-product = product
tree-by-region = region
tree-by-team = team
tree-by-person = person

tree-by = By { $by }:
tree-node = { $indent }{ $name }: { $value } · { $how }
tree-node-deals = { $indent }{ $name }: { $value } = { $deals } { $deals ->
    [one] deal
   *[other] deals
  } · { $how }
tree-how-share = { $share }
tree-how-share-deal = { $share }, { $deal } a deal
tree-how-amount = set amount
tree-how-amount-deal = set amount, { $deal } a deal
tree-how-history = by what was done before ({ $history })
tree-how-history-deal = by what was done before ({ $history }), { $deal } a deal
tree-how-rest = a part of the rest
tree-how-rest-deal = a part of the rest, { $deal } a deal
tree-how-pinned = 📌 by hand ({ $reason }); the rule gives { $computed }
tree-more = And { $count } more { $count ->
    [one] part
   *[other] parts
  }, see the whole tree.
tree-deals = { $deals } { $deals ->
    [one] deal
   *[other] deals
  } in all.
tree-unassigned = What the tree gives to nobody by name is shared out as the target says.

tree-title = { $metric } { $period }: how it breaks down
tree-whole = The whole target: { $amount }
tree-none = Nothing is broken down yet. Split it by business line, customer size, product, region, team or person, to any depth.
tree-note = Parts always add up to what stands above them. 📌 marks a value set by hand: the other parts of its level take the difference.
tree-button-all = Break down
tree-button-show = Tree of { $metric }
tree-button-new = Break down { $metric }
tree-button-level = Change the split of { $name }
tree-button-level-top = Change the top split
tree-button-deeper = Break a part down
tree-button-pin = Set a value by hand
tree-button-unpin = Take it back
tree-button-draft = See the draft

tree-form-title = Break a target down
tree-form-submit = See what it means
tree-field-where = What to break down
tree-where-whole = the whole target ({ $amount })
tree-where-node = { $path } ({ $amount })
tree-field-by = By
tree-field-lines = Parts
tree-hint-lines = A part on each line: “Large 50% @500k” (share, average deal after @), “North 3m”, “South” for a part of the rest, “Anna last 1.2m” for a part by what was done before.
tree-hint-people = By person: leave it empty to take every rep, by what they did in the period before.
tree-line = I cannot read the line “{ $line }”. Write a name and, if you like, a share, an amount or an average deal: Large 50% @500k
tree-line-twice = { $name } stands here twice.
tree-lines-empty = Name at least one part.
tree-deal-of-count = Only money has an average deal. Leave out what stands after @.
tree-deal-of-nothing = An average deal cannot be zero.

tree-pin-title = Set a value by hand
tree-field-node = Which part
tree-field-value = Its value
tree-hint-value = Empty: the rule counts again. The other parts of the same level take the difference.
tree-field-reason = Reason
tree-hint-reason = Stands beside the value, for everybody who asks why.
tree-reason-missing = A value set by hand needs its reason.
tree-pinned-title = { $name }: { $value } by hand
tree-unpinned-title = { $name }: by its rule again
tree-pinned-text = The rule gives { $computed }. Reason: { $reason }
tree-absorbed = What changes by it:
tree-change = { $indent }{ $name }: { $before } → { $after }
tree-no-change = No other part changes.
tree-pinned-note = This is in the draft: nobody has been told, and nothing counts until you publish it.

plan-file-not-a-dimension = a level is by business, size, product, region, team or person.
plan-file-no-parts = a level needs at least one part.
plan-file-part-twice = “{ $name }” stands twice on one level.
plan-file-two-rules = a part has a share, an amount or a history: one of them.
plan-file-not-a-share = a share is written as 40% or 1/3, more than nothing and at most the whole.
plan-file-deal-of-a-count = only money has an average deal.
plan-file-deal-of-nothing = an average deal cannot be zero.
plan-file-pin-without-reason = a value set by hand (pin) needs its reason.
plan-file-reason-without-pin = there is a reason here, but no value set by hand (pin).
plan-file-tree-shares-not-whole = the parts of { $name ->
    [none] the target
   *[other] “{ $name }”
  } come to { $fixed } of { $whole }, and no part takes the rest.
plan-file-tree-shares-over = the parts of { $name ->
    [none] the target
   *[other] “{ $name }”
  } come to { $fixed }, more than the { $whole } there is.
plan-file-tree-pins-over = set by hand are { $fixed } ({ $names }), more than the { $whole } that { $name ->
    [none] the target has
   *[other] “{ $name }” has
  }.
plan-file-tree-pins-short = every part is set by hand ({ $names }), and together they come to { $fixed } of { $whole }. Leave one free to take the rest.
plan-file-tree-nothing-open = what the values set by hand leave of { $whole } finds no taker: { $names } has a share of nothing.

error-tree-shares-not-whole = The parts of { $level ->
    [top] the target
   *[under] “{ $name }”
  } come to { $fixed } of { $whole }: { $gap } are missing. Raise a share, or add a part without a share, which takes the rest.
error-tree-shares-over = The parts of { $level ->
    [top] the target
   *[under] “{ $name }”
  } come to { $fixed }, which is { $gap } more than the { $whole } there is. Lower a share or an amount.
error-tree-pins-over = Set by hand are { $fixed } ({ $names }), but { $level ->
    [top] the whole target is
   *[under] “{ $name }” has
  } { $whole }: the other parts would be { $gap } below zero. Lower a value, or raise what stands above.
error-tree-pins-short = Every part of { $level ->
    [top] the target
   *[under] “{ $name }”
  } is set by hand ({ $names }), and together they come to { $fixed } of { $whole }: nobody takes the { $gap } that are left. Leave one part free.
error-tree-nothing-open = { $gap } of { $whole } are left, but { $names } { $count ->
    [one] has
   *[other] have
  } a share of nothing and cannot take them. Give a share, or change a value set by hand.
error-tree-node-gone = This part is not in the plan any more. Look at the tree once more with /plan tree.
error-tree-target-gone = This target is not in the plan any more. Type /plan to see what counts now.
error-tree-none = There is no plan to break down yet. Make one with /plan new.

target-column-part = Part
target-column-done = Done
target-column-target = Target
target-column-attained = %
target-part = { $period }
target-tree = How { $metric } breaks down
target-tree-part = How { $metric } breaks down (as its plan for { $period })
target-tree-untold = Parts without a bar cannot be told apart yet: what is done is counted by person.
target-node = { $indent }{ $name }
target-node-pinned = { $indent }{ $name } 📌

why-quarter = { $quarter } gets { $amount } of it: the sum of its months
why-week = The working days of { $period } come to { $amount }
why-agreed = Agreed: { $amount }
why-agreed-because = Agreed: { $amount } ({ $reason })
why-stands = What stands now: { $part }, after joining, leaving, later changes and what is shared besides
why-step-share = { $name }: { $share } of { $above } = { $value }
why-step-amount = { $name }: set at { $value } of { $above }
why-step-history = { $name }: by { $history } done before, { $value } of { $above }
why-step-rest = { $name }: a part of the rest, { $value } of { $above }
why-step-pinned = { $name }: 📌 { $value } by hand ({ $reason }); the rule gives { $computed }
why-step-absorbed = { $name }: { $value } of { $above }, taking its part of what was set by hand beside it; the rule gives { $computed }
