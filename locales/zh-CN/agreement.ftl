# 发布前先商定目标：给成员看的。
proposal-title = { $period }目标，想听听你的意见
proposal-text = { $by } 想和你商定“{ $team }”目标里你的部分。发布之前不算数。
proposal-text-changed = { $by } 调整了“{ $team }”里建议给你的目标，请再看一下。发布之前不算数。
proposal-target = { $metric }：{ $amount }
proposal-target-same = { $metric }：{ $amount }（和现在一样）
proposal-target-before = { $metric }：{ $amount }（现在是 { $before }）
proposal-target-earlier = { $metric }：{ $earlier } → { $amount }
proposal-line = { $target }，{ $pace }
proposal-pace = 大约每周 { $week }，每个工作日 { $day }
proposal-pace-week = 大约每周 { $week }，每 { $every } 个工作日 1 个
proposal-pace-rare = 大约每 { $every } 个工作日 1 个
proposal-pace-none = 接下来没有安排
proposal-note = 发送 /plan 可以再看。有变化会先告诉你。
proposal-button-accept = 同意
proposal-button-counter = 我有不同意见
proposal-state-proposed = 等你答复。发布之前不算数。
proposal-state-accepted = 你已经同意，发布后生效。
proposal-state-countered = 你提了不同的数，经理还没决定。
proposal-state-held = 经理坚持原来的数：
proposal-accepted = 已同意：你的{ $period }目标
proposal-accepted-note = 发布后生效，到时会通知你。
proposal-withdrawn = { $by } 撤回了“{ $team }”{ $period }建议给你的目标，你现在的目标不变。

counter-form-title = 我的意见
counter-form-submit = 发送
counter-form-intro = { $period }你觉得能完成多少？同意的数不用改。
counter-field-reason = 理由
counter-hint-reason = 一两句话就行，经理会据此决定。
counter-sent = 已发给经理
counter-sent-note = 有结果会告诉你，在那之前不算数。
counter-change = { $metric }：{ $asked }（建议是 { $proposed }）
counter-stays = { $metric }：仍是 { $proposed }（你提的是 { $asked }）
counter-taken = { $by } 采纳了你提的{ $period }目标
counter-taken-note = 发布后生效。
counter-held = { $by } 坚持原来建议的{ $period }目标
counter-held-note = 可以同意，也可以再提一次。发布之前不算数。

# 给经理看的。
counter-title = { $name } 对{ $period }目标有不同意见
counter-choices = 采纳的话，差额由其他人分担，并会再次征求他们的意见。
counter-button-take = 采纳 { $name } 的数
counter-button-hold = 坚持原数（{ $name }）
hold-form-title = 坚持原来的数
hold-form-submit = 告诉对方
hold-form-intro = 理由会私信告诉 { $name }。
hold-field-reason = 理由
hold-hint-reason = 为什么原来的数合适。

agreement-title = { $period }目标商定情况
agreement-all = 全部同意（{ $members } 人）。
agreement-all-told = { $period }目标，{ $members } 人已全部同意，可以发布了。
agreement-accepted = 已同意：{ $names }
agreement-waiting = 还没答复：{ $names }
agreement-not-asked = 还没征求过意见：{ $names }
agreement-countered = { $name } 有不同意见：
agreement-held = 你坚持原来的数：{ $reason }
agreement-outdated = 征求过意见之后，草稿又改了。
agreement-note = 没有全部同意也可以发布，谁没同意会记录在案。
agreement-button-propose = 征求团队意见
agreement-button-show = 商定情况
agreement-button-draft = 查看草稿
agreement-propose-confirm = 私下问每个人同不同意？不会改变任何人现在的目标。

plan-preview-note-proposed = 发布后会在群里公布，并私信告诉目标有变化的 { $changes } 个人。
plan-publish-confirm-open = { $names } 还没同意，确定发布吗？发布后马上生效并通知相关的人，谁没同意会记录在案。
plan-published-open = 已发布：{ $period }目标{ $version ->
    [1] {""}
   *[other] ，第 { $version } 版
  }。已记录：{ $names } 没有同意。正在通知团队和目标有变化的人。

plan-file-agreed-above-amount = 商定的数加起来超过了目标。

error-proposal-gone = 这条建议已经不在了。发送 /plan 看看现在建议给你的目标。
error-proposal-not-yours = 这是问别人的，只有对方可以答复。发送 /plan 看看建议给你的目标。
error-proposal-published = { $period }目标已经发布，不能再答复了。发送 /target 查看你的目标；有问题请直接和经理谈。
error-proposal-replaced = 经理后来又改了{ $period }的草稿。发送 /plan 看看现在的建议。
error-proposal-withdrawn = { $period }的建议已经撤回，你现在的目标不变。
error-counter-same = 这就是建议的数。请至少改一个，或者直接点“同意”。
error-counter-above-team = 全队的{ plan-metric-word }一共才 { $total }，一个人不能更多。请填小一点。
error-counter-settled = { $name } 已经同意，或者这件事已经处理过了。发送 /plan 商定 查看情况。
error-agreement-none = 这份草稿还没有征求过意见。请在草稿下点“征求团队意见”，或发送 /plan 提议。
error-plan-agreed-more = 和大家商定的{ plan-metric-word }一共 { $agreed }，比全队的 { $total } 多 { $gap }。请把全队目标定为 { $agreed } 或更多；不想保留商定的数，就在 /plan edit 里把“{ plan-field-split }”换一种，全部重新分配。如果是有人刚提的数，也可以坚持原来的数。
error-plan-agreed-less = 每个人的{ plan-metric-word }都商定了，一共 { $agreed }，比全队的 { $total } 少 { $gap }，这部分没有人承担。要按 { $total } 重新分配，请在 /plan edit 里把“{ plan-field-split }”换一种：商定的数作废，可以再征求一次意见。不想重新分，就把全队目标定为 { $agreed }。如果是有人刚提的数，也可以坚持原来的数。
