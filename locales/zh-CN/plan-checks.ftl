# 发布前的五项检查。
check-title = 发布前检查：稳妥 { $good }{ $bold ->
    [0] { "" }
   *[other] { " " }· 大胆 { $bold }
  }{ $improve ->
    [0] { "" }
   *[other] { " " }· 待完善 { $improve }
  }{ $blocked ->
    [0] { "" }
   *[other] { " " }· 不通过 { $blocked }
  }
check-verdict-good = ✓ { $check }：稳妥
check-verdict-bold = ▲ { $check }：{ $kind ->
    [aim] 大胆
   *[other] 待完善
  }
check-verdict-blocked = ✗ { $check }：不通过
check-mark-good = ✓
check-mark-bold = ▲
check-mark-blocked = ✗
check-name-specific = 具体
check-name-measurable = 可衡量
check-name-achievable = 可达成
check-name-relevant = 合战略
check-name-time-bound = 有期限

check-asked = { $metric } { $amount }
check-more = { $sign }{ $points }%
carrier-new = 新客户
carrier-repeat = 老客户复购
carrier-deal-size = 提高客单价

check-specific-named = { $targets }，由 { $owners } 人承担
check-specific-carried = { $target }（靠{ $carrier }）
check-specific-split = { $target }（{ $lines }）
check-result-customers = { $period ->
    [month] 每月
    [quarter] 每季度
   *[year] 每年
  } { $amount } 个新客户
check-result-deals = { $period ->
    [month] 每月
    [quarter] 每季度
   *[year] 每年
  }签单 { $amount } 单
check-specific-weekly = { $target } → 每周拜访高潜客户 { $visits } 次，其中 { $negotiations } 次进入谈判
check-specific-rest = { $target }，还差 { $left }，剩 { $weeks } 周
check-actions-steps = 拜访到谈判：{ $negotiated }；谈判到成交：{ $won }。
check-actions-whole-way = 拜访到成交：{ $won }。谈判的记录太少，无法据此推算，假设其中 { $rate }% 成交。
check-specific-carrier-unsaid = { $metrics }靠什么来完成还没说：新客户、老客户复购，还是提高客单价？
check-specific-carrier-contradicts = { $metric }不能靠{ $carrier }来完成。
check-specific-nothing = { $metric }的目标是零。
check-suggest-ask-or-drop = → 给{ $metric }填上目标，或者点“修改”把它去掉。
check-suggest-carrier = → 点“靠什么完成”，选一下就好。

check-funnel = { $motion }（{ $target }）：
check-need = { $stage } { $amount }（每周 { $weekly }，{ $due }）：{ $step }
check-need-left = { $stage } { $amount }（剩 { $weeks } 周，每周 { $weekly }，{ $due }）：{ $step }
check-need-rest = { $stage } { $amount }（其中 { $rest } 要在剩下的 { $weeks } 周完成，每周 { $weekly }，{ $due }）：{ $step }
check-due-month = { $month }到位
check-due-months = { $first }至{ $last }到位
check-rate-hand = 转化 { $rate }%（手填）
check-rate-assumption = 转化 { $rate }%（假设，还没有数据）
check-rate-history = 转化 { $rate }%（近六个月 { $tried } 个中 { $converted } 个，按假设的 { $assumed }% 修正{ $few ->
    [yes] ，样本少
   *[no] { "" }
  }）
check-size-hand = 每单 { $amount }（手填）
check-size-history = 每单 { $amount }（近六个月 { $deals } 单平均）
check-funnel-late = { $motion }：从{ $month }起就该到位的{ $stage }还差 { $amount }，相应的业绩会推迟。
check-funnel-ahead = { $motion }：这份目标开始之前，从{ $month }起就要有{ $stage } { $amount }。请提前动手，否则相应的业绩会推迟。
check-landing-plan = 按{ $process } { $has } 推算，预计完成 { $lands }，是{ $target } 的 { $share }%；要达标需要 { $needs }。
check-landing-pace = 按平时的节奏（{ $process } { $has }）推算，预计完成 { $lands }，是{ $target } 的 { $share }%；要达标需要 { $needs }。
check-funnel-size-unknown = { $motion }：没有填每单金额，也没有历史可以参考。
check-funnel-part = { $metric }有 { $share }% 没有漏斗支撑。
check-untied = { $metric }没有漏斗支撑，平时看不出能不能完成。
check-process-only = 每个指标都可以按天直接统计。
check-suggest-funnel = → 给{ $metric }加一个漏斗，我来倒推需要多少拜访和线索。
check-suggest-size = → 在漏斗里写上每单金额，例如：签单 5万
check-suggest-cover = → 给{ $metric }剩下的部分再加一个漏斗。
check-suggest-early = → 在这一期之前的目标里就把它定进去。
check-suggest-later = → 点“细化”里的“阶段、淡旺季、周安排”，把{ $metric }的这一部分放到后面的月份。
check-suggest-process = → 把需要的过程量也定成目标：{ $targets }。

