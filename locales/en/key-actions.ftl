# Key actions: what carries each part of the business, with a rhythm, as items of a day's focus.
key-actions-title = Key actions · { $period }
key-actions-heading = Key actions
key-actions-none = This plan has no key actions yet. They are what carries the numbers, with a rhythm, such as 2 trade shows a month; each falls on days of its own and is ticked off in /target.
key-actions-button = Key actions
key-actions-button-change = Change key actions
key-actions-part = { $part }: { $actions }
key-actions-part-new = New customers
key-actions-part-repeat = Repeat business
key-actions-part-deal-size = Larger deals
key-action-line = { $count } { $action } { $every }
key-action-line-of = { $line } ({ $names })
key-every-day = a day
key-every-week = a week
key-every-month = a month
key-every-quarter = a quarter
key-every-some = { $every ->
    [day] every { $count } days
    [week] every { $count } weeks
   *[month] every { $count } months
  }
key-every-weekdays = every { $days }
key-every-some-weekdays = every { $count } weeks on { $days }
key-every-nth = on the { $nth ->
    [last] last
    [first] first
    [second] second
    [third] third
   *[fourth] fourth
  } { $day } of each month
key-every-date = on day { $day } of each month
key-every-rule = by { $rule }
key-weekday = { $day ->
    [MO] Monday
    [TU] Tuesday
    [WE] Wednesday
    [TH] Thursday
    [FR] Friday
    [SA] Saturday
   *[SU] Sunday
  }

key-actions-form = Key actions
key-actions-form-usual = These are usual. Keep what fits, change the rest.
key-actions-field = Key actions, a line each
key-actions-hint = Like: 2 trade shows a month (new), 1 review every Friday @Li Na. In brackets: new, repeat or deal size. After @: whose. Empty: none.
key-actions-line-carrier-new = new
key-actions-line-carrier-repeat = repeat
key-actions-line-carrier-deal-size = deal size
key-actions-mistake-lines = I cannot read: { $lines }. Write how many, what and how often: 2 trade shows a month, or 1 review every Friday.
key-actions-mistake-rule = I cannot follow the rule in: { $lines }. A rule goes by days, weeks or months and has no end, since the plan ends it: 1 review FREQ=WEEKLY;BYDAY=FR.
key-actions-mistake-many = { $maximum } key actions at most: more would not be key. Leave some out.
key-actions-mistake-twice = “{ $words }” is there twice. Give each key action a name of its own.

key-action-name-trade-shows = trade shows
key-action-name-leads = new leads
key-action-name-screened-leads = screened leads
key-action-name-in-depth-visits = in-depth visits
key-action-name-customers-reviewed = existing customers reviewed
key-action-name-upsells = customers to upsell
key-action-name-referrals = referrals asked for
key-action-name-upgrades-offered = upgrades offered

plan-file-no-actions = leave the key actions out where there are none.
plan-file-not-an-action-count = a key action's count is a whole number from 1 to 999.
plan-file-not-a-rhythm = every is day, week, month, quarter, or a rule of RFC 5545 by days, weeks or months without an end, such as FREQ=WEEKLY;BYDAY=FR.
plan-file-not-an-action-carrier = a key action works for new, repeat or deal-size.
plan-file-action-twice = “{ $words }” is there twice. Give each key action a name of its own.

key-action-name = { $action }
key-action-extra = { $action }: { $done } ✓
key-action-ahead = { $action }: { $due }
key-action-today = { $action }: { $done } of { $due }
key-action-today-done = { $action }: { $done } of { $due } ✓
key-action-standing = { $today } · { $stretch }
key-action-behind = { $today } · { $stretch }, { $behind } behind
key-action-done = { $action }: { $done } of { $asked } ✓
key-action-left = { $action }: { $done } of { $asked }, { $left } left
key-stretch-day = today { $done } of { $asked }
key-stretch-week = this week { $done } of { $asked }
key-stretch-month = this month { $done } of { $asked }
key-stretch-quarter = this quarter { $done } of { $asked }
key-action-button = ✓ { $action }
key-action-button-several = ✓ { $count } { $action }
key-action-button-undo = Undo: { $action }
key-actions-button-count = Count key actions
key-count-form = Key actions, { $on }
key-count-submit = Save
key-count-hint = How many in all that day? { $due } due · { $stretch } so far
key-count-mistake = Please type a whole number from 0 to 999.
error-key-action-gone = The plan no longer asks for this key action. /target shows those of today.

morning-member-actions = { $focus }. Key actions: { $actions }
morning-action = { $count ->
    [1] { $action }
   *[other] { $action } ×{ $count }
  }
morning-actions-more = { $count } more

weekly-key-actions = Key actions: { $done } of { $asked } · { $actions }
weekly-key-action = { $done } of { $asked } { $action }
