# The names of the metrics, for all areas.
metric-revenue = Revenue
metric-collected = Cash collected
metric-deals = Deals won
metric-new-customers = New customers
metric-visits = Visits
metric-leads = Leads
metric-proposals = Proposals
metric-follow-ups = Follow-ups
metric-negotiations = Negotiations

# The name of a metric that an error speaks of by its key.
plan-metric-word = { $metric ->
    [revenue] { metric-revenue }
    [collected] { metric-collected }
    [deals] { metric-deals }
    [new-customers] { metric-new-customers }
    [visits] { metric-visits }
    [leads] { metric-leads }
    [proposals] { metric-proposals }
    [follow-ups] { metric-follow-ups }
    [negotiations] { metric-negotiations }
   *[other] { $metric }
  }

plan-title = The plan of { $team }
plan-published-by = { $period }{ $version ->
    [1] {""}
   *[other] {" "}· version { $version }
  }, published by { $by } on { $on }
plan-published-on = { $period }{ $version ->
    [1] {""}
   *[other] {" "}· version { $version }
  }, published on { $on }
plan-is-over = { $period } is over. Make the next plan with New target.
plan-draft-waits = Draft for { $period } ({ $version ->
    [1] {""}
   *[other] version { $version },{" "}
  }by { $by }, { $on }): not published yet
plan-joined = { $names } { $count ->
    [one] has
   *[other] have
  } no part in it yet.
plan-comer = { $name } (from { $from })
plan-leaving = { $name } leaves after { $on }, and is still asked for something after that. Who takes it over?
plan-shifted = The days of { $names } in the team are others than when this was published; share out anew.
plan-left = { $names } { $count ->
    [one] has
   *[other] have
  } left; share out anew what they were to do.
plan-none-title = { $team } has no plan yet
plan-none-manager = Give the team its first target: one short form. I split it down to each person's working day, and you see everything before anybody else does.
plan-none-member = As soon as a manager has published one, you see your own target with /target.

plan-target = { $metric }: { $amount }
plan-target-changed = { $metric }: { $amount } (was { $before })
plan-target-dropped = { $metric }: no longer asked for (was { $before })
plan-part = { $period }: { $amount }
plan-tiers = Base (80%): { $base } · breakthrough (120%): { $breakthrough }
plan-amount = { $amount }
plan-column-name = Name
plan-column-total = Total
plan-column-day = { $on }

plan-button-new = New target
plan-button-import = Import
plan-button-show = See the plan
plan-button-draft = Draft for { $period }
plan-button-edit = Edit
plan-button-edit-of = Edit { $period }
plan-button-recall = Recall
plan-button-draft-anew = Make it a draft again
plan-button-recall-of = Recall { $period }
plan-button-export = Export
plan-button-export-of = Export { $period }
plan-button-publish = Publish
plan-button-add = Add another target
plan-button-renew = Share out anew
plan-button-discard = Discard
plan-button-change = Change { $metric }
plan-button-drop = Take out { $metric }

plan-draft-title = Draft for { $period }{ $version ->
    [1] {""}
   *[other] {" "}· version { $version } of this plan
  }
plan-preview-title = Plan for { $period }
plan-preview-note = Nobody has been told yet. Publishing tells the team, and in private { $changes ->
    [one] the one person whose numbers change.
   *[other] the { $changes } people whose numbers change.
  }
plan-preview-no-change = Nobody's numbers change by it.
plan-replaces = It takes the place of the published plan from { $from } on. The days before stay as they were.
plan-has-begun = The period has begun: the whole amount falls on the working days from { $from } on.
plan-holidays-unsure = The official holiday calendar for { $years } is not out yet: only the statutory holidays are off, and no weekend is worked in exchange. When it is out, publish the plan once more with /plan edit.
plan-dated-name = { $name } ({ $on })
plan-coming = Joining on the way, with their first day: { $names }.
plan-going = Leaving before the end, with their last day: { $names }.
plan-idle = No part in this plan: { $names }.
plan-excluded = { $names } { $count ->
    [one] has
   *[other] have
  } no working day left in this period. Their share goes to the others.
plan-publish-confirm = Publish this plan? It counts from now on, and everybody it concerns is told.
plan-published-answer = Published: the plan for { $period }{ $version ->
    [1] {""}
   *[other] , version { $version }
  }. The team and everybody whose numbers change are being told.
