# 调整窗口：什么时候可以改已发布的目标。
window-title-open = “{ $team }”的目标现在可以调整
window-title-closed = “{ $team }”的目标现在不能调整
window-opened = { $by } 开放到{ $until }：{ $reason }
window-calendar-open = 季末窗口已开放，截至{ $closes }（含当天），经理可以修改{ $quarter }第一天起的已发布目标。
window-calendar-next = 下一个窗口{ $opens }自动开放，到{ $closes }为止（季度最后 { $days } 个工作日），可以调整{ $quarter }的目标。
window-calendar-off = 自动窗口已在 /settings 里关闭。
window-closed-text = 窗口之外，修改已发布的目标需要管理员说明理由，目标有变化的人都会看到。
window-past = 以前开放过
window-past-line = { $opened }–{ $until }，{ $by }：{ $reason }
window-note = 第一次发布、新增指标、人员加入、离开或请假，都不需要窗口。已经过去的日子不会改。
window-button-open = 开放窗口
window-button-close = 马上关闭

window-form-title = 开放调整窗口
window-form-submit = 开放
window-form-intro = 开放后，这个团队的经理可以从当天起修改已发布的目标，并会收到私信。
window-field-end = 截止日期
window-hint-end = 最后一天，最长三个月。
window-field-reason = 理由

window-told-quarter = { $quarter }的调整窗口已开放，到{ $closes }为止：可以修改该季度第一天起的重点、区域和数额。已经过去的日子不变。
window-told-planned = { $quarter }已有目标，趁现在再看一遍。
window-told-unplanned = { $quarter }还没有目标。
window-told-opened = { $by } 开放了调整窗口，到{ $closes }为止：“{ $team }”已发布的目标从现在起可以修改。
window-told-reason = 理由：{ $reason }

override-form-title = 说明理由后发布
override-form-recall = 说明理由后撤回
override-form-blocked = “{ $checks }”没有通过检查，写明理由可以照样发布。
override-form-closed = 这会改变{ $period }已发布的目标，而现在没有开放的调整窗口。写明理由可以破例，目标有变化的人都会看到。
override-field-reason = 理由
override-hint-reason = 会留下记录，可以用 /plan 历史 查看。
override-asked = { $by } 请你以管理员身份说明理由，发布“{ $team }”{ $period }的目标。打开草稿可以看到为什么需要：有检查没通过，或者不在调整窗口内（/plan 窗口）。
override-asked-recall = { $by } 请你以管理员身份说明理由，撤回“{ $team }”{ $period }的目标：现在不在调整窗口内（/plan 窗口）。
override-asked-sent-recall = 已问：{ $names }。在对方决定之前，现在的目标照常有效。
override-asked-sent = 已问：{ $names }。在对方决定之前，草稿会保留。
override-button-ask = 请管理员处理
plan-button-override = 说明理由后发布
plan-outside-window = 现在没有开放的调整窗口，这一期也不会再自动打开：发布需要管理员说明理由，并会告诉目标有变化的人。
plan-outside-window-until = { $opens }之前没有开放的调整窗口：现在发布需要管理员说明理由，并会告诉目标有变化的人。

settings-rule-adjustmentDays = 调整窗口（工作日）
settings-hint-adjustmentDays = 每季度最后几个工作日可以调整下季度的已发布目标。填 0 表示不开放。

plan-reason = 理由：{ $reason }
plan-change-published = { $by } { $on }发布
plan-change-recalled = { $by } { $on }撤回
plan-change-opened = { $by } { $on }在管理员开放的窗口内修改
plan-change-calendar = { $by } { $on }在季末窗口内修改
plan-change-override = { $by } { $on }在窗口外破例修改
plan-change-recalled-override = { $by } { $on }在窗口外破例撤回
plan-change-blocked = 未通过检查仍发布：{ $checks }
plan-change-team = { $metric }：{ $before } → { $after }
plan-change-both = { $metric } { $before } → { $after }：{ $members }
plan-change-members = { $metric }：{ $members }
plan-change-new = { $metric } { $after }：{ $members }
plan-change-member-new = { $name } { $after }
plan-change-member = { $name } { $before } → { $after }
plan-change-alike = 每人 { $before } → { $after }（{ $names }）
plan-change-alike-new = 每人 { $after }（{ $names }）
plan-change-none = 无
plan-change-unagreed = { $names } 没有同意
plan-change-agreed = 全部同意

error-admins-only = 只有管理员可以这样做。发送 /team 看看谁是管理员。
error-change-needs-reason = 这会改变已发布的目标，而现在没有开放的调整窗口。请说明理由后发布：在聊天里会问你，命令行请加 --reason "理由"。
error-change-closed = 这些目标已经发布，这一期不会再自动打开调整窗口。管理员可以说明理由后破例，或者用 /plan 窗口 打开 开放窗口。
error-change-closed-until = 这些目标已经发布，现在没有开放的调整窗口。下一个窗口{ $opens }开放、{ $closes }关闭。在那之前，管理员可以说明理由后破例，或者用 /plan 窗口 打开 开放窗口。
error-window-usage = 可以这样用：/plan 窗口、/plan 窗口 打开、/plan 窗口 打开 2026-05-20 新价格表、/plan 窗口 关闭。
error-window-over = 这一天已经过去了，请选今天或以后的日期。
error-window-too-long = 窗口最长三个月，请选{ $latest }或更早的日期。
error-window-none-open = 没有可以关闭的窗口。季末窗口请在 /settings 里设置。
