# 财年：按自然月或按整周。
fiscal-form-title = 财年
fiscal-form-intro = 从现在起用于新计划、复盘和排行榜。已发布的内容仍按原来的财年。
fiscal-field-layout = 财年怎么划分
fiscal-hint-layout = 按周划分时，每季三期各有固定周数。每五六年会多出第 53 周，并入最后一期。
fiscal-layout-months = 自然月
fiscal-layout-weeks = 按周，每季 { $weeks }
fiscal-layout-thirteen = 13 期，每期 4 周
fiscal-field-start = 财年始于
fiscal-hint-start = 按周划分时，在进入该月前后开始；零售业（4-5-4）为二月。
fiscal-field-week = 一周始于
fiscal-field-yearEnds = 财年结束于哪一周的最后一天
fiscal-nearest = 离上个月月底最近的一周（NRF）
fiscal-last = 上个月内的最后一周
fiscal-field-yearName = 财年按哪一年命名
fiscal-start = 开始的那年（NRF：2017 财年始于 2017 年 1 月 29 日）
fiscal-end = 结束的那年
fiscal-hint-weeks-only = 仅用于按周划分的财年。
fiscal-saved-title = 已保存：{ $year }财年
fiscal-saved-note = 已发布的计划仍按制定时的财年。
fiscal-span = { $period }：{ $span }
fiscal-year-52 = 共 52 周，各期如下：
fiscal-year-53 = 共 53 周，第 53 周并入{ $month }。各期如下：

period-fiscal-month = { $year }年第{ $month }期

team-field-region = 节假日所在地区
team-hint-region = 用于地方节假日，如 BY（巴伐利亚）、CA（加利福尼亚）。只按全国节假日请留空。

plan-file-not-a-layout = 按周的财年只能是 4-4-5、4-5-4、5-4-4 或 13x4。
plan-file-not-a-weekday = 星期请用英文写，如 sunday。
plan-file-not-a-year-end = yearEnds 只能是 nearest（离月底最近）或 last（月内最后）。
plan-file-not-a-year-name = yearName 只能是 start 或 end。
plan-file-calendar-twice = fiscalStartMonth 与按周的 calendar 只能写一个。

error-plan-weeks = 本团队的财年按周划分，而这份计划的期间或月份不属于该财年。请写成 2026、2026-Q2 或 2026-P05，或在计划中写明 fiscalStartMonth。
error-plan-currency-shared = { $month }的其他日子已有另一份计划以 { $before } 计{ plan-metric-word }，同一自然月只能用一种币种。请使用 { $before }。
error-region-without-country = 填写地区前请先选择国家，或将地区留空。
error-region-none = 该国没有地方节假日数据，请将地区留空。
error-region-unknown = 该国没有“{ $words }”这个地区。可填：{ $known }。
