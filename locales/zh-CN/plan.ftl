# 各处通用的指标名称。
metric-revenue = 销售额
metric-collected = 回款
metric-deals = 签单
metric-new-customers = 新客户
metric-visits = 拜访
metric-leads = 线索
metric-proposals = 方案
metric-follow-ups = 跟进
metric-negotiations = 谈判

# 报错时按指标代码取名称。
plan-metric-word = { $metric ->
    [revenue] { metric-revenue }
    [collected] { metric-collected }
    [deals] { metric-deals }
    [new-customers] { metric-new-customers }
    [visits] { metric-visits }
    [leads] { metric-leads }
    [proposals] { metric-proposals }
    [follow-ups] { metric-follow-ups }
    [negotiations] { metric-negotiations }
   *[other] { $metric }
  }

plan-title = “{ $team }”的目标
plan-published-by = { $period }{ $version ->
    [1] {""}
   *[other] {" "}· 第 { $version } 版
  }，{ $by } { $on }发布
plan-published-on = { $period }{ $version ->
    [1] {""}
   *[other] {" "}· 第 { $version } 版
  }，{ $on }发布
plan-is-over = { $period }已经结束，点“新目标”制定下一期。
plan-draft-waits = { $period }草稿（{ $version ->
    [1] {""}
   *[other] 第 { $version } 版，
  }{ $by }，{ $on }），还没发布
plan-joined = { $names }还没有分到目标。
plan-comer = { $name }（{ $from }起）
plan-leaving = { $name }将在{ $on }之后离开，之后的日子还排着目标。由谁来完成？
plan-shifted = { $names }在团队的日期和发布时不一样了，请重新分配。
plan-left = { $names }已经离开，剩下的目标请重新分配。
plan-none-title = “{ $team }”还没有目标
plan-none-manager = 填一张很短的表，就能定下第一个目标。我会拆到每个人、每个工作日，发布之前只有你看得到。
plan-none-member = 经理发布以后，发送 /target 就能看到你自己的目标。

plan-target = { $metric }：{ $amount }
plan-target-changed = { $metric }：{ $amount }（原为 { $before }）
plan-target-dropped = { $metric }：不再考核（原为 { $before }）
plan-part = { $period }：{ $amount }
plan-tiers = 保底（80%）{ $base } · 突破（120%）{ $breakthrough }
plan-amount = { $amount }
plan-column-name = 姓名
plan-column-total = 合计
plan-column-day = { $on }

plan-button-new = 新目标
plan-button-import = 导入
plan-button-show = 查看目标
plan-button-draft = { $period }草稿
plan-button-edit = 修改
plan-button-edit-of = 修改{ $period }
plan-button-recall = 撤回
plan-button-draft-anew = 改成草稿再修改
plan-button-recall-of = 撤回{ $period }
plan-button-export = 导出
plan-button-export-of = 导出{ $period }
plan-button-publish = 发布
plan-button-add = 再加一个指标
plan-button-renew = 重新分配
plan-button-discard = 删除草稿
plan-button-change = 改{ $metric }
plan-button-drop = 去掉{ $metric }

plan-draft-title = { $period }目标草稿{ $version ->
    [1] {""}
   *[other] {" "}· 第 { $version } 版
  }
plan-preview-title = { $period }目标
plan-preview-note = 现在还没有通知任何人。发布后会在群里公布，并私信告诉目标有变化的 { $changes } 个人。
plan-preview-no-change = 发布后，没有人的目标会变。
plan-replaces = 从{ $from }起代替现在执行的目标，之前的日子不变。
plan-has-begun = 这一期已经开始，全部目标会落在{ $from }起的工作日上。
plan-holidays-unsure = { $years }年的放假安排还没有公布：目前只扣除法定节假日，没有算调休。公布后请用 /plan 修改 重新发布一次。
plan-dated-name = { $name }（{ $on }）
plan-coming = 中途加入（第一天）：{ $names }。
plan-going = 中途离开（最后一天）：{ $names }。
plan-idle = 没有分到目标：{ $names }。
plan-excluded = { $names }在这一期没有可用的工作日，份额由其他人分担。
plan-publish-confirm = 确定发布吗？发布后马上生效，并通知相关的人。
plan-published-answer = 已发布：{ $period }目标{ $version ->
    [1] {""}
   *[other] ，第 { $version } 版
  }。正在通知团队和目标有变化的人。
plan-discarded-answer = { $period }的草稿已删除，大家的目标没有变。

plan-edit-title = 修改{ $period }目标
plan-edit-text = 改动先存成草稿。草稿发布之前，仍按已发布的目标执行。

