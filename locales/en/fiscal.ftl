# The fiscal year: months or whole weeks.
fiscal-form-title = Fiscal year
fiscal-form-intro = It counts for new plans, reviews and boards from now on. What is published keeps its own year.
fiscal-field-layout = A year is made of
fiscal-hint-layout = In a year of weeks each quarter has months of so many weeks. Every fifth or sixth year has a 53rd week: it makes the last month longer.
fiscal-layout-months = Calendar months
fiscal-layout-weeks = Weeks, { $weeks } each quarter
fiscal-layout-thirteen = 13 periods of 4 weeks
fiscal-field-start = It begins in
fiscal-hint-start = A year of weeks begins at the turn to this month: retail's (4-5-4) in February.
fiscal-field-week = Weeks begin on
fiscal-field-yearEnds = The year ends on the last day of the week
fiscal-nearest = nearest to the end of the month before (NRF)
fiscal-last = that is the last in the month before
fiscal-field-yearName = It is named by the year it
fiscal-start = begins in (NRF: 2017 begins on 29 January 2017)
fiscal-end = ends in
fiscal-hint-weeks-only = Only for a year of weeks.
fiscal-saved-title = Saved: fiscal year { $year }
fiscal-saved-note = Published plans keep the year they were made in.
fiscal-span = { $period }: { $span }
fiscal-year-52 = 52 weeks, in these periods:
fiscal-year-53 = 53 weeks: the 53rd makes { $month } a week longer. Its periods:

period-fiscal-month = P{ $month } { $year }

team-field-region = Region of the holidays
team-hint-region = For regional holidays, such as BY for Bavaria or CA for California. Leave it empty for the country's alone.

plan-file-not-a-layout = a year of weeks has the layout 4-4-5, 4-5-4, 5-4-4 or 13x4.
plan-file-not-a-weekday = write a weekday in English, such as sunday.
plan-file-not-a-year-end = yearEnds is nearest (to the end of the month) or last (in the month).
plan-file-not-a-year-name = yearName is start or end.
plan-file-calendar-twice = a plan has a fiscalStartMonth or a calendar of weeks, not both.

error-plan-weeks = This team's fiscal year is made of weeks, and the period or the months of this plan are not of that year. Name a period such as 2026, 2026-Q2 or 2026-P05, or say fiscalStartMonth in the plan.
error-plan-currency-shared = Another plan asks for { plan-metric-word } in { $before } on other days of { $month }, and a calendar month's numbers are kept in one currency. Please use { $before }.
error-region-without-country = A region needs its country. Choose the country whose holidays you keep, or leave the region empty.
error-region-none = This country has no regional holidays on record. Leave the region empty.
error-region-unknown = I know no region “{ $words }” in this country. Known are { $known }.