plan-discarded-answer = The draft for { $period } is gone. Nobody's target has changed.

plan-edit-title = Change the plan for { $period }
plan-edit-text = What you change becomes a draft. What is published counts until you publish the draft.

plan-recall-title = Recall a plan
plan-recall-text = The days from today on lose their target, or get back the one of the version before. The days before today stay as they were.
plan-recall-confirm = Recall the plan for { $period }? From today on its targets no longer count, and everybody is told.
plan-recalled-answer = Recalled: the plan for { $period }{ $version ->
    [1] {""}
   *[other] , version { $version }
  }. From today on it asks for nothing; the days before stay.
plan-restored-answer = Recalled: the plan for { $period }, version { $version }. From today on version { $earlier } counts again.

plan-export-title = The plan for { $period } as a file
plan-export-xlsx = Spreadsheet: each member’s numbers by month; amounts and totals are formulas that follow.
plan-export-yaml = YAML: the whole plan with all its rules, to keep and compare.
plan-export-note = I send it to our private chat. Change it as you like and bring it back with /plan import.
plan-export-choice = Export which plan?
plan-button-xlsx = Spreadsheet (.xlsx)
plan-button-yaml = YAML (.yaml)
plan-file-coming = { $name } comes to our private chat.
plan-file-published = { $team }: plan for { $period }
plan-file-draft = { $team }: plan for { $period }, not published
plan-file-back-xlsx = Change the months: amounts and totals follow. Bring it back with /plan import; you see a draft first.
plan-file-back-yaml = Bring it back with /plan import; you see a draft first.

plan-history-title = All plans of { $team }
plan-history-line = { $period }{ $version ->
    [0] {""}
   *[other] , version { $version }
  } · { $state } · { $by }, { $on }
plan-history-more = And { $count } older { $count ->
    [one] entry.
   *[other] entries.
  }
plan-history-redrafts = { $period } · { $count ->
    [one] earlier draft
   *[other] { $count } earlier drafts
  }, { $became } · { $by }, { $on }
plan-became-draft = replaced by the draft that waits
plan-became-published = changed, then published as version { $version }
plan-became-discarded = changed, then discarded
plan-button-older = Older
plan-history-none = There is no plan yet. Make one with /plan new.
plan-state-draft = draft
plan-state-published = published
plan-state-superseded = replaced by a later one
plan-state-recalled = recalled
plan-state-discarded = draft, discarded

plan-form-title = A target for the team
plan-form-submit = See what it means
plan-form-saved = Kept: { $metric } { $amount }. The draft has { $count } { $count ->
    [one] target
   *[other] targets
  } now.
plan-field-metric = What is counted
plan-field-period = For
plan-period-option = { $period }
plan-field-amount = Target of the whole team
plan-hint-amount = As you would say it: 1.2m, 350k or 1,200,000. Money is in { $currency }.
plan-field-split = Shared out
plan-split-equal = equally among the reps
plan-split-weights = by the weights below
plan-field-weights = Weights
plan-hint-weights = A name and a weight on each line: 2 carries twice as much as 1; 0, or no line, nothing. Change them, and the target is shared out by them.
plan-field-next = And then
plan-next-draft = see the draft with its checks
plan-next-another = give the plan another target
plan-field-rhythm = Rhythm of the month
plan-hint-rhythm = How a month's target falls on its days 1–10, 11–20 and from the 21st.
plan-rhythm-even = the same every working day
plan-rhythm-spans = { $spans } %

plan-amount-not-a-number = I cannot read this amount. Please type it as 1.2m, 350k or 1,200,000.50: commas between thousands, a point before cents.
plan-amount-negative = A target cannot be less than zero.
plan-amount-too-precise = That is too exact: counts are whole numbers, money has cents at most. If you meant a thousand by the point, type 1,200 or 1.2k.
plan-amount-too-large = That is more than I can count. Is there a zero too many?
plan-weights-line = I cannot read the line “{ $line }”. Please write a name and a number, such as: Li Na 2
plan-weights-empty = Nobody has a weight above 0. Give at least one person a weight.

