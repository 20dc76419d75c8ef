# 商机：登记、推进阶段，赢单输单及原因。

stage-lead = 线索
stage-needs = 需求
stage-proposal = 方案
stage-negotiation = 谈判

deal-title = 你在谈的商机
deal-title-of = { $name } · 在谈的商机
deal-found = 名称含“{ $words }”的商机
deal-none = 还没有在谈的商机。这样登记第一个：/deal 添加 华东机械 12万 方案
deal-none-found = 没有名称含“{ $words }”的商机。要登记就发送：/deal 添加 { $words }
deal-sum = 共 { $count } 个，合计 { $amount }
deal-count = 共 { $count } 个
deal-item = { $name }：{ $facts }
deal-facts = { $amount } · { $place } · { $opened }建立
deal-facts-owned = { $amount } · { $place } · { $opened }建立 · { $owner }
deal-facts-focus = { $facts } · 重点：{ $focus }
deal-no-amount = 金额未定
deal-in-stage = { $stage }（{ $since }起）
deal-won-on = { $on }赢单
deal-lost-on = { $on }输单
deal-note = 点商机就能推进。/deal 添加 华东机械 12万 方案 · /deal 华东
deal-more-words = 还有更多，请把名称写具体些。

deal-strategy = 在谈商机的金额按战略重点分布：
deal-strategy-focus = { $focus }：{ $share }%（精力应占 { $wanted }%）
deal-strategy-off = 战略之外：{ $share }%（战略留出 { $room }%）
deal-strategy-won = { $period }已赢单：{ $parts }；战略之外 { $off }%
deal-focus-part = { $focus } { $share }%

deal-button-add = 登记商机
deal-button-more = 更多
deal-button-hand-over = 移交在谈商机
deal-button-move = → { $stage }
deal-button-won = 赢单
deal-button-lost = 输单
deal-button-reopen = 重新打开，回到{ $stage }
deal-button-count = 计入业绩：1 单，{ $amount }
deal-button-count-one = 计入业绩：1 单

deal-added = 已登记：{ $name }
deal-moved = { $name } → { $place }
deal-won = 赢单：{ $name }
deal-lost = 输单：{ $name }
deal-corrected = 已更正：{ $name }
deal-undone = 已撤销，{ $name }回到{ $place }
deal-taken-back = 已撤回：{ $name }不再在列表里。
deal-handed-over = { $from }的 { $count } 个在谈商机已移交给{ $to }。
deal-handed-none = { $from }名下已经没有在谈的商机了。
deal-place-won = 赢单
deal-place-lost = 输单
deal-count-hint = 业绩以打卡和记数为准。还没记过的，在这里计入。
deal-counted = 已计入业绩：{ $name }

# 别人动了某人的商机时，告诉负责人。
deal-told-changed = { $by } 改了你的商机：{ $name }
deal-told-given = { $by } 把一个商机交给了你：{ $name }
deal-told-taken-back = { $by } 撤回了你的一个商机：{ $name }已不在你的列表里。
deal-told-change = { $what }：{ $before } → { $after }
deal-told-fact = { $what }：{ $value }

deal-told-handed-over = { $by }把{ $from }的 { $count } 个在谈商机交给了你。发送 /deal 查看。

deal-form-title = 登记商机
deal-form-submit = 登记
deal-edit-title = 更正商机
deal-edit-submit = 保存
deal-lost-title = 输单：怎么回事？
deal-lost-submit = 输单
deal-hand-over-title = 移交在谈商机
deal-hand-over-submit = 移交
deal-hand-over-intro = { $from }在谈的商机会全部交给你选的人，并私信告诉对方。已经赢单、输单的仍算{ $from }的。
deal-field-name = 客户或商机名称
deal-field-amount = 金额
deal-hint-amount = 赢单后值多少。还不知道就留空。
deal-field-stage = 阶段
deal-field-opened = 建立日期
deal-hint-opened = 第一次接触的日子。商机谈了多久，关系到赢单的可能。
deal-field-focus = 战略重点
deal-hint-focus = 对应目标里的哪个战略重点。
deal-focus-none = 无（战略之外）
deal-field-closed = 结束日期
deal-field-owner = 负责人
deal-field-reason = 为什么输了？
deal-hint-reason = 几个字就行：价格、时机、竞争对手……

error-deal-gone = 在你能看到的商机里没有这一个。发送 /deal 查看列表。
error-deal-focus = 目标里已经没有“{ $focus }”这个战略重点。请重新打开表单再选。
error-deal-usage = 请写上名称和已知的情况，例如：/deal 添加 华东机械 12万 方案
error-deal-amount = 看不懂“{ $words }”是多少钱。可以写成 120000、12万 或 1.2亿。
error-deal-name-long = 名称太长，最多 { $maximum } 个字。
error-deal-ahead = { $on }还没到。商机的建立和结束最晚是今天。
error-deal-order = 结束日期（{ $closed }）不能早于建立日期（{ $opened }）。
error-deal-owner = 商机只能归“{ $team }”里有目标的成员，请从中选择。
error-deal-not-won = { $name }已经不是赢单状态，没有可以计入的。
error-deal-moved-since = { $name }之后又动过，或已经撤销。发送 /deal 看现在的状态。
