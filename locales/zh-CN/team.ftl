welcome-title = 欢迎使用 Pacesetter
welcome-text = 我把团队的年度目标拆到每个人的每一天，就在这个群里。
welcome-step-team = 建团队：填一张很短的表。
welcome-step-plan = 定目标：我会拆到每个人、每个工作日。
welcome-step-day = 之后每天早上告诉大家今天要做什么，每周五自动复盘。

team-button-create = 创建团队
team-button-join = 加入
team-button-plan = 制定目标
team-button-settings = 团队设置
team-button-link = 关联其他平台

team-form-title = 创建团队
team-form-submit = 创建
team-field-name = 团队名称
team-field-zone = 时区
team-hint-zone = 例如 Asia/Shanghai 或 Europe/London。
team-field-country = 按哪里的法定节假日
team-hint-country = 放假的日子不会安排任务；中国的调休上班日也会准确计入。
team-country-none = 不按节假日
team-field-language = 群里发帖用的语言
team-field-currency = 币种
team-hint-currency = 三个字母，例如 CNY、USD。
team-field-weekdays = 工作日
team-field-morning = 早间任务时间
team-hint-morning = 当地时间，例如 09:00。

team-created-answer = “{ $team }”建好了。下一步：制定目标，每个人就能看到今天要做什么。
team-created-title = “{ $team }”从这里出发
team-created-text = { $by } 创建了这个团队。每个工作日 { $morning }（{ $zone }）我会在这里发布当天任务。
team-created-quiet = { $by } 创建了这个团队。
team-created-note = 加入后就有自己的目标，可以直接在群里打卡。
team-holidays-missing = 请注意：{ $year }年的放假安排还没有公布。公布之前，{ $year }年先按普通周一至周五安排。

team-title = { $team } · { $count } 人
team-member = { $name } · { $role }
team-fact-zone = 时区
team-fact-currency = 币种
team-fact-morning = 早间任务
team-fact-off = 已关闭
team-note-manager = /team add @姓名 · /team role @姓名 经理 · /team remove @姓名
team-joined = 你已加入“{ $team }”。发送 /target 看看今天的目标。
team-joined-already = 你已经在“{ $team }”里了。发送 /target 看看今天的目标。
team-added = { $name } 已加入团队，角色：{ $role }。
team-role-set = { $name } 的角色已改为{ $role }。
team-removed = { $name } 已移出团队，之前的业绩保留。
team-invite = 这里是“{ $team }”的群。加入后就有自己的目标，可以直接在群里打卡。

link-title = 关联其他平台
link-text = 在另一个平台上把这一行发给我，发在那边的团队群里或私聊都可以。15 分钟内有效，只能用一次，请不要转给别人。
link-done = 关联成功。以后两边我都认得是你。

settings-title = 设置
settings-language-now = 现在我用{ $language }回复你。
settings-language-set = 好的，以后我用中文回复你。
settings-team-title = 团队设置
settings-save = 保存
settings-saved = 已保存，从现在起生效；已经发布的内容不变。
settings-post-morning = 早间任务时间
settings-post-midday = 午间提醒时间
settings-post-evening = 晚间提醒时间
settings-post-weekly = 周五复盘时间
settings-post-monthly = 月度复盘时间
settings-hint-post = 当地时间；留空表示关闭。
settings-board = 排行榜显示
settings-board-names = 所有人的名字
settings-board-best = 前几名，以及每个人自己前后的名次
settings-board-team-only = 只显示团队整体

nothing-to-cancel = 现在没有可以取消的操作。发送 /help 看看我能做什么。

help-title = 我能做什么
help-target = /target 今天的目标；也可以加 周、月、季、年、明天
help-checkin = /checkin 打卡，半分钟搞定
help-log = /log 拜访3 线索2 快速记数
help-leave = /leave 请假，休息日不打扰
help-leaderboard = /leaderboard 团队排行
help-review = /review 看已发布的周报、月报
help-case = /case 案例库：别人的经验和你的案例
help-settings = /settings 语言设置；经理还能改团队设置
help-managers = 经理专用
help-plan = /plan 目标：新建、发布、撤回、导入
help-team = /team 成员和角色
help-words = 也可以直接在早间任务下面回一句：“拜访3 线索2，客户嫌贵”。

error-team-needs-channel = 团队要建在群里。请先把我拉进群，再在群里发送 /team create。
error-team-exists = 这个群已经是“{ $team }”了。发送 /team 查看。
error-team-name-taken = 已经有叫“{ $name }”的团队了，请换个名字。
error-workspace-elsewhere = 这里已经属于 Pacesetter 的另一个组织，无法关联。
error-team-usage = 没看懂。可以试试：/team、/team create、/team add @姓名、/team role @姓名 经理、/team remove @姓名、/team link。
error-nobody-named = 这里没有叫“{ $name }”的人。请用 @ 提到对方，或请对方在团队群里点“加入”。
error-last-manager = “{ $team }”至少要有一位经理。请先指定另一位：/team role @姓名 经理。
error-join-in-channel = 请到团队自己的群里操作。
error-link-code = 这个关联码不能用：可能输错了、已经用过，或超过了 15 分钟。请在另一个平台重新发送 /team link 获取。
error-link-who = 我还不认识你，没有可以关联的内容。请先加入团队。
error-link-account-in-use = 这个账号在“{ $team }”里已经有自己的记录，不能并到别人名下。请管理员先把它移出团队。
error-language-who = 加入团队后我才能记住你的语言；在那之前我跟随平台的语言。
error-settings-usage = 可以试试：/settings、/settings 中文、/settings English。
