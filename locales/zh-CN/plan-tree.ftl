tree-by-business = 业务
tree-by-size = 客户规模
tree-by-product = 产品
tree-by-region = 区域
tree-by-team = 团队
tree-by-person = 人员

tree-by = 按{ $by }：
tree-node = { $indent }{ $name }：{ $value } · { $how }
tree-node-deals = { $indent }{ $name }：{ $value }，{ $deals } 单 · { $how }
tree-how-share = { $share }
tree-how-share-deal = { $share }，每单 { $deal }
tree-how-amount = 指定数额
tree-how-amount-deal = 指定数额，每单 { $deal }
tree-how-history = 按上期完成（{ $history }）
tree-how-history-deal = 按上期完成（{ $history }），每单 { $deal }
tree-how-rest = 分担其余部分
tree-how-rest-deal = 分担其余部分，每单 { $deal }
tree-how-pinned = 📌 手动指定（{ $reason }），按规则是 { $computed }
tree-more = 还有 { $count } 项，点“拆分”看全部。
tree-deals = 合计 { $deals } 单。
tree-unassigned = 没有落到个人的部分，按目标本来的分法分配。

tree-title = { $period }{ $metric }的拆分
tree-whole = 总目标：{ $amount }
tree-none = 还没有拆分。可以按业务、客户规模、产品、区域、团队或人员逐层拆下去。
tree-note = 各部分加起来永远等于上一层。📌 是手动指定的值，差额由同一层的其他部分分担。
tree-button-all = 拆分
tree-button-show = { $metric }的拆分
tree-button-new = 拆分{ $metric }
tree-button-level = 改“{ $name }”的分法
tree-button-level-top = 改最上层的分法
tree-button-deeper = 往下再拆
tree-button-pin = 手动指定
tree-button-unpin = 撤销指定
tree-button-draft = 看草稿

tree-form-title = 拆分目标
tree-form-submit = 看看结果
tree-field-where = 拆分哪一部分
tree-where-whole = 总目标（{ $amount }）
tree-where-node = { $path }（{ $amount }）
tree-field-by = 按什么拆
tree-field-lines = 各部分
tree-hint-lines = 每行一项：“大客户 50% @50万”（占比，@ 后面是平均每单）、“华北 300万”、“华南”（分担其余部分）、“李娜 上期 120万”（按上期完成的比例）。
tree-hint-people = 按人员拆时可以不填：所有销售按上期完成的比例分。
tree-line = 看不懂这一行：“{ $line }”。请写名称，后面可以加占比、数额或平均每单，例如：大客户 50% @50万
tree-line-twice = { $name } 写了两次。
tree-lines-empty = 请至少写一项。
tree-deal-of-count = 只有金额才有平均每单，请去掉 @ 后面的内容。
tree-deal-of-nothing = 平均每单不能是零。

tree-pin-title = 手动指定
tree-field-node = 哪一部分
tree-field-value = 指定为
tree-hint-value = 留空表示恢复按规则计算。差额由同一层的其他部分分担。
tree-field-reason = 原因
tree-hint-reason = 会一直写在这个数旁边，谁问起来都看得到。
tree-reason-missing = 手动指定要写明原因。
tree-pinned-title = { $name }：手动指定为 { $value }
tree-unpinned-title = { $name }：恢复按规则计算
tree-pinned-text = 按规则是 { $computed }。原因：{ $reason }
tree-absorbed = 因此变化的有：
tree-change = { $indent }{ $name }：{ $before } → { $after }
tree-no-change = 其他部分都不变。
tree-pinned-note = 这是草稿：还没有通知任何人，发布之后才生效。

