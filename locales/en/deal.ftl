# Deals: adding them, moving them through the stages, and what they were won or lost for.

stage-lead = Lead
stage-needs = Needs
stage-proposal = Proposal
stage-negotiation = Negotiation

deal-title = Your open deals
deal-title-of = Open deals: { $name }
deal-found = Deals with “{ $words }”
deal-none = No open deal yet. Add the first: /deal add ACME 120000 proposal
deal-none-found = No deal has “{ $words }” in its name. To add it: /deal add { $words }
deal-sum = { $count ->
    [one] One deal
   *[other] { $count } deals
  }, worth { $amount }
deal-count = { $count ->
    [one] One deal
   *[other] { $count } deals
  }
deal-item = { $name }: { $facts }
deal-facts = { $amount } · { $place } · opened { $opened }
deal-facts-owned = { $amount } · { $place } · opened { $opened } · { $owner }
deal-facts-focus = { $facts } · focus: { $focus }
deal-no-amount = no amount yet
deal-in-stage = { $stage } since { $since }
deal-won-on = won { $on }
deal-lost-on = lost { $on }
deal-note = Tap a deal to move it. /deal add ACME 120000 proposal · /deal ACME
deal-more-words = There are more: say more of the name.

deal-strategy = By strategic focus, of what the open deals are worth:
deal-strategy-focus = { $focus }: { $share }% ({ $wanted }% of the effort wanted)
deal-strategy-off = Off strategy: { $share }% ({ $room }% left room for)
deal-strategy-won = Won in { $period }: { $parts }; off strategy { $off }%
deal-focus-part = { $focus } { $share }%

deal-button-add = Add a deal
deal-button-more = More
deal-button-hand-over = Hand over open deals
deal-button-move = → { $stage }
deal-button-won = Won
deal-button-lost = Lost
deal-button-reopen = Open again in { $stage }
deal-button-count = Count it: 1 deal, { $amount }
deal-button-count-one = Count it: 1 deal

deal-added = Added: { $name }
deal-moved = { $name } → { $place }
deal-won = Won: { $name }
deal-lost = Lost: { $name }
deal-corrected = Corrected: { $name }
deal-undone = Undone. { $name } is back in { $place }
deal-taken-back = Taken back: { $name } is not in the list any more.
deal-handed-over =
  { $count ->
    [one] { $to } has the open deal of { $from } now.
   *[other] { $to } has the { $count } open deals of { $from } now.
  }
deal-handed-none = { $from } has no open deal any more.
deal-place-won = won
deal-place-lost = lost
deal-count-hint = Your numbers count what you check in or log. Count the deal here if it is not in them yet.
deal-counted = Counted: { $name }

# To whose deal it is, when somebody else changed it.
deal-told-changed = { $by } changed your deal { $name }
deal-told-given = { $by } put a deal in your name: { $name }
deal-told-taken-back = { $by } took back a deal of yours: { $name } is not in your list any more.
deal-told-change = { $what }: { $before } → { $after }
deal-told-fact = { $what }: { $value }

deal-told-handed-over =
  { $count ->
    [one] { $by } gave you an open deal of { $from }. /deal shows it.
   *[other] { $by } gave you { $count } open deals of { $from }. /deal shows them.
  }

deal-form-title = New deal
deal-form-submit = Add
deal-edit-title = Correct the deal
deal-edit-submit = Save
deal-lost-title = Lost: what happened?
deal-lost-submit = Lost
deal-hand-over-title = Hand over open deals
deal-hand-over-submit = Hand over
deal-hand-over-intro = All open deals of { $from } go to the one you choose, who is told in private. What is won or lost stays with { $from }.
deal-field-name = Customer or deal
deal-field-amount = Amount
deal-hint-amount = What it is worth if it is won. Leave it empty while nobody knows.
deal-field-stage = Stage
deal-field-opened = Opened on
deal-hint-opened = The first contact. Its age is part of its chance.
deal-field-focus = Focus
deal-hint-focus = Which strategic focus of the plan it serves.
deal-focus-none = none (off strategy)
deal-field-closed = Closed on
deal-field-owner = Whose
deal-field-reason = Why was it lost?
deal-hint-reason = A few words: price, timing, a competitor …

error-deal-gone = I cannot find this deal among those you can see. /deal shows them.
error-deal-focus = The plan has no focus “{ $focus }” any more. Open the form again and choose one that it has.
error-deal-usage = Say what it is called, and what you know: /deal add ACME 120000 proposal
error-deal-amount = I cannot read “{ $words }” as an amount. Write it as 120000, 120k or 1.2m.
error-deal-name-long = The name is too long: at most { $maximum } characters.
error-deal-ahead = { $on } is still to come. Deals open and close today at the latest.
error-deal-order = It cannot be closed on { $closed } before it was opened on { $opened }.
error-deal-owner = Deals belong to members of { $team } who carry a target. Choose one of them.
error-deal-not-won = { $name } is not won any more, so there is nothing to count.
error-deal-moved-since = { $name } was moved or undone since. /deal shows where it stands.