plan-recall-title = 撤回目标
plan-recall-text = 撤回后，从今天起不再有目标，或者恢复上一版的目标；今天以前的日子不变。
plan-recall-confirm = 确定撤回{ $period }的目标吗？从今天起不再执行，并通知所有人。
plan-recalled-answer = 已撤回：{ $period }目标{ $version ->
    [1] {""}
   *[other] ，第 { $version } 版
  }。从今天起不再执行，之前的日子不变。
plan-restored-answer = 已撤回：{ $period }目标，第 { $version } 版。从今天起恢复执行第 { $earlier } 版。

plan-export-title = 导出{ $period }目标
plan-export-xlsx = 表格：每个人各月的数字，目标值与合计由公式自动计算。
plan-export-yaml = YAML：整份目标和全部规则，便于存档和对比。
plan-export-note = 文件会发到我们的私聊。可随意修改，再用 /plan import 导回。
plan-export-choice = 导出哪一份目标？
plan-button-xlsx = 表格（.xlsx）
plan-button-yaml = YAML（.yaml）
plan-file-coming = { $name } 会发到我们的私聊。
plan-file-published = “{ $team }”的{ $period }目标
plan-file-draft = “{ $team }”的{ $period }目标（未发布）
plan-file-back-xlsx = 直接修改各月数字，目标值与合计会随之更新。改好后用 /plan import 导回，先看到草稿再发布。
plan-file-back-yaml = 改好后用 /plan import 导回，先看到草稿再发布。

plan-history-title = “{ $team }”的目标记录
plan-history-line = { $period }{ $version ->
    [0] {""}
   *[other] {" "}第 { $version } 版
  } · { $state } · { $by }，{ $on }
plan-history-more = 还有 { $count } 条更早的记录。
plan-history-redrafts = { $period } · { $count ->
    [1] 早前的草稿
   *[other] 早前的 { $count } 份草稿
  }，{ $became } · { $by }，{ $on }
plan-became-draft = 已被现在待发布的草稿代替
plan-became-published = 改好后作为第 { $version } 版发布
plan-became-discarded = 改过，后来删除了
plan-button-older = 更早的
plan-history-none = 还没有目标。发送 /plan new 制定一个。
plan-state-draft = 草稿
plan-state-published = 已发布
plan-state-superseded = 已被新版代替
plan-state-recalled = 已撤回
plan-state-discarded = 草稿，已删除

plan-form-title = 团队目标
plan-form-submit = 看看拆分结果
plan-form-saved = 已记入草稿：{ $metric } { $amount }。草稿里现有 { $count } 个目标。
plan-field-metric = 考核什么
plan-field-period = 哪一期
plan-period-option = { $period }
plan-field-amount = 全队目标
plan-hint-amount = 怎么说就怎么填：100万、1.5亿、1,200,000 都行。金额按 { $currency } 计。
plan-field-split = 怎么分
plan-split-equal = 销售平均分
plan-split-weights = 按下面的权重分
plan-field-weights = 权重
plan-hint-weights = 每行一个姓名和权重：2 承担的是 1 的两倍，写 0 或不写的人不分。改了这里，就按权重分。
plan-field-next = 接下来
plan-next-draft = 看草稿和发布前检查
plan-next-another = 继续添加下一个目标
plan-field-rhythm = 月内节奏
plan-hint-rhythm = 每月目标按上旬（1–10 日）、中旬（11–20 日）、下旬（21 日起）怎么分。
plan-rhythm-even = 每个工作日一样多
plan-rhythm-spans = { $spans }（%）

plan-amount-not-a-number = 看不懂这个数。请填成 100万、1.5亿 或 1,200,000 这样。
plan-amount-negative = 目标不能小于零。
plan-amount-too-precise = 太细了：数量要填整数，金额最多到分。如果小数点是想分隔千位，请填 1,200 或 1.2千。
plan-amount-too-large = 数太大了，是不是多打了几个零？
plan-weights-line = 看不懂这一行：“{ $line }”。请写姓名加数字，例如：李娜 2
plan-weights-empty = 没有人的权重大于 0，请至少给一个人填上权重。

