as-typed = { $words }

period-year = { $year }年
period-quarter = { $year }年第{ $quarter }季度
period-week = { $year }年第{ $week }周
