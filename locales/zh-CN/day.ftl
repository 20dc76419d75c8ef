# 团队的一天：早间任务、打卡、快速记数、提醒。

button-edit = 修改
button-undo = 撤销
button-help = 帮助

morning-title = 早上好！{ $on }
morning-late = 抱歉，今天没能按时发布，这条来晚了。
morning-member = { $name }：{ $goals }
morning-member-none = { $name }：今天没有数字目标
morning-promised = 承诺改进：{ $words }
morning-on-leave = 休假：{ $names }
morning-golden = 开工先做：跟进 3 位重点客户，开拓 2 条新线索。
morning-button-mine = 我的今天
morning-note = 直接在这条下面回复就行，例如“拜访3 线索2，客户嫌贵”，或点“打卡”。

nudge-midday = { $on }午间复盘：上午听到了什么？下午打算怎么调整？
nudge-evening = { $on }做得怎么样？如果跟计划一样，打开表单直接提交就好。
nudge-button-leave = 我在休假
nudge-note = { $team } · 只有你能看到，只提醒一次。

check-in-form-morning = 早间开工
check-in-form-midday = 午间复盘
check-in-form-evening = 晚间收工
check-in-submit = 提交
check-in-day = 日期：{ $on }
check-in-asks = 当天目标：{ $goals }
check-in-goal = { $metric } { $amount }
check-in-as-planned = 下面先填的是计划数，和实际不一样的请改好再提交。
check-in-hint-target = 计划：{ $amount }
check-in-hint-planned-money = 计划：{ $amount }。请按实际发生的填，没有就填 0。
check-in-amount-not-a-number = 看不懂这个数。请填成 3、1,200 或 3.5万 这样。
check-in-amount-negative = 不能填负数。填错了可以点“撤销”，或直接填当天的总数。
check-in-amount-too-precise = 太细了：数量要填整数，金额最多到分。
check-in-amount-too-large = 数太大了，是不是多打了几个零？

note-key-customers = 要跟进的重点客户
note-hint-key-customers = 三位，每行一位。
note-new-leads = 要开拓的新线索
note-hint-new-leads = 两条，每行一条。
note-needs = 上午听到的需求
note-hint-needs = 客户想要什么？
note-objections = 听到的异议
note-hint-objections = 用客户的原话，例如“太贵了”。
note-change = 下午怎么调整？
note-hint-change = 写一件要改变的事。
note-success = 一个成功案例
note-hint-success = 什么做法有效？为什么？会存入案例库。
note-failure = 一个失败教训
note-hint-failure = 再来一次会怎么做？会存入案例库。
note-improvement = 明天的改进
note-hint-improvement = 明早会和任务一起出现。
note-note = 备注
note-hint-note = 其他想说的。

note-said-key-customers = 重点客户：
note-said-new-leads = 新线索：
note-said-needs = 需求：
note-said-objections = 异议：
note-said-change = 下午调整：
note-said-success = 成功：
note-said-failure = 教训：
note-said-improvement = 明天改进：
note-said-note = 备注：

day-number = { $metric } { $done }
day-number-of = { $metric } { $done }/{ $target }
day-number-unasked = { $metric } { $done }（当天没有安排）
day-number-reached = { $metric } { $done }/{ $target } ✓

check-in-post-morning = { $name } 开工了
check-in-post-midday = { $name } 目前进展
check-in-post-evening = { $name } 收工了
check-in-post-empty = 没有特别要说的。
check-in-late = 补交，日期：{ $on }。
check-in-late-corrected = 补交，日期：{ $on }。已修改。
check-in-corrected = 已修改。
check-in-taken-back-post = { $name } 撤回了{ $on }的打卡。

check-in-saved = 已保存：{ $on }
check-in-unchanged = { $on }没有改动
check-in-saved-late = 数字照常计入，只是标为补交。
check-in-taken-back = 已撤销：{ $on }的打卡已删除，数字不再计入。
check-in-as-before = 已撤销：{ $on }恢复到之前的样子。

team-meant = 当前团队：“{ $team }”。要换团队：发送 /team 加团队名。

words-title = 我理解得对吗？{ $on }
words-more = { $metric } 再加 { $amount }，共 { $total }
words-unread = { $count ->
   *[other] 这些数字我拿不准，先不记：{ $words }
  }
words-button-save = 对，保存
words-button-case = 作为案例分享
words-case = 之前请你分享{ $period }的经验。如果就是这段话，我会署名发到通报下面。
words-button-add = 加到当天
words-button-totals = 这是当天总数
words-button-drop = 不要了
words-dropped = 好的，什么都没有保存。
words-wordless = 我只看得懂文字；文件要在我请你发的时候再发：导入目标用 /plan import，导入商机用 /deal import。
words-undo = 要撤销哪一条，就点那条回复下面的“撤销”，一天之内有效。要改当天的数字，用 /checkin。
words-nothing = 直接告诉我数字就行，例如“拜访3 线索2，客户嫌贵”。

log-form = 快速记数
log-submit = 记上
log-intro = 会加到{ $on }已有的数字上，没有的就空着。
log-added = { $on }已记上：{ $entries }
log-added-for = 已为 { $name } 记上（{ $on }）：{ $entries }
log-note-left = 这里只记数字，所以没有保存“{ $words }”。文字请用 /checkin。
log-told-added = { $by } 为你补记了{ $on }的数字：{ $entries }。发送 /target 查看进度。
log-told-taken-back = { $by } 撤回了为你补记的{ $on }的数字：{ $entries }。
log-told-uncounted = { $by } 改动了你已赢单的商机，{ $on }不再计入：{ $entries }。
log-undone = 已撤销：{ $entries }

error-no-such-day = 没有“{ $words }”这一天。日期请写成 2026-11-20 或 3月2日，也可以写“昨天”“上周五”。
error-check-in-ahead = { $on }还没到。明天的早间开工今天就能交，数字要等到当天再填。
error-check-in-after-leaving = 你在“{ $team }”的最后一天是{ $last }，之后不需要打卡。
error-log-before-joining = { $name }要到{ $from }才加入，现在还不用记数。
error-log-after-leaving = { $name }的最后一天是{ $last }，之后不再记数。补记之前的日子请写上日期：/log @姓名 昨天拜访2。
error-check-in-on-leave = { $on }你在休假，不需要打卡。如果其实上班了，请先用 /leave 取消休假。
error-check-in-closed = { $month }已经截止，月报也发布了。需要更正请找经理，经理可以用 /log @姓名 补记。
error-undo-gone = 已经不能撤销了：可能撤销过，或者超过一天。可以用 /checkin 修改。
error-undo-changed-since = 这次打卡后来又改过，请用 /checkin 修改。
error-words-gone = 这段话已经保存或放弃了，或者超过一天。请再发一遍。
error-log-usage = 没有读到数字。试试 /log 拜访3 线索2，或 /log 昨天 拜访3。
error-log-unread = 拿不准这里是什么意思：{ $words }。所以什么都没有记。请把数字写在对应的词旁边：/log 拜访3 线索2
error-log-which-day = “{ $words }”是哪一天我拿不准，所以什么都没有记。请把日期写在最前面：/log 昨天 拜访3，或 /log 2026-11-20 拜访3
error-log-empty = 请至少填一个数字。