plan-import-form = 导入目标
plan-import-submit = 检查
plan-import-intro = 导入不会直接发布，会先给你看草稿。
plan-field-file = 上传文件
plan-hint-file = 支持 Excel（.xlsx）、CSV 和 YAML。表格要有“周期、指标、目标”三列，也可以加“姓名、权重、币种”。
plan-field-text = 或者直接粘贴
plan-hint-text = 从表格里复制过来，或者粘贴导出的 YAML。
plan-import-neither = 请上传一个文件，或者把目标粘贴在这里。
plan-import-both = 文件和粘贴的内容只能留一个，不然我不知道以哪个为准。
plan-import-grid = 每个人的目标是本人各月之和；月份节奏按团队算：各月合计就是大家共同的淡旺季。
plan-import-title = 这份目标读不了
plan-import-nothing = 什么都没有保存。改好下面这些再导入一次。
plan-import-line = 第 { $line } 行：{ $mistake }
plan-import-cell = 第 { $line } 行“{ $column }”：{ $mistake }
plan-import-more = ……还有 { $count } 处。
plan-lines = { $first }
    { $rest }

plan-file-missing = 这里缺少“{ $field }”。
plan-file-empty-cell = 这里没有填。
plan-cell-not-a-number = 看不懂“{ $words }”这个数。请写成 100万、1.5亿 或 1200000；别的币种的符号不行。
plan-cell-decimal-comma = “{ $words }”的逗号和小数点写反了：逗号分千位，小数点后面是角分。请写成 { $written }。
plan-file-not-a-number = 看不懂这个数。请写成 100万、1.5亿 或 1200000。
plan-file-not-a-whole-number = 这里要写整数，例如 30。
plan-file-negative = 目标不能小于零。
plan-file-too-precise = 太细了：数量要写整数，金额最多到分。如果小数点是想分隔千位，请写 1,200 或 1200。
plan-file-too-large = 数太大了。
plan-file-too-many = 一份目标里放不下这么多。
plan-file-too-long = 太长了。
plan-file-not-a-weight = 权重要写大于零的数，例如 2 或 0.5。
plan-file-not-a-name = 这不像是姓名。
plan-file-not-a-split = 分法要写 equal（平均分），或者列出成员和权重。
plan-file-not-a-hundred = 这三部分加起来要等于 100。
plan-file-nobody = 没有写分给谁。
plan-file-no-targets = 里面没有目标。
plan-file-no-weight = 至少要有一个月的权重大于零。
plan-file-unknown-version = 我只认识第 1 版的目标文件。
plan-file-unknown-period = 没有“{ $words }”这样的周期。请写成 2026、2026-Q2 或 2026-05。
plan-file-unknown-metric = 不认识指标“{ $words }”。可以用：销售额、回款、签单、新客户、拜访、线索、方案、跟进、谈判。
plan-file-unknown-currency = 没有这个币种。请写三个大写字母，例如 CNY、USD。
plan-file-currency-missing = 金额要写币种。
plan-file-currency-of-a-count = 数量没有币种，请去掉。
plan-file-not-a-month = 财年的起始月要写 1 到 12。
plan-file-member-twice = { $member } 在同一个目标里写了两次。
plan-file-member-missing = 这个指标每一行都要写姓名，或者只写一行。
plan-file-metric-twice = { $metric }写了两次。
plan-file-month-outside-period = { $month } 不在这一期里。
plan-file-month-missing = 按月分配时还缺 { $month } 的权重，没有任务就写 0。
plan-file-weight-missing = 这个指标要么每一行都写权重，要么都不写。
plan-file-amount-differs = 写了权重，目标值就是全队的，每一行要一样。
plan-file-period-differs = 一个文件只能是一期：这里写 { $period }，前面写 { $first }。
plan-file-header-missing = 找不到表头。请在数据上面写一行列名：周期、指标、目标，需要时再加姓名、权重、币种。
plan-file-rows-missing = 表头下面没有内容。
plan-file-unknown-column = 不认识这些列：{ $column }。可以用：周期、指标、目标、姓名、权重、币种，其他的请删掉。
plan-file-column-unnamed = { $column } 列有内容，但没有列名。请补上列名，或者清空这一列。
plan-file-column-twice = “{ $column }”这一列重复了。
plan-file-column-missing = 缺少“{ $column ->
    [period] 周期
    [metric] 指标
    [amount] 目标
   *[other] { $column }
  }”这一列。
plan-file-unrecognized-keys = 不认识“{ $keys }”。
plan-file-yaml-duplicate-key = 这一项写了两次。
plan-file-oversized = 文件太大了，最大 { $maximum } MB。目标表用不了这么多，请只保存这一张工作表。
plan-file-blank = 这个文件是空的。
plan-file-old-excel = 这是旧版 Excel 文件（.xls）。请打开后另存为 .xlsx。
plan-file-encrypted = 这个工作簿设了密码。请去掉密码再发一次。
plan-file-foreign = 读不了这种文件。请另存为 Excel 工作簿（.xlsx）或 CSV。
plan-file-damaged = 这个工作簿已损坏。请打开后重新另存为 .xlsx 再发一次。
plan-file-inflated = 这个工作簿的内容远远超过一份目标。请把目标那几行复制到新工作簿里。
plan-file-other = 这里读不了，请对照 /plan export 导出的格式。

