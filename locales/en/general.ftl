as-typed = { $words }

period-year = { $year }
period-quarter = Q{ $quarter } { $year }
period-week = week { $week }, { $year }
