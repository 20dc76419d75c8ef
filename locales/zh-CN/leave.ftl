# 请假：登记、撤销，以及对目标的影响。

leave-day = { $on }
leave-days = { $from }至{ $to }
leave-range = { $least }～{ $most }

leave-title = { $team } · 请假
leave-title-of = { $name } · 请假
leave-none = 你接下来没有请假。
leave-none-of = { $name }接下来没有请假。
leave-none-team = 团队里接下来没有人请假。
leave-item = { $days } · { $count ->
    [0] 没有工作日
   *[other] { $count } 个工作日
  }
leave-others = 其他成员
leave-item-of = { $name }：{ $days }
leave-note = /leave 明天 · /leave 下周一 · /leave 12月24日到28日
leave-note-manager = /leave 明天 · /leave 12月24日到28日 · 替成员登记：/leave @姓名 12月24日到28日
leave-button-mark = 登记请假
leave-button-back = 撤销 { $days }
leave-button-end = 今天销假
leave-button-list = 我的请假
leave-button-list-of = 查看请假

leave-marked = 已登记请假：{ $days }
leave-marked-for = 已为{ $name }登记请假：{ $days }
leave-marked-text = 请假期间不会催你打卡，也不算缺报。
leave-marked-text-for = 请假期间不会催{ $name }打卡。我会私下告知本人。
leave-no-working-day = 不涉及工作日，其他都不变。
leave-taken-back = 已撤销请假：{ $days }
leave-taken-back-for = 已撤销{ $name }的请假：{ $days }
leave-taken-back-text = 恢复上班，照常有目标。
leave-taken-back-text-for = { $name }恢复上班，照常有目标。我会私下告知本人。
leave-not-elsewhere = 只在“{ $team }”所在的组织有效。其他组织的团队：先发送 /team 加团队名，再发送 /leave。
leave-also-in = 在{ $teams }也一样。
leave-told-marked = { $by }为你在“{ $team }”登记了请假：{ $days }
leave-told-taken-back = { $by }撤销了你在“{ $team }”的请假：{ $days }

leave-shared-title = { $name }请假：{ $days }
leave-shared-text = 按计划的规则，那几天的目标由团队分担。你分担的部分排在你当月剩下的工作日里：
leave-shared-item = { $month }{ $metric }：多 { $amount }
leave-unshared-title = { $name }不请假了：{ $days }
leave-unshared-text = 你替那几天分担的部分还给{ $name }：
leave-unshared-item = { $month }{ $metric }：少 { $amount }

leave-moves = { $month }{ $metric }：请假日的 { $amount } 分到其余 { $days } 个工作日，每天 { $before } → { $after }。
leave-moves-unfelt = { $month }{ $metric }：请假日的 { $amount } 分到其余 { $days } 个工作日，每天仍是 { $after }。
leave-returns = { $month }{ $metric }：{ $amount } 从其余 { $days } 个工作日收回，那些天每天 { $before } → { $after }。
leave-returns-unfelt = { $month }{ $metric }：{ $amount } 从其余 { $days } 个工作日收回，那些天每天仍是 { $after }。
leave-stays = { $month }{ $metric }：当月没有其他工作日可以分担 { $amount }，目标保持不变。经理可以用 /plan 重新分配。
leave-stays-nobody = { $month }{ $metric }：自己和团队当月都没有剩下的工作日可以分担 { $amount }，目标保持不变。经理可以用 /plan 重新分配。
leave-handed = { $month }{ $metric }：请假日的 { $amount } 由{ $takers }分担。
leave-handed-back = { $month }{ $metric }：从{ $takers }收回 { $amount }。
leave-handed-back-part = { $month }{ $metric }：从{ $takers }收回 { $amount }。另外 { $left } 已没有剩下的工作日可以收回，仍由团队承担。
leave-handed-back-none = { $month }{ $metric }：{ $left } 已没有剩下的工作日可以收回，仍由团队承担。
leave-taker = { $name }（{ $amount }）
leave-takers-more = 另外 { $count } 人（共 { $amount }）
leave-because-nobody-else = { $what }当月团队里没有其他人可以分担。
leave-because-settled = { $what }这个数是商定或手动指定的，团队不分担。
leave-team-total-stays = 团队每月的总目标不变，已经过去的日子也不变。
leave-total-stays = 每月总目标不变，已经过去的日子也不变。

leave-form-title = 登记请假
leave-form-intro = 请假期间不会催打卡。那几天的目标按计划的规则，分到当月其他工作日，或由团队分担。
leave-form-submit = 登记
leave-field-from = 第一天
leave-field-to = 最后一天
leave-hint-to = 只请一天就留空。

error-leave-unread = 看不懂“{ $words }”是哪几天。可以这样写：/leave 明天、/leave 下周一、/leave 12月24日到28日。
error-leave-order = 最后一天（{ $to }）早于第一天（{ $from }），请对调一下。
error-leave-past = { $from }已经过去，过去的日子不再改动。请假最早从今天开始。
error-leave-far = { $from }在一年以后。年份写对了吗？没错的话，请临近时再登记。
error-leave-long = 一次最多登记 { $most } 天。最后一天写对了吗？
error-leave-already = { $from }至{ $to }已经请过假了。要改的话先撤销，发送 /leave 就能看到。
error-leave-nobody = 对方已经不在“{ $team }”了。
error-leave-spectator = { $name }是观察员，没有自己的目标，不需要请假。
error-leave-gone = 这次请假已经结束或已撤销。发送 /leave 查看接下来的请假。
