# 列名不是我们的写法时：每一列当作什么来读。
plan-file-stranger = 团队里没有“{ $words }”。请写 /team 里的名字，或者先用 /team add @名字 加入。
plan-file-stranger-like = “{ $words }”不是团队成员。是{ $name }吗？

table-title = 这张表我这样读
table-text = 列名和我的写法不一样。确认之前什么都不会保存。
table-maps = { $column }：{ $source }
table-column = “{ $header }”列
table-column-unnamed = { $letters } 列
table-all-rows = 每行都是{ $value }
table-nothing = 没有
table-months = 各月之和
table-name-period = 周期
table-name-metric = 指标
table-name-amount = 目标
table-name-member = 成员
table-name-weight = 权重
table-name-currency = 币种
table-good = 都能读懂，结果会是：
table-bad = 还不行：请在表里改好后重新发来，或者重新选列。
table-button-take = 存为草稿
table-button-map = 选择列
table-form-title = 每一列是什么
table-form-submit = 试读
error-plan-table-gone = 这张表已经不在了。请用 /plan import 重新发一次。
