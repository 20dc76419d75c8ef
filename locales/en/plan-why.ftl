# Why a draft's figures are what they are.
why-draft-button = Why these numbers?
why-draft-button-more = { $count ->
    [one] Next person
   *[other] Next { $count } people
  }
why-draft-button-of = Why { $period }?
why-draft-title = Draft for { $period }: why these numbers
why-draft-first = Drafted by { $by } on { $on }. Published, it is the first plan for { $period }.
why-draft-next = Drafted by { $by } on { $on }. Published, it becomes version { $version } of the plan for { $period }.
why-draft-replaces = Drafted by { $by } on { $on }. Published, it becomes version { $version }, and from { $from } on takes the place of { $earlier ->
    [1] the plan
   *[other] version { $earlier }
  } published on { $since }.

why-draft-team = The team's amount as the draft sets it
why-draft-team-same = The team's amount as the draft sets it, the same as what is published now
why-draft-team-before = The team's amount as the draft sets it; what is published now is { $before }
why-draft-need = For { $target } the funnel “{ $funnel }” takes: { $need }
why-draft-begun = The period has begun: all of it falls on working days from { $from } on
why-draft-past = { $past } of it was published for the days before { $from } and stays; { $open } falls on those from then on

why-draft-over-time = Over time
why-draft-by-all = { $open } from then on
why-draft-by-working-days = { $open } × { $days } ÷ { $all } working days
why-draft-by-season = { $open } × { $percent }% by the season
why-draft-by-season-learnt = { $open } × { $percent }% by last year's season
why-draft-by-phases = { $open } × { $percent }% for { $phase ->
    [0] assault
    [1] deepening
   *[2] sprint
  }
why-draft-by-phases-left = { $open } × { $percent }% by what the phases leave
why-draft-with-past = { $past } that stays + { $how }
why-draft-part = { $part }: { $how } { $about ->
    [yes] ≈
   *[no] =
  } { $amount }
why-draft-part-whole = { $part }: { $how } { $about ->
    [yes] ≈
   *[no] =
  } { $exact }, in whole numbers { $amount }
why-draft-part-kept = { $part }: { $amount } of the days before { $from }, which stays
why-draft-part-moved = { $part }: { $amount }. By the rule alone: { $how } { $about ->
    [yes] ≈
   *[no] =
  } { $exact }
why-draft-moved = What differs from the rule is moved by members' own days: who joins, leaves, is away or starts with less works more in other months; whole numbers fall where they fit.

why-draft-tree = By the tree

why-draft-by-person = By person
why-draft-left = Agreed numbers stay. The others share what they leave.
why-draft-besides = { $shared } is nobody's by name in the tree, and shared as the target says.
why-draft-split-equal = Shared equally: { $shared } ÷ { $all } = { $each } { $alike ->
    [yes] each
   *[no] a part
  }
why-draft-split-weights = By the draft's weights: { $shared } ÷ { $all } = { $each } { $alike ->
    [yes] each
   *[no] a part
  }
why-draft-parts = { $name }: { $parts } { $parts ->
    [one] part
   *[other] parts
  } = { $amount }
why-draft-agreed = { $name }: { $amount }, as agreed
why-draft-agreed-because = { $name }: { $amount }, as agreed ({ $reason })
why-draft-from-tree = { $name }: { $named } by the tree + { $besides } of what is nobody's by name = { $amount }
why-draft-beside-tree = { $name }: { $amount } of what is nobody's by name
why-draft-counts = { $name } counts for { $share } of a whole share: { $reasons }
why-draft-joins = joins on { $on }
why-draft-leaves = leaves after { $on }
why-draft-away = { $days ->
    [one] on leave for one working day
   *[other] on leave for { $days } working days
  }
why-draft-ramp = starts with { $steps } of it, month by month
why-draft-kept = { $name }: { $byRule } by the rule; with what the days before { $from } asked for it is { $total }
why-draft-past-only = { $name }: { $total } of the days before { $from }, which stays
why-draft-raised = Parts are rounded down to whole numbers; what is left goes to the largest remainders, one each: { $names }.
why-draft-raised-many = Parts are rounded down to whole numbers; what is left goes to the { $count } people with the largest remainders, one each.
why-draft-raised-cents = Cents that are left over go to the largest remainders, so that the parts add up exactly.

why-draft-day = A day: { $on }
why-draft-day-month = Each one's number over the working days of { $month }:
why-draft-day-share = Of each one's number { $month } takes its share, as above; that goes over its working days:
why-draft-day-left = What { $month } still asks of each, over the working days left in it:
why-draft-day-whole = Only whole ones can be done: each person's fall on other days, so that the team's come evenly.
why-draft-day-even = { $name }: { $amount } ÷ { $days } = { $day }
why-draft-day-laid-out = { $name }: { $amount } over { $days ->
    [one] one day
   *[other] { $days } days
  }, { $day } on this one
why-draft-day-off = { $name }: { $amount } over { $days ->
    [one] one day
   *[other] { $days } days
  }, not on this one

# To a member, of what is proposed to them.
why-proposed-title = Proposed to you for { $period }: why these numbers
why-proposed-team = The draft asks { $amount } of the team
