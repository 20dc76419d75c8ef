# How a plan falls on time: phases, seasons, weeks, days, and who is there for a part of it.
time-title = How { $period } falls on time
time-button-show = Phases, season, week
time-button-target = Set { $metric }
time-button-team = Set the day, newcomers, leave
time-by-days = By working days
time-phases = Quarter: assault { $first }%, deepening { $second }%, sprint { $third }%
time-season = Season: the months by the plan's weights
time-season-learnt = Season: as last year went; what chance explains was taken out
time-rhythm = Month: { $first }% on days 1–10, { $second }% on 11–20, { $third }% from the 21st
time-week = Week: { $days }
time-weekday = { $weekday } { $weight }
time-monday = Mon
time-tuesday = Tue
time-wednesday = Wed
time-thursday = Thu
time-friday = Fri
time-saturday = Sat
time-sunday = Sun
time-day = Everybody, every day: { $items }
time-day-metric = { $count } × { $metric }
time-day-action = { $count } × { $action }
time-joiners-carried = Who joins in the middle carries a whole share in the days they have.
time-leavers-carried = Who leaves in the middle carries a whole share until then.
time-leave-team = What somebody's days of leave ask for goes to the others of the team.
plan-leave-now-team = New: what somebody's days of leave ask for goes to the others of the team.
plan-leave-now-carried = New: who is on leave carries it on their own other days.
time-ramp = { $name } starts with { $steps } of a share, month by month from the day they joined.
time-ramp-from = { $name } starts with { $steps } of a share, month by month from { $from }.
time-step = { $step }%

time-form-target = { $metric } over time
time-form-team = The day, newcomers, leave
time-last-year = last year
time-field-phases = Phases of a quarter
time-hint-phases = Assault, deepening and sprint, adding up to 100: 30 40 30. Empty: by working days.
time-field-season = Season
time-hint-season = { $count ->
    [one] A weight for the month
   *[other] A weight for each of the { $count } months
  }, such as { $example }, or: last year. Empty: by working days.
time-field-week = Week
time-hint-week = Such as Mon 60, Wed 40. The days you leave out get nothing. Empty: every working day alike.
time-field-day = What everybody does each day
time-hint-day = A line each: 5 follow-ups, or 3 lost cases reviewed.
time-field-joiners = Who joins in the middle
time-field-leavers = Who leaves in the middle
time-rule-team = gives the rest of their share to the team
time-rule-carried = carries a whole share
time-field-leave = Who is on leave
time-rule-leave-carried = does it on their other days
time-rule-leave-team = gives the work of those days to the team
time-field-ramps = New hires
time-hint-ramps = A line each: the name and percents of a share, month by month from the day they joined: Li Na 25 50 75. From another day: Li Na 2026-04-01 25 50 75

time-mistake-phases = I need three whole numbers that add up to 100, such as 30 40 30.
time-mistake-season = I need { $count } weights, one for each month and one of them above 0, or: last year.
time-mistake-week = I cannot read this week. Write it as: Mon 60, Wed 40
time-mistake-day = { $line ->
    [none] Ten lines at most, please.
   *[other] I cannot read the line “{ $line }”. Write a number and what is done, such as: 5 follow-ups
  }
time-mistake-ramps = I cannot read the line “{ $line }”. Write a name and percents from 0 to 100, such as: Li Na 25 50 75

why-month-season-learnt = { $month } gets { $amount } of it, by the season learnt from last year's results
why-month-phase = { $month } gets { $amount } of it: { $phase ->
    [0] assault
    [1] deepening
   *[2] sprint
  } has { $percent }% of the quarter
why-day-week = The plan's week ({ $week }) makes that { $amount } on { $on }
why-ramp = As a new hire: { $steps } of a share, month by month, so the first months come to less than their part below

plan-file-not-a-season = a season is “last-year”, or a list of weights, one for each month of the year.
plan-file-season-length = the season needs { $expected } weights, one for each month of the year.
plan-file-season-twice = say the season once: as months of the period or as seasonality.
plan-file-week-without-weight = at least one weekday needs a weight above zero.
plan-file-not-a-day-item = each item of the day names a metric or an action, and a count from 1 to 999.
plan-file-not-a-percentage = this is a percentage from 0 to 100.
plan-file-not-a-share-rule = this is team (the others take it over) or carried (by themselves).
plan-file-not-a-date = this date cannot be read. Write it as 2026-03-16.

error-plan-season-unknown = Last year's numbers say nothing about a season of { plan-metric-word }: there are fewer than two months of them. Give the months weights instead.
