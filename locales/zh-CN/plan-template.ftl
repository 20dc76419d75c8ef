# 按行业模板制定新目标。
plan-button-template = 从模板开始
template-form-title = 用模板制定目标
template-form-intro = 填一个数就够了。我据此起草整份目标，发布前不会通知任何人，每一项都可以改。
template-line = { $name }：{ $what }
template-name-saas = SaaS
template-name-distribution = 经销
template-name-retail = 零售
template-name-services = 服务
template-what-saas = 线索、拜访、方案；新签、续约、升级；业绩越到季末越多
template-what-distribution = 拜访和谈判；以老客户复购为主；管回款
template-what-retail = 进店和成单；年底是旺季
template-what-services = 线索、拜访、方案；老客户延续项目；管回款；夏天较淡
template-field = 模板
template-hint = 选了模板，就起草整份目标：下面的数是团队的销售额，线索、拜访等由它倒推。
template-none = 不用模板
template-field-amount = 这段时间的团队销售额

template-funnel-saas = 订阅
template-funnel-distribution = 订货
template-funnel-retail = 门店销售
template-funnel-services = 项目
template-part-new = 新客户
template-part-repeat = 老客户复购
template-part-upgrades = 升级
template-part-promotions = 促销活动

template-why = “{ $name }”模板的依据
template-why-deal = 平均单价：按每人一年 { $deals } 单完成销售额来算。
template-why-funnel = 漏斗：{ $steps }。先按此假设，等有了团队自己的数据再以数据为准；每个环节的目标正好够完成销售额。
template-step = { $from }有 { $share } 转为{ $to }
template-why-parts = 销售额构成：{ $parts }。
template-share = { $name } { $share }
template-why-collected = 回款：销售额的 { $share } 当期收回，其余以后到账。
template-why-phases = 季度：三个月各占 { $phases }（%），越到季末成交越多；前面各环节按走到成交所需的时间提前到位。
template-why-season-retail = 淡旺季：11、12 月共占全年 21%，2 月和 7 月最少。
template-why-season-services = 淡旺季：2、7、8 月是淡季，各占全年 7%。
template-why-rhythm = 月内节奏：1–10 日、11–20 日、21 日以后，金额各占 { $rhythm }（%）。
template-why-note = 草稿已保存。可以现在用下面的按钮改，也可以以后再改。

template-metric = 模板的数是销售额。这里请选销售额，或者选“不用模板”。
error-template-draft-waits = { $period }已有一份草稿。请先发布或删除它（/plan draft），或者换一个时间段。
error-template-nothing = 用模板时，销售额要大于 0。
