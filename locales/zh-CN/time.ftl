# 计划在时间上的分布：阶段、淡旺季、周、日，以及中途来去的人。
time-title = { $period }怎么分到各个时段
time-button-show = 阶段、淡旺季、周安排
time-button-target = 设置{ $metric }
time-button-team = 设置每日标准、新人和请假
time-by-days = 按工作日平均
time-phases = 季度：突击 { $first }%，深耕 { $second }%，冲刺 { $third }%
time-season = 淡旺季：各月按计划的权重
time-season-learnt = 淡旺季：按去年的业绩，已剔除偶然波动
time-rhythm = 月内：1–10 日 { $first }%，11–20 日 { $second }%，21 日起 { $third }%
time-week = 每周：{ $days }
time-weekday = { $weekday } { $weight }
time-monday = 周一
time-tuesday = 周二
time-wednesday = 周三
time-thursday = 周四
time-friday = 周五
time-saturday = 周六
time-sunday = 周日
time-day = 每人每天：{ $items }
time-day-metric = { $metric } { $count }
time-day-action = { $action } { $count }
time-joiners-carried = 中途加入的人，在剩下的日子里承担完整份额。
time-leavers-carried = 中途离开的人，在离开前承担完整份额。
time-leave-team = 请假那几天的量由团队其他人分担。
plan-leave-now-team = 有变化：请假那几天的量改由团队其他人分担。
plan-leave-now-carried = 有变化：请假那几天的量改由本人在其他工作日补上。
time-ramp = { $name }从完整份额的 { $steps } 起步，从加入那天起逐月递进。
time-ramp-from = { $name }从完整份额的 { $steps } 起步，从{ $from }起逐月递进。
time-step = { $step }%

time-form-target = { $metric }的时间分布
time-form-team = 每日标准、新人和请假
time-last-year = 去年
time-field-phases = 季度三阶段
time-hint-phases = 突击、深耕、冲刺，合计 100，如：30 40 30。留空则按工作日分配。
time-field-season = 淡旺季
time-hint-season = { $count } 个月各写一个权重，如 { $example }；或写“去年”。留空则按工作日分配。
time-field-week = 一周安排
time-hint-week = 如：周一 60，周三 40。没写的日子不安排。留空则每个工作日一样。
time-field-day = 每人每天要做的
time-hint-day = 每行一项：跟进 5，或 复盘丢单 3。
time-field-joiners = 中途加入的人
time-field-leavers = 中途离开的人
time-rule-team = 其余份额由团队分担
time-rule-carried = 自己承担完整份额
time-field-leave = 请假的人
time-rule-leave-carried = 自己在其他工作日补上
time-rule-leave-team = 那几天的量由团队分担
time-field-ramps = 新人
time-hint-ramps = 每行一人：姓名和逐月的份额百分比，从加入那天算起，如：李娜 25 50 75。要从别的日子算：李娜 2026-04-01 25 50 75

time-mistake-phases = 请写三个整数，合计 100，如：30 40 30。
time-mistake-season = 请写 { $count } 个权重，每月一个，至少一个大于 0；或写“去年”。
time-mistake-week = 看不懂这个安排。请写成：周一 60，周三 40
time-mistake-day = { $line ->
    [none] 最多写十行。
   *[other] 看不懂这一行：“{ $line }”。请写做什么和数量，例如：跟进 5
  }
time-mistake-ramps = 看不懂这一行：“{ $line }”。请写姓名和 0 到 100 的百分比，例如：李娜 25 50 75

why-month-season-learnt = 其中{ $month } { $amount }，按去年业绩得出的淡旺季分配
why-month-phase = 其中{ $month } { $amount }：{ $phase ->
    [0] 突击
    [1] 深耕
   *[2] 冲刺
  }阶段占本季 { $percent }%
why-day-week = 按计划的一周安排（{ $week }），{ $on }为 { $amount }
why-ramp = 新人份额：{ $steps }，逐月递进，所以头几个月比下面的比例少

plan-file-not-a-season = 淡旺季请写 last-year，或按一年各月列出权重。
plan-file-season-length = 淡旺季需要 { $expected } 个权重，一年每月一个。
plan-file-season-twice = 淡旺季只能写一处：months 或 seasonality。
plan-file-week-without-weight = 至少要有一天的权重大于 0。
plan-file-not-a-day-item = 每日标准的每一项要写一个指标或一个动作，数量为 1 到 999。
plan-file-not-a-percentage = 请写 0 到 100 的百分比。
plan-file-not-a-share-rule = 只能写 team（由团队分担）或 carried（自己承担）。
plan-file-not-a-date = 看不懂这个日期，请写成 2026-03-16。

error-plan-season-unknown = 去年的数字看不出{ plan-metric-word }的淡旺季：有记录的月份不到两个。请改为填写各月权重。
