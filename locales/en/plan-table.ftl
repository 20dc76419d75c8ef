# A table whose columns are not called as ours are: what they are taken to mean.
plan-file-stranger = nobody in this team is called “{ $words }”. Write the name as /team has it, or add them first: /team add @name.
plan-file-stranger-like = “{ $words }” is no member of this team. Did you mean { $name }?

table-title = How I read your table
table-text = Its columns are not called as mine are. Nothing is kept until you confirm.
table-maps = { $column }: { $source }
table-column = column “{ $header }”
table-column-unnamed = column { $letters }
table-all-rows = { $value } in every row
table-nothing = not there
table-months = the sum of the months
table-name-period = Period
table-name-metric = What is counted
table-name-amount = Target
table-name-member = Member
table-name-weight = Weight
table-name-currency = Currency
table-good = All of it can be read. It would come to this:
table-bad = Not yet: please mend these in the table and send it again, or choose other columns.
table-button-take = Make it a draft
table-button-map = Choose columns
table-form-title = What the columns mean
table-form-submit = Try it
error-plan-table-gone = I no longer have this table. Send it again with /plan import.
