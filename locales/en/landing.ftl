landing-at = Lands at about { $value }
landing-at-between = Lands at about { $value } ({ $lower } to { $upper } in 4 of 5 cases)
landing-chances = { $lands } · base { $base }, stretch { $stretch }, breakthrough { $breakthrough }
landing-heading = Where the month lands
landing-of = { $metric }: { $lands }
landing-too-short = Too little history for a forecast of { $metrics }: it takes { $needed } working days.
landing-record-none = No record yet: each week's first forecast is kept and scored when its period is over.
landing-record-high = Record: { $within } of { $landings } landings within the interval, bias +{ $bias }, error { $error } vs run rate { $runRate }
landing-record-low = Record: { $within } of { $landings } landings within the interval, bias −{ $bias }, error { $error } vs run rate { $runRate }
landing-record-even = Record: { $within } of { $landings } landings within the interval, no bias, error { $error } vs run rate { $runRate }
landing-record-zero = Record: { $within } of { $landings } landings within the interval

landing-button-how = How was this computed?
landing-title-me = Where you land: { $period }
landing-title-other = { $name }, where it lands: { $period }
landing-how-too-short = Too little history for a forecast: { $days } of { $needed } working days
landing-how-done = { $done } done, { $days ->
    [one] 1 working day
   *[other] { $days } working days
  } left
landing-how-days = From { $days ->
    [one] 1 working day
   *[other] { $days } working days
  } since { $since }
landing-how-method = Method: { $parts }, with the week's pattern where there is one
landing-part-mean = the long-run average { $share }
landing-part-trend = the level and its trend { $share }
landing-part-season = what came a season ago { $share }
landing-part-changes = how days have changed before { $share }
landing-how-rhythm = The beginning, middle and end of a month bring different amounts, and the days left count by that
landing-how-run-rate = The plain run rate: { $amount }
landing-note = The interval comes from how far off such forecasts were on your own past days. Targets and open deals are no part of it. The same numbers always give the same answer.
landing-over = { $period } has no working day left: what is done is where it lands.
landing-no-target = There is no target for { $period }, so there is nothing to land on. /target shows what there is.
