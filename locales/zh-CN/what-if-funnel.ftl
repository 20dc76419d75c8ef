what-if-change-step-rate = { $stage }转化率 { $value }
what-if-change-step-size = { $stage }平均每个 { $value }
what-if-funnel = 需要做到（{ $funnel }）：
what-if-need = { $stage }：{ $before } → { $after }，{ $due }：{ $step }
what-if-need-same = { $stage }：{ $after } 不变，{ $due }：{ $step }
what-if-kind-step = 漏斗的某个阶段：转化率或每单金额

error-what-if-no-step = 计划的漏斗里没有“{ $name }”这个阶段。可在计划的“漏斗”里查看。
error-what-if-which-step = 有几个漏斗都有这个阶段：{ $funnels }。请指明是哪一个，例如 /plan 试算 阶段 { $first } { plan-metric-word } { $value }。
error-what-if-step-value = 这个值不适合该阶段：直接变成金额的阶段填每单金额，如 8万；其他阶段填转化率，如 40%。
