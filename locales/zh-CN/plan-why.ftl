# 草稿里的数字怎么来的。
why-draft-button = 这些数怎么来的
why-draft-button-more = 后面 { $count } 人
why-draft-button-of = { $period }的数怎么来的
why-draft-title = { $period }草稿：这些数怎么来的
why-draft-first = { $by } { $on }起草。发布后是{ $period }的第 1 版。
why-draft-next = { $by } { $on }起草。发布后是{ $period }的第 { $version } 版。
why-draft-replaces = { $by } { $on }起草。发布后是第 { $version } 版，从{ $from }起代替{ $since }发布的第 { $earlier } 版。

why-draft-team = 草稿里填写的团队总数
why-draft-team-same = 草稿里填写的团队总数，和现在执行的一样
why-draft-team-before = 草稿里填写的团队总数；现在执行的是 { $before }
why-draft-need = 要完成{ $target }，按“{ $funnel }”漏斗需要：{ $need }
why-draft-begun = 这一期已经开始，全部落在{ $from }起的工作日上
why-draft-past = 其中 { $past } 在{ $from }之前已经定下，不再变动；其余 { $open } 排到{ $from }及以后

why-draft-over-time = 按时间
why-draft-by-all = 其余全部 { $open }
why-draft-by-working-days = { $open } × { $days } ÷ { $all } 个工作日
why-draft-by-season = { $open } × 淡旺季 { $percent }%
why-draft-by-season-learnt = { $open } × 去年淡旺季 { $percent }%
why-draft-by-phases = { $open } × { $phase ->
    [0] 突击
    [1] 深耕
   *[2] 冲刺
  }阶段 { $percent }%
why-draft-by-phases-left = { $open } × 剩余阶段占比 { $percent }%
why-draft-with-past = 之前的 { $past } + { $how }
why-draft-part = { $part }：{ $how } { $about ->
    [yes] ≈
   *[no] =
  } { $amount }
why-draft-part-whole = { $part }：{ $how } { $about ->
    [yes] ≈
   *[no] =
  } { $exact }，取整数 { $amount }
why-draft-part-kept = { $part }：{ $amount }，都在{ $from }之前，不再变动
why-draft-part-moved = { $part }：{ $amount }。单按规则：{ $how } { $about ->
    [yes] ≈
   *[no] =
  } { $exact }
why-draft-moved = 和规则的差别来自每个人自己的日子：入职、离职、请假或新人起步的，会多排到别的月份；整数也只能一个一个排。

why-draft-tree = 按拆分

why-draft-by-person = 按人
why-draft-left = 已商定的数字不变，其余的由其他人分。
why-draft-besides = 拆分里有 { $shared } 没有落到个人，按目标的分配方式来分。
why-draft-split-equal = 平均分配：{ $shared } ÷ { $all } = { $alike ->
    [yes] 每人
   *[no] 每份
  } { $each }
why-draft-split-weights = 按草稿的权重：{ $shared } ÷ { $all } = { $alike ->
    [yes] 每人
   *[no] 每份
  } { $each }
why-draft-parts = { $name }：{ $parts } 份 = { $amount }
why-draft-agreed = { $name }：{ $amount }，双方商定
why-draft-agreed-because = { $name }：{ $amount }，双方商定（{ $reason }）
why-draft-from-tree = { $name }：拆分得 { $named } + 未落到个人的 { $besides } = { $amount }
why-draft-beside-tree = { $name }：未落到个人的部分分得 { $amount }
why-draft-counts = { $name }只按 { $share } 计：{ $reasons }
why-draft-joins = { $on }加入
why-draft-leaves = { $on }后离开
why-draft-away = 请假 { $days } 个工作日
why-draft-ramp = 起步阶段逐月 { $steps }
why-draft-kept = { $name }：按规则 { $byRule }，算上{ $from }之前已定的，共 { $total }
why-draft-past-only = { $name }：{ $total }，都在{ $from }之前，不再变动
why-draft-raised = 每个人先取整数部分，剩下的按小数部分从大到小每人加 1：{ $names }。
why-draft-raised-many = 每个人先取整数部分，剩下的按小数部分从大到小分给 { $count } 个人，每人加 1。
why-draft-raised-cents = 除不尽的零头按小数部分从大到小分，合计分毫不差。

why-draft-day = 一天的数：{ $on }
why-draft-day-month = 每个人的数，分到{ $month }各工作日：
why-draft-day-share = 每个人的数按上面的比例分到{ $month }，再分到当月各工作日：
why-draft-day-left = 每个人{ $month }剩下的数，分到剩下的工作日：
why-draft-day-whole = 只能做整数：每个人错开排在不同的日子，全队合计比较均匀。
why-draft-day-even = { $name }：{ $amount } ÷ { $days } 天 = { $day }
why-draft-day-laid-out = { $name }：{ $days } 天共 { $amount }，这天 { $day }
why-draft-day-off = { $name }：{ $days } 天共 { $amount }，这天不上班

# 给成员：征求意见的数字怎么来的。
why-proposed-title = 建议给你的{ $period }目标：这些数怎么来的
why-proposed-team = 草稿里团队总数 { $amount }