plan-import-form = Import a plan
plan-import-submit = Check it
plan-import-intro = Nothing is published by this: you see a draft first.
plan-field-file = A file
plan-hint-file = Excel (.xlsx), CSV or YAML. In a table: the columns period, metric and amount, and if you like member, weight and currency.
plan-field-text = Or paste it
plan-hint-text = A table copied from a spreadsheet, or YAML as Export gives it.
plan-import-neither = Send me a file, or paste the plan here.
plan-import-both = Here are a file and a pasted plan. Take out one of them, so that I read the right one.
plan-import-grid = Each member’s amount is what their months add up to. The months themselves are the team’s: their sums are the season that everybody’s months follow.
plan-import-title = The plan could not be read
plan-import-nothing = Nothing was kept. Mend these and import it again.
plan-import-line = Line { $line }: { $mistake }
plan-import-cell = Row { $line }, column { $column }: { $mistake }
plan-import-more = … and { $count } more.
plan-lines = { $first }
    { $rest }

plan-file-missing = “{ $field }” is missing here.
plan-file-empty-cell = nothing is filled in here.
plan-cell-not-a-number = “{ $words }” cannot be read as an amount. Write it as 1.2m, 350k or 1200000; another currency's sign is not taken.
plan-cell-decimal-comma = “{ $words }” has its comma or its points the other way round: a comma stands between thousands, a point before cents. Write it as { $written }.
plan-file-not-a-number = this amount cannot be read. Write it as 1.2m, 350k or 1200000.
plan-file-not-a-whole-number = this must be a whole number, such as 30.
plan-file-negative = a target cannot be less than zero.
plan-file-too-precise = this amount is too exact: counts are whole numbers, money has cents at most. If you meant a thousand by the point, write 1,200 or 1200.
plan-file-too-large = this amount is more than I can count.
plan-file-too-many = there are too many of these for one plan.
plan-file-too-long = this is too long for a plan.
plan-file-not-a-weight = a weight must be a number above zero, such as 2 or 0.5.
plan-file-not-a-name = this cannot be anybody's name.
plan-file-not-a-split = the split must be “equal” or a list of members with weights.
plan-file-not-a-hundred = these three parts must add up to 100.
plan-file-nobody = the split names nobody.
plan-file-no-targets = the plan has no targets.
plan-file-no-weight = at least one month needs a weight above zero.
plan-file-unknown-version = I know version 1 of plan files only.
plan-file-unknown-period = there is no period “{ $words }”. Write 2026, 2026-Q2 or 2026-05.
plan-file-unknown-metric = I do not know the metric “{ $words }”. Known are revenue, collected, deals, new-customers, visits, leads, proposals, follow-ups and negotiations.
plan-file-unknown-currency = there is no such currency. Write three capitals, such as USD or CNY.
plan-file-currency-missing = money needs a currency.
plan-file-currency-of-a-count = a count has no currency. Leave it out.
plan-file-not-a-month = a fiscal year starts in a month from 1 to 12.
plan-file-member-twice = { $member } is named twice in one target.
plan-file-member-missing = every row of this metric needs a member, or there is one row only.
plan-file-metric-twice = { $metric } is planned twice.
plan-file-month-outside-period = { $month } does not lie in the plan's period.
plan-file-month-missing = the season needs a weight for { $month } too, 0 if nothing is asked for.
plan-file-weight-missing = every row of this metric needs a weight, or none has one.
plan-file-amount-differs = with weights the amount is the whole team's, so it must be the same in each row.
plan-file-period-differs = one file is one plan: here it says { $period }, above { $first }.
plan-file-header-missing = I find no row that names the columns. Put period, metric and amount above the numbers, and if you like member, weight and currency.
plan-file-rows-missing = Below the names of the columns there is nothing.
plan-file-unknown-column = I do not know these columns: { $column }. Known are period, metric, amount, member, weight and currency; leave the others out.
plan-file-column-unnamed = Column { $column } has something in it but no name above it. Give it one, or clear it.
plan-file-column-twice = The column “{ $column }” is there twice.
plan-file-column-missing = The column { $column } is missing.
plan-file-unrecognized-keys = I do not know “{ $keys }”.
plan-file-yaml-duplicate-key = this is said twice.
plan-file-oversized = This file is too large. I take up to { $maximum } MB; a plan needs far less, so save its sheet alone.
plan-file-blank = There is nothing in this file.
plan-file-old-excel = This file is in Excel's old format (.xls). Open it and save it as .xlsx.
plan-file-encrypted = This workbook has a password. Save it without one and send it again.
plan-file-foreign = I cannot read this kind of file. Save it as an Excel workbook (.xlsx) or as CSV.
plan-file-damaged = This workbook is damaged. Open it, save it anew as .xlsx and send it again.
plan-file-inflated = There is far more in this workbook than a plan. Copy the plan's rows into a new one.
plan-file-other = this cannot be read. Compare it with what /plan export gives.

