board-title = { $team } · { $period }排行榜
board-heading = 排行榜：{ $metric }
board-column-name = 姓名
board-column-share = 完成率
board-column-done = 完成
board-row = { $rank }. { $name }
board-row-up = { $rank }. { $name } ▲{ $steps }
board-row-down = { $rank }. { $name } ▼{ $steps }
board-row-new = { $rank }. { $name }（新上榜）
board-around = 你的位置：
board-others = 团队其他成员：{ $names }
board-team = 团队合计
board-of-target = { $done } / { $target } · { $share }
board-of-zero = { $done }，目标 { $target }
board-done = { $done }（未设目标）
board-streak = { $name } { $days } 天
board-streaks = 连续打卡：{ $streaks }
board-none = { $period }还没有人有目标，暂时没有排名。请经理用 /plan 设置目标。
board-rules-names = 按个人目标完成率排名，完成率相同则名次并列{ $compared ->
    [yes] ；▲▼ 为与上次公布的榜单相比
   *[no] {""}
  }。最多公布前 { $best } 名的数字，不公布末位；你自己的名次只有你能看到。
board-rules-best = 按个人目标完成率排名，完成率相同则名次并列{ $compared ->
    [yes] ；▲▼ 为与上次公布的榜单相比
   *[no] {""}
  }。最多公布前 { $best } 名，不公布末位；你自己的名次只有你能看到。
board-rules-team-only = 本团队只公布整体进度，个人数据只有本人能看到。
board-button-week = 本周
board-button-month = 本月
board-button-quarter = 本季度
board-button-mine = 我的名次
board-mode-quiet = 好的，以后别人看到的榜单和通报里不会出现你的名字；你自己的名次你仍然看得到。
board-mode-named = 好的，以后团队榜单里会重新显示你的名字。

weekly-title = { $team } · { $period }复盘
weekly-late = 抱歉来晚了，到点时我没能发出来。
weekly-results = 完成情况
weekly-funnel = 卡在哪一步
weekly-gap-conversion = { $from } { $before } → { $to } { $done }：转化率 { $actual }，计划 { $planned }。
weekly-gap-entry = { $stage }：目前 { $done }，计划 { $planned }。
weekly-gap-cost = 折算成交额，影响约 { $cost }，是所有环节里最大的缺口。
weekly-gap-most = 这是目前离计划差得最远的环节。
weekly-gap-none = 各环节都没有落后于计划。
weekly-gap-small = 样本还小（{ $count }），也可能是偶然，下周再看看。
weekly-try-leads = 可以试试：请每位满意的客户帮忙介绍一位同行。
weekly-try-visits = 可以试试：新线索当天就联系，第一通电话就约好见面时间。
weekly-try-proposals = 可以试试：每次拜访结束前，和客户说定方案要解决什么、哪天给。
weekly-try-negotiations = 可以试试：方案发出两天内，当面给拍板的人讲一遍。
weekly-try-deals = 可以试试：挑出金额最大的三个在谈客户，想清楚离签单还差什么、谁去问、哪天问。
weekly-actions = 改进行动
weekly-actions-count = 已完成 { $done } 项，还有 { $open } 项在进行
weekly-action-done = ✓ { $name }：{ $words }
weekly-action-open = … { $name }：{ $words }
weekly-wins = 本周亮点
weekly-said = { $name }：{ $words }
weekly-more = 还有 { $count } 条
weekly-note = 欢迎在下面跟帖讨论。以后再看：/review week { $id }
weekly-managers-title = { $team } · { $period }一直没有打卡的成员
weekly-managers-member = { $name }：{ $days } 个工作日没有打卡
weekly-managers-note = 只有本团队的经理能看到；请假的不算在内。

monthly-title = { $team } · { $period }月报
monthly-winner-heading = 当月销冠
monthly-leading-heading = 目前领先
monthly-winner = 🏆 { $name }：个人目标完成 { $share }，{ $metric } { $done } / { $target }
monthly-tier = 达到档位：{ $tier }
monthly-tier-base = 保底（80%）
monthly-tier-stretch = 达标（100%）
monthly-tier-breakthrough = 突破（120%）
monthly-winner-unnamed = { $count ->
    [1] 销冠选择不公开姓名。
   *[other] { $count } 位并列销冠都选择不公开姓名。
  }
