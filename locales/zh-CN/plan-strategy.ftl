# 目标之外的内容：靠什么完成、漏斗、市场、战略重点；以及把愿望变成目标。
plan-button-refine = 细化…
plan-button-carrier = 靠什么完成
plan-button-funnel = 漏斗
plan-button-market = 市场
plan-button-focus = 战略重点
plan-button-process = 补上过程目标
plan-button-set = 定 { $amount }
plan-button-share-out = 重分{ $metric }
plan-button-leave-out = 不分给{ $names }

refine-title = 细化{ $period }的目标草稿
refine-tree = 拆分：按业务线、客户规模、产品、区域或人员一层层往下分，其中任何一项都可以手动指定。
refine-time = 阶段、淡旺季、周安排：任务落在季度、全年、一周里的什么时候；新人怎么逐步上量；请假的量由谁分担。
refine-actions = 关键动作：做什么、多久一次，例如每月2次展会。
refine-funnel = 漏斗：从目标倒推需要多少拜访和线索，什么时候要到位。
refine-market = 市场：市场有多大、我们占多少，给目标一个参照。
refine-focus = 战略重点：今年主攻哪些区域、产品或行业。
refine-note = 这些都可以不填，不影响发布。

carrier-form-title = 靠什么完成

funnel-form-title = 漏斗
funnel-form-intro = 从第一次接触到成果。我来倒推每一步需要多少、什么时候到位，也能正推最终能完成多少。
funnel-default-name = 新客开发
funnel-field-name = 打法
funnel-field-target = 通向
funnel-field-stages = 各阶段
funnel-span-months = { $count }个月
funnel-span-weeks = { $count }周
funnel-span-days = { $count }天
funnel-hint-stages = 每行一个，从第一次接触写起：名称、转化率、要多久。例如“线索 40% 2周”。? 表示按团队自己的数据学，~40% 表示有数据前先这样假设，“签单 5万”是每单金额，“原始线索 (线索)”可以另起名字。
funnel-field-share = 占目标的多少
funnel-hint-share = 这种打法承担目标的多少；只有一种就是 100%。
funnel-line = 看不懂这一行：“{ $line }”。请写名称、转化率和时间，例如：线索 40% 2周
funnel-list-title = 这份目标的漏斗
funnel-list-line = { $name }：{ $stages } 步到{ $target }
funnel-list-note = 改动会存成草稿。
funnel-button-change = 改“{ $name }”
funnel-button-new = 加一个漏斗
funnel-button-drop = 去掉“{ $name }”

market-form-title = 市场
market-form-intro = 用来和目标对照。
market-form-intro-set = 用来和目标对照。不需要就把规模留空。
market-field-size = 一年的市场规模
market-field-share = 现在的份额
market-field-wanted = 想要的份额
market-hint-size = 按 { $currency } 计，怎么说就怎么填：1亿。

focus-form-title = 战略重点
focus-field-focuses = 今年主攻什么
focus-hint-focuses = 每行一个重点和应占的精力，前面可以加区域、产品或行业。例如“行业：医疗 60%”。
focus-field-tags = 每个目标对应什么
focus-hint-tags = “销售额：医疗”表示全部，也可以分开写：“销售额：医疗 60%、教育 20%”。剩下的算战略之外。
focus-kind-region = 区域
focus-kind-product = 产品
focus-kind-industry = 行业
focus-line = 看不懂这一行：“{ $line }”。请写名称和占比，例如：医疗 60%
focus-tag-line = 看不懂这一行：“{ $line }”。请写指标和对应的重点，例如：销售额：医疗 60%、教育 20%

input-share = 请填百分比，例如 40%。

wish-target-title = { $period }的目标
wish-per-week = 每周 { $amount }
wish-target-note = 下一步选谁来承担。现在不会发布。
wish-button-go = 下一步
wish-vague-title = 你指的是哪一个？
wish-vague-text = 这样写，到了周五谁也说不清算不算完成。按你们自己的数据，{ $period }可以定成：
wish-vague-new-team = 这样写，到了周五谁也说不清算不算完成。历史数据还不满三个整月，先按人数来，{ $period }可以定成：
wish-choice = { $place }. { $target }
wish-new-customers = { $target }。照现在的节奏是 { $usual } 个。
wish-new-customers-first = { $target }
wish-new-customers-uncounted = { $target }。新客户还没有记录过，先按每人每月 1 个算。
wish-repeat-revenue = 老客户：销售额 { $amount }，比照现在的节奏多 { $more }，也就是多做 { $orders } 单，每单 { $size }
wish-repeat-deals = 老客户：{ $target }。照现在的节奏是 { $usual } 单。
wish-repeat-deals-first = 老客户：{ $target }
wish-repeat-deals-uncounted = 老客户：{ $target }。签单还没有记录过，先按每人每月 1 单算。
wish-deal-size = 还是 { $deals } 单，客单价从 { $from } 提到 { $to }，销售额做到 { $amount }
wish-visits = 先做到拜访 { $amount } 次，每周 { $weekly } 次
wish-vague-note = 点一个会打开填好的表，可以再改。现在不会发布。
wish-button = { $place }. { $target }

# 目标文件里的问题。
plan-file-not-a-rate = 这里要写大于 0、不超过 100% 的比例，例如 62.5%。
plan-file-not-a-cycle = 这里要写一段时间，例如 14天、2周、2个月。
plan-file-not-a-carrier = carrier 只能写 new（新客户）、repeat（复购）或 deal-size（客单价）。
plan-file-not-a-focus-kind = kind 只能写 region（区域）、product（产品）或 industry（行业）。
plan-file-not-a-focus = 这里要写战略重点的名称，或者名称加占比的列表。
plan-file-no-stages = 漏斗至少要有一个阶段。
plan-file-no-funnels = 这里没有漏斗，请去掉 funnels。
plan-file-no-focuses = 这里没有写重点，请去掉。
plan-file-funnel-without-target = 这个漏斗通向{ $metric }，但目标里没有它。
plan-file-funnel-twice = 有两个漏斗都叫“{ $words }”。
plan-file-stage-unnamed = 每个阶段要有名称或指标。
plan-file-stage-twice = { $metric }在这个漏斗里出现了两次。
plan-file-stage-unit = { $metric }不能放在这里：数量和金额之间要有每单金额。
plan-file-rate-twice = rate、assume、size 只能写一个。
plan-file-rate-missing = 没有指标统计的阶段要写转化率。
plan-file-rate-into-money = 数量变成金额要写每单金额（size），例如 5万，不能写转化率。
plan-file-size-of-a-count = 只有变成金额的那一步才有每单金额。
plan-file-shares-over-whole = { $metric }的几个漏斗加起来超过了 100%。
plan-file-market-without-money = 要有金额目标才能和市场对照。
plan-file-focus-twice = 战略重点“{ $words }”写了两次。
plan-file-focus-over-whole = 占比加起来超过了 100%。
