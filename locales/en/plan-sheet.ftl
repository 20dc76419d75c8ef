plan-sheet-name = Plan
plan-sheet-title = { $team }: plan for { $period }
plan-sheet-remark = Change the months as you like: amounts and totals follow. Bring it back with /plan import; you see a draft first.
plan-sheet-period = Period
plan-sheet-metric = Metric
plan-sheet-currency = Currency
plan-sheet-member = Member
plan-sheet-amount = Amount
plan-sheet-total = Total

plan-file-amount-not-months = this amount says { $words }, but its months add up to { $whole }. Change the months, or empty the amount.
plan-file-weight-beside-months = beside months there can be no weight: each member's months are their share. Take out one of the two.
