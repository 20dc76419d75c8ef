# Deals out of a file: what its columns mean, a dry run row by row, and what was brought in.
deal-import-form = Import deals
deal-import-intro = Nothing is kept by this: you see what would come first.
deal-hint-file = Excel (.xlsx) or CSV, a deal a row. It needs columns for the customer or deal, whose it is, and the day it was opened; amount, stage, closing day, outcome and strategic focus if you have them.
deal-hint-text = A table copied from a spreadsheet, with the names of its columns.
deal-import-neither = Send me a file, or paste the table here.
deal-import-both = Here are a file and a pasted table. Take out one of them, so that I read the right one.
deal-import-title = What this file would bring
deal-import-note = Nothing is kept until you confirm.
deal-import-unread = The file could not be read
deal-import-nothing = Nothing was kept.
deal-import-columns = I find no column for this: { $columns }. Choose the columns, or add them to the file.
deal-import-bad = Not yet: nothing is imported while a row is wrong. Mend these in the file and send it again, or choose other columns.
deal-import-good = { $count ->
    [one] One deal
   *[other] { $count } deals
  }: { $open } open, worth { $worth }; { $won } won; { $lost } lost.
deal-import-known = { $count ->
    [one] One was imported before and stays as it is.
   *[other] { $count } were imported before and stay as they are.
  }
deal-import-doubles = May be there already, by name and owner:
deal-import-noticed = Please look at:
deal-double-kept = Row { $line }: { $name }, { $owner }. There is one opened { $opened }, in { $place }.
deal-double-row = Row { $line }: { $name }, { $owner }. Row { $other } has one too.
deal-imported = { $count ->
    [0] No deal was new
    [one] One deal imported
   *[other] { $count } deals imported
  }
deal-imported-doubles = { $count ->
    [one] One that may be there already was left out.
   *[other] { $count } that may be there already were left out.
  }
deal-imported-won = Won deals teach the forecast. They are not added to anybody's numbers, which come from check-ins.
deal-told-imported = { $count ->
    [one] { $by } brought in a deal of yours from a file.
   *[other] { $by } brought in { $count } deals of yours from a file, { $open } of them open.
  } /deal shows what is open.
deal-button-import = Import a file
deal-button-take = { $count ->
    [one] Import it
   *[other] Import { $count } deals
  }
deal-button-take-once = Import { $count } without these
deal-button-take-all = Import all { $count }
deal-button-team = Open deals

deal-column-name = Customer or deal
deal-column-owner = Whose
deal-column-value = Amount
deal-column-stage = Stage
deal-column-opened = Opened on
deal-column-closed = Closed on
deal-column-outcome = Won or lost
deal-column-focus = Focus

deal-row = Row { $line }: { $mistake }
deal-row-owner-missing = it is not said whose it is. Write the name of a member of the team.
deal-row-owner-unknown = nobody in this team is called “{ $found }”, or more than one is. Write the name as /team has it.
deal-row-owner-like = “{ $found }” is no member of this team. Did you mean { $near }?
deal-row-owner-left = { $found } has left the team. Give an open deal to somebody who is there.
deal-row-name-missing = the customer or the deal's name is missing.
deal-row-stage-unknown = I know no stage “{ $found }”. Write lead, needs, proposal or negotiation.
deal-row-value-unreadable = the amount “{ $found }” cannot be read.
deal-row-value-too-large = the amount “{ $found }” is too large.
deal-row-opened-missing = the day it was opened is missing.
deal-row-opened-unreadable = the day it was opened, “{ $found }”, cannot be read. Write it as 2026-03-31.
deal-row-opened-ahead = it cannot be opened on a day still to come, { $found }.
deal-row-closed-unread = the day it was closed, “{ $found }”, cannot be read. Write it as 2026-03-31.
deal-row-closed-ahead = it cannot be closed on a day still to come, { $found }.
deal-row-closed-before-opened = it would be closed, on { $found }, before it was opened.
deal-row-closed-missing = it was won or lost, but the day is missing.
deal-row-outcome-missing = it has a closing day, but does not say whether it was won or lost.
deal-row-outcome-unreadable = “{ $found }” is neither won nor lost.
deal-row-focus-unknown = the plan has no strategic focus “{ $found }”. Write one that it has, or leave it empty.
deal-row-focus-like = the plan has no strategic focus “{ $found }”. Did you mean { $near }?
deal-row-other = this row cannot be read.
deal-note-stage-taken = no stage; taken as lead.
deal-note-deal-twice = { $found } stands there twice and counts once.
deal-note-outcome-guessed = the outcome “{ $found }” is misspelt. Check that it is counted right.
deal-note-focus-unused = No plan that runs names a strategic focus, so the column of focuses is left out.
deal-note-day-first = Dates such as 3/4/2026 are read with the day first.
deal-note-month-first = Dates such as 3/4/2026 are read with the month first.

deal-file-oversized = This file is too large. I take up to { $maximum } MB; save the sheet with the deals alone.
deal-file-inflated = There is far more in this workbook than deals. Copy their rows into a new one.
deal-file-header-missing = I find no row that names the columns. Put customer, owner, opened and, if you have them, amount, stage, closed and outcome above the deals.
deal-file-rows-missing = Below the names of the columns there is no deal.
deal-file-rows-many = These are more than { $maximum } rows. Import them in parts, or by npx pacesetter deals import.
deal-file-other = This is no table that I can read. Save it as an Excel workbook (.xlsx) or as CSV.
error-deal-table-gone = I no longer have this file. Send it again with /deal import.
