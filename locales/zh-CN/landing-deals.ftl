# 商机：预测的第二个来源。

landing-sources = 按业绩走势：{ $run }；按商机：{ $deals }（权重 { $share }）
landing-open-money = 在谈商机 { $count } 个，共 { $worth }，{ $end }前预计成交 { $expected }；新商机 { $fresh }
landing-open-count = 在谈商机 { $count } 个，{ $end }前预计赢下 { $expected } 个；新商机 { $fresh } 个
landing-few-closed = { $count ->
    [0] 还没有结束的商机可参考，所以暂不计入。
   *[other] 只有 { $count } 个结束的商机可参考，所以权重小。
  }
landing-part-deals = 商机 { $share }
landing-note-deals = 剩下的日子由两个来源各自预测，再加权，不会重复计算：一是业绩走势，二是商机（按阶段和谈了多久，算每个在期末前赢单的可能）。不看目标。同样的数字，结果永远一样。
