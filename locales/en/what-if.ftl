what-if-title = What if: { $change } · { $period }
what-if-change-rate = a win rate of { $rate }
what-if-change-deal = { $amount } a deal
what-if-change-headcount = { $people } { $people ->
    [one] person
   *[other] people
  }
what-if-change-share = { $name } at { $share }
what-if-change-from = { $change } (now { $before })
what-if-line = { $metric }: { $before } → { $after }
what-if-same = { $metric }: { $after } as before
what-if-each = A person and working day ({ $people } { $people ->
    [one] person
   *[other] people
  }, { $days } { $days ->
    [one] day
   *[other] days
  }):
what-if-each-enough = nothing more (the days before have asked for enough)
what-if-each-line = { $metric }: { $before } → { $after }
what-if-worked = { $from } ÷ { $by } = { $to }, rounded up; what leads to them keeps its proportion.
what-if-nothing = The plan asks for just that already: nothing changes.
what-if-keep = Keep as a draft
what-if-drop = Drop
what-if-other = Try another
what-if-dropped = Dropped. The plan is as it was.
what-if-note = Only tried: nothing is kept until you keep it as a draft, and nothing counts until that is published.
what-if-note-draft = Tried on the draft that waits: nothing is kept until you keep it, and nothing counts until that is published.
what-if-note-headcount = Only tried. Who joins is added with /team add @name; the plan is then shared out anew.

what-if-button = What if …
what-if-form = What if …
what-if-field-kind = What changes
what-if-kind-rate = the win rate: deals of the stage before
what-if-kind-deal = the average deal
what-if-kind-headcount = how many carry the plan
what-if-kind-share = the share of a part of the tree
what-if-field-value = To
what-if-hint-value = 25%, 80k or 12, as it fits; or from what is now: +5 points, +10%, +2.
what-if-field-part = Which part
what-if-hint-part = For a stage or a share only: its name, such as Leads or Large.
what-if-value = I cannot read this. Write a rate as 25% or +5 points, an amount as 80k or +10%, a headcount as 12 or +2.

error-what-if-usage = I did not get that. Try /plan what-if win rate 25%, /plan what-if deal size 80k, /plan what-if stage leads 40%, /plan what-if headcount 12 or /plan what-if share Large 40%; from what is now, /plan what-if win rate +5 points, /plan what-if stage leads +5 points, /plan what-if deal size +10% or /plan what-if 2 more people.
error-what-if-out-of-range = From where the plan stands that goes too far: a rate ends at 100%, and nothing may come down to zero.
error-what-if-no-stages = For a win rate the plan needs deals, and proposals, visits or another stage that leads to them. Add such a target to it first.
error-what-if-no-revenue = For a deal size the plan needs revenue and deals. Add both to it first.
error-what-if-no-part = No part of the plan's tree is called “{ $name }”. See the names with /plan tree.
error-what-if-no-sibling = “{ $name }” is all there is on its level: nobody could take or give the difference.
