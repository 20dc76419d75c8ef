target-title-me = 你的目标 · { $when }
target-title-me-in = 你在“{ $team }”的目标 · { $when }
target-title-other = { $name } · { $when }

target-off-free = { $on }不上班。
target-off-holiday = { $on }是法定节假日，不上班。
target-off-leave = { $on }你在休假，不用打卡。
target-off-leave-of = { $on }{ $name }在休假。
target-off-unplanned = { $on }计划里没有安排任务。
target-next-day = 下一个工作日：{ $on }

target-goal = { $metric }：{ $done } / { $target }
target-goal-reached = { $metric }：{ $done } / { $target } ✓
target-goal-ahead = { $metric }：{ $target }
target-goal-zero = { $metric }：{ $done }（当天不作要求）
target-nothing-due = { $on }各项目标都是 0，没有硬任务。

target-promised = { $on }承诺的改进：
target-promise-kept = 承诺的改进，已做到 ✓
target-golden = 黄金动作
target-golden-morning = 早启动：跟进 3 位重点客户，开拓 2 条新线索
target-golden-midday = 午复盘：客户的需求和异议，下午怎么调整
target-golden-evening = 晚总结：1 个成功案例、1 个失败教训、明天 1 项改进

target-period-left = { $period } · { $left }
target-days-left = { $days ->
    [0] 没有剩余工作日
   *[other] 还剩 { $days } 个工作日
  }
target-two = { $first } · { $second }
target-ahead = 领先进度 { $gap }
target-behind = 落后进度 { $gap }
target-on-plan = 正好跟上进度
target-start = 刚刚开始
target-rate = { $days ->
    [1] 最后一天还差 { $remaining }
   *[other] 还差 { $remaining }，每天 { $rate }
  }
target-rate-between = { $least }～{ $most }
target-rate-some = 还差 { $remaining }，剩 { $days } 天
target-short = 最终差 { $remaining }
target-ladder = 要达标，每天得做到平时的 { $cap }% 以上。先冲{ $tier }：{ $rate }。
target-no-ladder = 每天做到平时的 { $cap }%，也只能到 { $lands }。
target-landing = 照目前的节奏，最终大约 { $amount }（{ $share }）
target-tiers = { $base } · { $stretch } · { $breakthrough }
target-tier-reached = ✓{ $tier }
target-tier-reached-amount = ✓{ $tier } { $amount }
target-tier-next = { $tier }还差 { $remaining }
target-tier-next-amount = { $tier } { $amount }，还差 { $remaining }
target-tier-missed = { $tier }差 { $remaining }
target-tier-missed-amount = { $tier } { $amount }，差 { $remaining }
target-tier-open = { $tier }
target-tier-open-amount = { $tier } { $amount }
target-tier-name-base = 保底
target-tier-name-stretch = 达标
target-tier-name-breakthrough = 突破
target-zero = 这段时间没有安排，做了照样算。
target-note = 保底为目标的 80%，达标 100%，突破 120%。进度条上的标记是今天应到的位置。

target-none-plan = “{ $team }”还没有{ $period }的目标。先做起来也算数：/log 拜访3 线索2
target-none-plan-team = “{ $team }”还没有{ $period }的目标，经理可以用 /plan 制定。
target-none-plan-manager = “{ $team }”还没有{ $period }的目标。定一个，我会拆到每个人、每个工作日。
target-none-me = { $period }的计划里没有你的份额。这不等于目标为 0：你记的数字照样算进团队。需要的话，请经理用 /plan 给你分配。
target-none-member = { $period }的计划里没有{ $name }的份额，经理可以用 /plan 分配。

target-members = { $metric } · 各人进度，落后最多的在前
target-column-name = 姓名
target-column-share = 完成率
target-column-pace = 对比进度

target-button-log = 记一笔
target-button-why = 这个数怎么来的
target-button-kept = 改进已做到
target-button-plan = 制定目标
target-button-day = 今天
target-button-tomorrow = 明天
target-button-week = 本周
target-button-month = 本月
target-button-quarter = 本季度
target-button-year = 全年
target-button-team = 团队
target-button-me = 我的
target-button-other = { $team }

improvement-done = 记下了，说到做到！周五复盘里会看到。

why-title-me = { $on }的数字怎么来的
why-title-other = { $name } · { $on }的数字怎么来的
why-number = { $metric }：{ $amount }
why-number-off = { $metric }：当天不上班
why-plan = 团队计划 { $period }（{ $version ->
    [1] {""}
   *[other] 第 { $version } 版，
  }{ $on }发布）：{ $amount }
why-share-equal = 平均分配，你的份额 { $part }（{ $share }）
why-share-weights = 按计划里的权重，你的份额 { $part }（{ $share }）
why-share-of = { $name }的份额 { $part }（{ $share }）
why-taken-over = 分担{ $name }的 +{ $amount }（请假：{ $days }）
why-handed-over = 由团队分担 −{ $amount }（请假：{ $days }）
why-share-team = 所有人的份额合计 { $part }
why-zero = 计划定的就是 0，这也是目标：不作要求
why-month-working-days = 其中{ $month } { $amount }，按当月工作日分配
why-month-season = 其中{ $month } { $amount }，按计划的淡旺季分配
why-month-phases = 其中{ $month } { $amount }，按季度三个阶段分配
why-days = { $amount } ÷ { $days } 个工作日 = 每天 { $average }
why-day-whole = 只能做整数，轮流分到各天：{ $on } { $amount }
why-day-sum = { $on }每个人的数字加起来：{ $amount }
why-day-rhythm = 按计划的月内节奏，{ $on }为 { $amount }
why-day-moved = 因为请假或计划调整，有一部分挪到了别的日子：{ $on } { $amount }
why-pace = { $period }的进度
why-pace-behind = { $metric }：已过的日子应做 { $due }，实际 { $done }，落后 { $gap }
why-pace-ahead = { $metric }：已过的日子应做 { $due }，实际 { $done }，领先 { $gap }
why-pace-start = { $metric }：刚刚开始
why-pace-even = { $metric }：已过的日子应做 { $due }，实际 { $done }，正好跟上
why-pace-rest = （{ $target } − { $done }）÷ 剩余 { $days } 个工作日 = 每天 { $rate }
why-pace-cap = 剩下的日子都做到平时的 { $cap }%，最多 { $most }：{ $done } + { $most } = { $lands }
why-note = 各部分加起来永远等于计划总数；已经过去的日子，数字不再改动。

home-team = { $team } · { $period }

error-target-usage = 没看懂。可以试试：/target、/target 明天、/target 本周（本月、季度、全年）、/target 下个月、/target 上周、/target 第三季度、/target 2026年11月、/target 预测、/target 团队、/target 本周 团队。经理还可以加名字：/target 本月 @李娜。
error-target-no-such-period = 你们的财年里没有“{ $words }”。可以写：第三季度、2026年11月、第47周、2026年。
error-target-nobody = “{ $team }”里没有叫“{ $name }”的人。请按 /team 里显示的名字写。
error-target-name-twice = 这里不止一个人叫“{ $name }”。请用 @ 提到对方，或写全名。
error-target-others = { $name }的数字只有本人和经理能看。发送 /target 团队 看团队进度，/leaderboard 看公开的排行。
error-no-target-to-explain = 那一天没有已发布的目标，没有什么可解释的。发送 /target 看看现在有什么。
error-improvement-gone = 这项改进已经撤回，或者是别人的。发送 /target 看你自己的。
