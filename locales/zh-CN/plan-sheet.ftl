plan-sheet-name = 计划
plan-sheet-title = { $team }：{ $period }计划
plan-sheet-remark = 请直接修改各月数字，目标值与合计会随之更新。改好后用 /plan import 导回，先看到草稿再发布。
plan-sheet-period = 周期
plan-sheet-metric = 指标
plan-sheet-currency = 币种
plan-sheet-member = 成员
plan-sheet-amount = 目标值
plan-sheet-total = 合计

plan-file-amount-not-months = 这里写的是 { $words }，但各月加起来是 { $whole }。请修改月份数字，或清空这一格。
plan-file-weight-beside-months = 已有各月数字就不需要权重：每位成员的月份数字就是其份额。请去掉其中一项。
