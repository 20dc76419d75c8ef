# Telegram 适配器自己的话：引导式表单、没法在原处回答时的说明、菜单和机器人简介。

telegram-label = { $label }：
telegram-more-buttons = 还有：
telegram-left-out = 内容较多，一条消息放不下，其余部分已略去。

telegram-confirm-yes = ✓ 确定{ $label }
telegram-confirm-no = ✗ 再想想
telegram-confirm-ended = 这个按钮已经过期，请重新发起一次。

telegram-field = ▸ { $label }：
telegram-empty = 未填
telegram-yes = 是
telegram-no = 否
telegram-with-unit = { $label }（{ $unit }）
telegram-day = { $on }
telegram-now-lines = 当前内容如下，点一下可复制，改好后整段发回来：
telegram-now = 当前：{ $value }
telegram-change = ✏️ { $label }
telegram-cancel = 取消
telegram-back = ‹ 返回
telegram-done = 选好了
telegram-skip = 不填

telegram-ask-text = 直接发消息告诉我就行。
telegram-ask-text-group = 请回复我下面的那条消息来填写。
telegram-ask-text-here = 请回复这条消息来填写。
telegram-ask-number = 直接把数字发给我。
telegram-ask-number-group = 请回复我下面的那条消息，写上数字。
telegram-ask-number-here = 请回复这条消息，写上数字。
telegram-ask-date = 点一个日期，或者按这个格式发给我：2026-03-31
telegram-ask-date-group = 点一个日期，或者回复我下面的那条消息，格式：2026-03-31
telegram-ask-date-here = 请回复这条消息，格式：2026-03-31
telegram-ask-choice = 选一项。
telegram-ask-choices = 可多选，选完点“选好了”。
telegram-ask-toggle = 是还是否？
telegram-ask-file = 直接把文件发给我。
telegram-ask-file-group = 请回复我下面的那条消息，附上文件。
telegram-ask-file-here = 请回复这条消息，附上文件。
telegram-reply-here = 在这里回复

telegram-missing = 还差一项没填：{ $field }
telegram-too-long = 一共 { $length } 个字，最多只能 { $most } 个字，请精简一下。
telegram-no-file = 这不是文件。请直接发送文件，或者点返回。
telegram-words-only = 我只看得懂文字。请打字告诉我，例如“拜访3 线索2”；发送 /help 看看我还能做什么。
telegram-file-unasked = 这个文件我没有处理。请先说明用途再发：目标用 /plan import，商机用 /deal import。
telegram-no-date = 没看懂这个日期，请按这个格式发：2026-03-31

telegram-parked = 你刚才发的内容，我试了几次都没能处理，所以没有生效。请再试一次，消息可以换个说法；如果还是不行，请把这个编号告诉机器人的管理员：{ $id }

telegram-form-sent = ✓ 已提交
telegram-form-cancelled = 已取消，什么都没提交。
telegram-form-ended = 这张表单已经结束，或者是别人的。要填新的，请重新发一次命令。
telegram-form-is-private = 表单已经发到咱们的私聊里了。
telegram-answer-is-private = 我在私聊里回复你了。
telegram-who-are-you = 你现在是以群的名义发言，我认不出是谁。请在管理员权限里关掉“匿名”，再发一次。
telegram-start-me = { $name }，这条只能发给你本人。请打开私聊，点一下“开始”：{ $link }
telegram-file-refused = Telegram 没有接收。请再试一次；如果还是不行，请告诉负责运行本机器人的同事。

telegram-command-checkin = 填今日打卡
telegram-command-target = 看目标、完成和进度
telegram-command-log = 记一笔，如 /log 拜访3 线索2
telegram-command-leaderboard = 团队龙虎榜
telegram-command-review = 日、周、月复盘
telegram-command-case = 查案例、加案例
telegram-command-deal = 商机：登记、推进、赢单
telegram-command-leave = 登记请假
telegram-command-plan = 制定、预览、发布计划
telegram-command-team = 查看团队和成员
telegram-command-settings = 语言、时间等设置
telegram-command-help = 看看我能帮什么忙
telegram-command-cancel = 放弃正在填的表单
telegram-command-start = 开始使用

telegram-description =
    把全年销售目标拆到每个人的每一天：30 秒打卡，每周告诉团队进度如何、卡在哪一步、下一步怎么干。

    把我拉进团队群，或点“开始”在这里单聊。
telegram-short-description = 把全年销售目标拆到每个人的每一天，30 秒打卡，每周复盘说真话。