plan-file-not-a-dimension = 拆分只能按 business（业务）、size（客户规模）、product（产品）、region（区域）、team（团队）或 person（人员）。
plan-file-no-parts = 每一层至少要有一项。
plan-file-part-twice = 同一层里“{ $name }”写了两次。
plan-file-two-rules = 占比、数额、上期完成只能写一个。
plan-file-not-a-share = 占比请写成 40% 或 1/3，大于零，最多 100%。
plan-file-deal-of-a-count = 只有金额才有平均每单。
plan-file-deal-of-nothing = 平均每单不能是零。
plan-file-pin-without-reason = 手动指定（pin）要写明原因（reason）。
plan-file-reason-without-pin = 这里写了原因，却没有手动指定的值（pin）。
plan-file-tree-shares-not-whole = { $name ->
    [none] 总目标
   *[other] “{ $name }”
  }各部分加起来是 { $fixed }，不到 { $whole }，剩下的没有人分担。
plan-file-tree-shares-over = { $name ->
    [none] 总目标
   *[other] “{ $name }”
  }各部分加起来是 { $fixed }，超过了 { $whole }。
plan-file-tree-pins-over = 手动指定的加起来是 { $fixed }（{ $names }），超过了{ $name ->
    [none] 总目标
   *[other] “{ $name }”
  }的 { $whole }。
plan-file-tree-pins-short = 每一项都手动指定了（{ $names }），加起来只有 { $fixed }，不到 { $whole }。请留一项来分担其余部分。
plan-file-tree-nothing-open = { $whole } 里手动指定以外的部分没有人分担：{ $names } 的占比是零。

error-tree-shares-not-whole = { $level ->
    [top] 总目标
   *[under] “{ $name }”
  }各部分加起来是 { $fixed }，离 { $whole } 还差 { $gap }。请提高占比，或者加一项不写占比的来分担其余部分。
error-tree-shares-over = { $level ->
    [top] 总目标
   *[under] “{ $name }”
  }各部分加起来是 { $fixed }，比 { $whole } 多了 { $gap }。请调低占比或数额。
error-tree-pins-over = 手动指定的加起来是 { $fixed }（{ $names }），而{ $level ->
    [top] 总目标
   *[under] “{ $name }”
  }只有 { $whole }，其他部分会变成负数（差 { $gap }）。请调低指定的值，或者提高上一层。
error-tree-pins-short = { $level ->
    [top] 总目标
   *[under] “{ $name }”
  }的每一项都手动指定了（{ $names }），加起来是 { $fixed }，离 { $whole } 还差 { $gap }，没有人分担。请留一项不指定。
error-tree-nothing-open = { $whole } 里还剩 { $gap }，但 { $names } 的占比是零，分担不了。请给出占比，或者改一下手动指定的值。
error-tree-node-gone = 这一部分已经不在目标里了。发送 /plan tree 再看一下拆分。
error-tree-target-gone = 这个指标已经不在目标里了。发送 /plan 看看现在执行的是哪一版。
error-tree-none = 还没有可以拆分的目标。发送 /plan new 制定一个。

target-column-part = 分期
target-column-done = 完成
target-column-target = 目标
target-column-attained = %
target-part = { $period }
target-tree = { $metric }的拆分
target-tree-part = { $metric }的拆分（按{ $period }目标的比例）
target-tree-untold = 没有进度条的部分暂时无法单独统计：完成情况按人记录。
target-node = { $indent }{ $name }
target-node-pinned = { $indent }{ $name } 📌

why-quarter = 其中{ $quarter } { $amount }，为各月之和
why-week = { $period }各工作日合计 { $amount }
why-agreed = 双方商定：{ $amount }
why-agreed-because = 双方商定：{ $amount }（{ $reason }）
why-stands = 目前为 { $part }：包含入职离职、后来的调整和其他分摊
why-step-share = { $name }：{ $above } 的 { $share } = { $value }
why-step-amount = { $name }：{ $above } 中指定 { $value }
why-step-history = { $name }：按上期完成 { $history }，分得 { $above } 中的 { $value }
why-step-rest = { $name }：分担其余部分，{ $above } 中的 { $value }
why-step-pinned = { $name }：📌 手动指定 { $value }（{ $reason }），按规则是 { $computed }
why-step-absorbed = { $name }：{ $above } 中的 { $value }，已分担同层手动指定的差额，按规则是 { $computed }