plan-published-title = The plan for { $period } is out
plan-published-text = { $by } published { $version ->
    [1] it
   *[other] version { $version }
  }. The team's targets:
plan-published-note = /target shows what it asks of you, day by day.
plan-restored-title = The plan for { $period } is back to version { $version }
plan-restored-text = { $by } recalled version { $recalled }. From today on version { $version } counts again. The team's targets:
plan-recalled-title = The plan for { $period } was recalled
plan-recalled-text = { $by } recalled { $version ->
    [1] it
   *[other] version { $version }
  }. From today on it asks for nothing; the days before stay as they were.

target-changed-title = Your target for { $period }
target-changed-first = { $by } published the team's plan. This is your part:
target-changed-recalled = { $by } recalled the team's plan. This is what changes for you:
target-changed-text = { $by } changed the team's plan. This is what changes for you:
target-changed-new = { $metric }: { $after } (new)
target-changed-amount = { $metric }: { $before } → { $after }
target-changed-days = { $metric }: { $after } as before, on other days
target-changed-gone = { $metric }: no target from now on (was { $before })
target-changed-note = Days that have passed stay as they were. /target shows what each day asks.

error-plan-usage = I did not get that. Try /plan, /plan new, /plan edit, /plan draft, /plan propose, /plan window, /plan import, /plan recall, /plan tree, /plan time, /plan actions, /plan what-if, /plan export or /plan history.
error-plan-none = { $team } has no plan for now or later. Make one with /plan new.
error-plan-no-draft = { $team } has no draft waiting. Make one with /plan new.
error-plan-export-format = “{ $words }” is no format that I write. There are two: /plan export xlsx for a spreadsheet, /plan export yaml for the whole plan as text.
error-plan-export-past = This version of the plan no longer counts, so it has no numbers for a spreadsheet. /plan export gives the one that counts now; the YAML of this one can still be had.
error-plan-gone = This plan is not here any more. Type /plan to see what counts now.
error-plan-not-draft = This draft was changed or discarded since. Type /plan to see the newest draft.
error-plan-published-already = This plan is published already. Type /plan to see it, change it or recall it.
error-plan-not-published = This plan does not count, so there is nothing to recall. Type /plan to see what does.
error-plan-period = A plan is for a year, a quarter or a month, such as 2026, 2026-Q2 or 2026-05.
error-plan-period-over = { $period } is over, so its plan stays as it is. Choose a later period.
error-plan-months = This team's fiscal year starts in month { $month }, and the months of this plan lie in another one. Say fiscalStartMonth in the plan, or name the months of the team's own year.
error-plan-two-currencies = { plan-metric-word } is planned in two currencies at once. Please choose one.
error-plan-currency-changed = { plan-metric-word } was published in { $before } for days that have passed, so it cannot go on in { $after }. Keep the currency until the period is over.
error-plan-overlaps = { plan-metric-word } is part of the plan for { $period } already, and a day can have one target only. Change that plan, or recall it first.
error-plan-below-past = The days before { $before } are asked for { $past } in { plan-metric-word }, and they do not change. Choose at least that instead of { $total }.
error-plan-nobody = There is nobody to carry this target. Add reps with /team add @name, or give somebody a weight.
error-plan-no-working-day = Nobody who carries { plan-metric-word } has a working day left in this period. Choose a later period, or other people.
error-plan-unknown-member = I know nobody called { $names } in this team. Known are { $known }. Please write a name as it stands here, or add the person with /team add @name.
error-plan-name-twice = More than one person here is called { $names }. Share this target out equally, or have one of them add something to the name.
error-plan-member-repeated = Somebody is named twice. Please give each person one line.
error-plan-spectator = { $names } only looks on and carries no target. Leave the name out, or change the role with /team role @name rep.
error-plan-last-target = This is the plan's only target. Discard the draft, or recall the plan, instead.
