# 关键动作：每块业务靠什么推动、什么节奏，落到每天的重点里。
key-actions-title = 关键动作 · { $period }
key-actions-heading = 关键动作
key-actions-none = 这个计划还没有关键动作。关键动作是推动业绩的具体动作和节奏，如每月 2 次展会；会排到具体的日子，在 /target 里打勾。
key-actions-button = 关键动作
key-actions-button-change = 修改关键动作
key-actions-part = { $part }：{ $actions }
key-actions-part-new = 新客户
key-actions-part-repeat = 老客户复购
key-actions-part-deal-size = 提高客单价
key-action-line = { $action }{ $every } { $count }
key-action-line-of = { $line }（{ $names }）
key-every-day = 每天
key-every-week = 每周
key-every-month = 每月
key-every-quarter = 每季度
key-every-some = { $every ->
    [day] 每 { $count } 天
    [week] 每 { $count } 周
   *[month] 每 { $count } 个月
  }
key-every-weekdays = 每{ $days }
key-every-some-weekdays = 每 { $count } 周的{ $days }
key-every-nth = 每月{ $nth ->
    [last] 最后一个
    [first] 第一个
    [second] 第二个
    [third] 第三个
   *[fourth] 第四个
  }{ $day }
key-every-date = 每月 { $day } 日
key-every-rule = 按 { $rule }
key-weekday = { $day ->
    [MO] 周一
    [TU] 周二
    [WE] 周三
    [TH] 周四
    [FR] 周五
    [SA] 周六
   *[SU] 周日
  }

key-actions-form = 关键动作
key-actions-form-usual = 下面是常用的关键动作，留下合适的，其余可以改或删。
key-actions-field = 关键动作，每行一项
key-actions-hint = 如：每月2次展会（新客户）、每周五1次复盘 @李娜。括号里写新客户、老客户或客单价；@ 后面写由谁做，不写就是全员。留空则没有。
key-actions-line-carrier-new = 新客户
key-actions-line-carrier-repeat = 老客户
key-actions-line-carrier-deal-size = 客单价
key-actions-mistake-lines = 看不懂：{ $lines }。请写明节奏、数量和动作，如：每月2次展会，或 每周五1次复盘。
key-actions-mistake-rule = 这条规则用不了：{ $lines }。规则只能按天、周、月重复，也不用写结束日期（跟着计划结束），如：1次复盘 FREQ=WEEKLY;BYDAY=FR。
key-actions-mistake-many = 关键动作最多 { $maximum } 项，多了就不“关键”了，请去掉一些。
key-actions-mistake-twice = “{ $words }”出现了两次，请给每项关键动作起不同的名字。

key-action-name-trade-shows = 展会
key-action-name-leads = 新增线索
key-action-name-screened-leads = 筛选线索
key-action-name-in-depth-visits = 深度拜访
key-action-name-customers-reviewed = 老客户盘点
key-action-name-upsells = 老客户增购
key-action-name-referrals = 请老客户转介绍
key-action-name-upgrades-offered = 升级方案

plan-file-no-actions = 没有关键动作时，请不要写 actions。
plan-file-not-an-action-count = 关键动作的数量是 1 到 999 的整数。
plan-file-not-a-rhythm = every 只能写 day、week、month、quarter，或按天、周、月且没有截止的 RFC 5545 规则，如 FREQ=WEEKLY;BYDAY=FR。
plan-file-not-an-action-carrier = 关键动作的 carrier 只能写 new（新客户）、repeat（复购）或 deal-size（客单价）。
plan-file-action-twice = “{ $words }”出现了两次，请给每项关键动作起不同的名字。

key-action-name = { $action }
key-action-extra = { $action }：{ $done } ✓
key-action-ahead = { $action }：{ $due }
key-action-today = { $action }：{ $done } / { $due }
key-action-today-done = { $action }：{ $done } / { $due } ✓
key-action-standing = { $today } · { $stretch }
key-action-behind = { $today } · { $stretch }，落后 { $behind }
key-action-done = { $action }：{ $done } / { $asked } ✓
key-action-left = { $action }：{ $done } / { $asked }，还差 { $left }
key-stretch-day = 今天 { $done } / { $asked }
key-stretch-week = 本周 { $done } / { $asked }
key-stretch-month = 本月 { $done } / { $asked }
key-stretch-quarter = 本季度 { $done } / { $asked }
key-action-button = ✓ { $action }
key-action-button-several = ✓ { $action } { $count }
key-action-button-undo = 撤销：{ $action }
key-actions-button-count = 登记关键动作
key-count-form = 关键动作 · { $on }
key-count-submit = 保存
key-count-hint = 当天一共做了多少？当天应做 { $due } · 目前{ $stretch }
key-count-mistake = 请填 0 到 999 的整数。
error-key-action-gone = 计划里已经没有这项关键动作了。发 /target 看今天的。

morning-member-actions = { $focus }；关键动作：{ $actions }
morning-action = { $count ->
    [1] { $action }
   *[other] { $action } ×{ $count }
  }
morning-actions-more = 另 { $count } 项

weekly-key-actions = 关键动作：{ $done } / { $asked } · { $actions }
weekly-key-action = { $action } { $done } / { $asked }