plan-published-title = { $period }目标发布了
plan-published-text = { $by } 发布了{ $version ->
    [1] 这份目标
   *[other] 第 { $version } 版
  }，全队目标：
plan-published-note = 发送 /target 看每天要做多少。
plan-restored-title = { $period }目标恢复为第 { $version } 版
plan-restored-text = { $by } 撤回了第 { $recalled } 版，从今天起恢复执行第 { $version } 版。全队目标：
plan-recalled-title = { $period }目标撤回了
plan-recalled-text = { $by } 撤回了{ $version ->
    [1] 这份目标
   *[other] 第 { $version } 版
  }。从今天起不再执行，之前的日子不变。

target-changed-title = 你的{ $period }目标
target-changed-first = { $by } 发布了团队目标，你的部分是：
target-changed-recalled = { $by } 撤回了团队目标，你的变化如下：
target-changed-text = { $by } 调整了团队目标，你的变化如下：
target-changed-new = { $metric }：{ $after }（新增）
target-changed-amount = { $metric }：{ $before } → { $after }
target-changed-days = { $metric }：总数 { $after } 不变，每天的安排有调整
target-changed-gone = { $metric }：从现在起没有目标（原为 { $before }）
target-changed-note = 已经过去的日子不变。发送 /target 看每天要做多少。

error-plan-usage = 没看懂。可以试试：/plan、/plan 新建、/plan 修改、/plan 草稿、/plan 提议、/plan 窗口、/plan 导入、/plan 撤回、/plan 拆分、/plan 节奏、/plan 关键动作、/plan 试算、/plan 导出、/plan 历史。
error-plan-none = “{ $team }”现在没有执行中的目标。发送 /plan new 制定一个。
error-plan-no-draft = “{ $team }”没有待发布的草稿。发送 /plan new 新建一个。
error-plan-export-format = 没有“{ $words }”这种格式。可以导出两种：/plan 导出 表格（.xlsx），或 /plan 导出 yaml（整份目标的文本）。
error-plan-export-past = 这一版目标已经不再执行，没有可以列成表格的数字。/plan 导出 可导出现在执行的目标；这一版仍可导出 YAML。
error-plan-gone = 这份目标已经不在了。发送 /plan 看看现在执行的是哪一版。
error-plan-not-draft = 这份草稿后来又改过或者删除了。发送 /plan 查看最新的草稿。
error-plan-published-already = 这份目标已经发布了。发送 /plan 可以查看、修改或撤回。
error-plan-not-published = 这份目标没有在执行，不需要撤回。发送 /plan 看看现在执行的是哪一版。
error-plan-period = 目标要按年、季度或月来定，例如 2026、2026-Q2、2026-05。
error-plan-period-over = { $period }已经结束，目标不能再改。请选后面的时间。
error-plan-months = 这个团队的财年从 { $month } 月开始，文件里的月份不在这一期。请在文件里写明 fiscalStartMonth，或者改成本团队财年的月份。
error-plan-two-currencies = { plan-metric-word }同时用了两个币种，请只选一个。
error-plan-currency-changed = { plan-metric-word }过去的日子是按 { $before } 发布的，这一期不能改用 { $after }。请等这一期结束后再换币种。
error-plan-overlaps = { plan-metric-word }已经在{ $period }的目标里，同一天只能有一个目标。请改那一份，或者先撤回。
error-plan-below-past = { $before }以前已经安排了 { $past } 的{ plan-metric-word }，不能再改。请不要低于这个数（你填的是 { $total }）。
error-plan-nobody = 没有人可以承担这个目标。请用 /team add @姓名 添加销售，或者给某个人填上权重。
error-plan-no-working-day = 承担{ plan-metric-word }的人在这一期已经没有工作日了。请选后面的时间，或者换人。
error-plan-unknown-member = 团队里没有叫 { $names } 的人。现有成员：{ $known }。请照这里的名字填写，或者先用 /team add @姓名 添加。
error-plan-name-twice = 团队里有不止一个人叫 { $names }。这个目标请选平均分，或者请其中一位改一下名字。
error-plan-member-repeated = 有人写了两次，每个人只写一行。
error-plan-spectator = { $names } 是观察员，不承担目标。请去掉，或者用 /team role @姓名 销售 调整角色。
error-plan-last-target = 这是唯一的指标，不能再去掉。可以删除草稿或者撤回目标。
