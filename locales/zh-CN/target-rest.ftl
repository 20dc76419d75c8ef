# 还差的目标按计划漏斗倒推需要多少。
target-rest = 还差的部分需要：{ $stages }
target-rest-motion = 还差的部分需要（{ $motion }）：{ $stages }
target-rest-stage = { $stage } { $amount }