monthly-winner-more-unnamed = 另有 { $count } 位并列销冠选择不公开姓名。
monthly-winner-private = 本团队榜单不公布个人，销冠会单独收到通知。
monthly-decided-amount = 完成率相同，金额高者胜出。
monthly-decided-earliest = 完成率和金额都相同，先达成者胜出。
monthly-decided-shared = 各项完全相同，并列销冠。
monthly-passed-over = { $names }的成绩更高，但近期刚当选过；按本团队规则，当选后 { $months } 个月内不重复评选。
monthly-none-no-target = 当月没有销冠：没有人设有目标。
monthly-none-nothing-done = 当月没有销冠：目标项下还没有业绩。
monthly-none-all-resting = 当月没有销冠：有业绩的成员近期都已当选过。
monthly-progress = 进步最大：{ $name }，完成率比上月提高 { $points } 个百分点
monthly-new-customers = 新客户最多：{ $name }，{ $count } 家
monthly-structure-result = 结果指标
monthly-structure-process = 过程指标
monthly-rules = 评选规则：个人目标完成率最高者当选；相同则比金额，再相同则先达成者优先，全部相同则并列。
monthly-unnamed = { $count } 位不公开姓名的同事
monthly-correction-title = 更正：{ $period }
monthly-correction-sum = { $metric }：{ $before } → { $after }
monthly-correction-winner = 销冠更正为{ $names }，此前公布的是{ $before }。
monthly-correction-first = 销冠更正为{ $names }。
monthly-correction-same = 销冠仍是{ $names }，数字更新为：
monthly-correction-nobody = 按更正后的数字，当月没有销冠。
monthly-correction-further = 其他奖项更新为：
monthly-correction-note = 通报之后数字有变动。原通报保持不变，这里说明差异。

review-title = { $period }复盘
review-published = { $date }公布的版本
review-running = { $period }还没结束，以下是截至目前的情况。
review-day = 以下是这一天截至目前的情况。
review-nothing = 还没有内容：没有目标、没有数字，也没有打卡。
review-corrected = 公布后的更正
review-not-heard-from = 一直没有打卡的成员（仅经理可见）
review-button-day = 今天
review-button-week = 本周
review-button-month = 本月
review-button-earlier = { $period }

case-title = 案例库
case-found = 包含“{ $words }”的案例
case-none = 还没有案例。来写第一个吧：哪件事做成了，哪件事下次会换个做法？
case-none-found = 没有提到“{ $words }”的案例。换个词或少写几个词试试，也可以发送 /case 看最新的。
case-entry = { $date } · { $kind } · { $name }
case-entry-unnamed = { $date } · { $kind }
case-kind-success = 成功案例
case-kind-failure = 失败教训
case-kind-lesson = 心得
case-kind-top-seller = 销冠案例
case-more = 还有更多，可以按关键词搜索，例如 /case 价格
case-button-add = 分享案例
case-button-tell = 说说经验
case-form-title = 分享案例
case-form-submit = 保存
case-field-kind = 类型
case-field-words = 经过
case-hint-words = 当时什么情况，你怎么做的，结果如何。三句话就够。
case-saved = 已保存，团队里的人发送 /case 都能看到。
case-request-title = 恭喜！你是{ $period }的销冠
case-request-text = 哪一招最值得“{ $team }”的同事学？写三句话就好，会署名发到通报下面，并收进案例库。
case-tell-title = 销冠案例
case-tell-intro = { $period }你是怎么做到的？内容会署名发到通报下面。
case-tell-submit = 分享
case-told = 谢谢！马上发到通报下面，也已收进案例库。
case-shared-title = { $name }：我在{ $period }是这样做的
case-shared-note = 已收进案例库：/case

error-leaderboard-usage = 没看懂。可以试试：/leaderboard、/leaderboard 月、/leaderboard 季度；不想上榜可发送 /leaderboard 安静 开（或 关）。
error-review-usage = 没看懂。可以试试：/review、/review 今天、/review 月、/review 2026-W47、/review 2026-10。
error-review-no-period = 没有“{ $words }”这个时间。周写作 2026-W47，月写作 2026-10，日写作 2026-11-20。
error-review-future = { $period }还没到。发送 /review 看本周。
error-review-none-yet = { $period }没有发布过复盘，之前也没有。发送 /review 看本周截至目前的情况。
error-review-not-published = { $period }没有发布过复盘。最近一期是{ $newest }：/review { $id }
error-case-members = 只有“{ $team }”的成员才能添加案例，请先加入团队。
error-case-not-yours = 只有{ $period }的销冠才能写这个案例。你自己的案例可以用 /case add 添加。