check-history = { $target }：与按历史推算的 { $expected } 相比 { $more }
check-history-nothing = { $target }：按历史推算是零
check-history-why = { $months } 个月的历史：{ $parts }
check-level = 平时每月 { $amount }
check-trend = 趋势 { $more }
check-season = 季节 { $more }
check-best = 历史最好 { $amount }（{ $month }起）
check-done = 已完成 { $amount }
check-unreachable = 按团队做到过的水平，够不着。
check-ladder = 目标阶梯：{ $rungs }
check-rung = { $mark } { $tier }{ $amount }（{ $more }）
check-rung-bare = { $mark } { $tier }{ $amount }
check-tier-base = 保底（80%）
check-tier-stretch = 达标
check-tier-breakthrough = 突破（120%）
check-history-none = { $metrics }的历史数据不满三个整月，无法对比，先按填的数算。
check-member = { $name }（{ $amount }，按历史是 { $expected }）
check-members = { $metric }，对照个人历史偏大胆：{ $members }
check-rate-proposed = { $from } → { $to }：计划 { $proposed }%，近六个月 { $tried } 个中实际 { $seen }%，{ $sign }{ $points } 个百分点
check-market = 一年 { $size } 的市场，份额从 { $now }% 到 { $wanted }%：{ $sign }{ $points } 个百分点，一年 { $sign }{ $gain }
check-market-within = { $target } 相当于市场的 { $share }%；目标份额在这一期是 { $room }。
check-market-beyond = { $target } 相当于市场的 { $share }%，超过了目标份额（这一期 { $room }）。
check-market-over = { $target } 比整个市场还大（这一期 { $whole }）。
check-suggest-ladder = → { $metric }定 { $amount }，把 { $wish } 作为突破目标。
check-suggest-lower = → { $metric }最多定到 { $amount }，再高就够不着了。
check-suggest-within-share = → { $metric }定 { $amount }，正好是目标份额；或者把目标份额定高一些。
check-suggest-source = → 想清楚多出来的份额从哪里来：点“细化”里的“战略重点”，写上主攻的区域、产品或行业。
check-suggest-seen-rate = → { $from }到{ $to }先按近六个月的 { $seen }% 来定，等真的提高了再调。
check-suggest-look-again = → 等有了三个整月的数据，再用 /plan 修改 看一次。
check-suggest-share-out = → 给{ $name }少分一些{ $metric }。
check-suggest-market = → 点“细化”里的“市场”，填一下市场有多大，就有了参照。

check-focus = { $focus }：占 { $planned }%（期望 { $wanted }%）
check-off = 战略之外：{ $share }%（战略给其他方向留了 { $room }%）：{ $parts }
check-off-part = { $metric } { $share }%
check-off-none = 没有偏离战略的目标。
check-deals-open = 在谈商机（按金额）：{ $parts }；战略之外 { $off }%
check-deals-won = 本期赢单（按金额）：{ $parts }；战略之外 { $off }%
check-focus-unknown = 战略里没有{ $names }，只有{ $known }。
check-focus-none-known = 目标对应{ $names }，但这份目标和全年目标都没有写战略重点。
check-no-strategy = 还没有写战略重点，无法判断有没有偏离。
check-suggest-focus = → 点“细化”里的“战略重点”，写上主攻的区域、产品或行业。
check-suggest-tag = → 点“细化”里的“战略重点”，选一下{ $metric }对应哪一个。
check-suggest-shift = → 多往{ $focus }上放一些。
check-suggest-retag = → 把{ $focus }换成别的重点，或者加进战略里。

check-days = 全部落到工作日：{ $people } 人，每人 { $days } 天
check-days-between = 全部落到工作日：{ $people } 人，每人 { $fewest } 到 { $most } 天
check-dayless = { $names }分到了{ $metrics }，但这一期已经没有工作日。
check-dayless-equal = { $names }这一期没有工作日，份额由其他人分担。
check-too-few = { $target }：{ $names } 分不到。
check-suggest-check-leave = → 如果不是这样，请用 /leave 和 /team 更正请假或离开日期。
check-suggest-leave-out = → 不分给{ $names }，份额由其他人分担。
check-suggest-fewer-people = → { $metric }按权重分给少数几个人。

plan-preview-blocked = 现在还不能发布，请先改好标 ✗ 的地方。
plan-preview-blocked-admin = 标 ✗ 的地方拦住了发布。你是管理员，写明理由可以照样发布。
plan-preview-blocked-ask = 请先改好标 ✗ 的地方，或者请管理员写明理由后发布。
error-plan-blocked = “{ $check ->
    [specific] { check-name-specific }
    [measurable] { check-name-measurable }
    [achievable] { check-name-achievable }
    [relevant] { check-name-relevant }
   *[time-bound] { check-name-time-bound }
  }”这一项没有通过，目标还不能发布。发送 /plan 草稿 看看原因和办法。
