# Telegram 适配器自己的话：引导式表单，以及没法在原处回答时的说明。

telegram-label = { $label }：
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
telegram-now = 当前：{ $value }
telegram-change = ✏️ { $label }
telegram-cancel = 取消
telegram-back = ‹ 返回
telegram-done = 选好了
telegram-skip = 不填

telegram-ask-text = 直接发消息告诉我就行。
telegram-ask-number = 直接把数字发给我。
telegram-ask-date = 点一个日期，或者按这个格式发给我：2026-03-31
telegram-ask-choice = 选一项。
telegram-ask-choices = 可多选，选完点“选好了”。
telegram-ask-toggle = 是还是否？
telegram-ask-file = 直接把文件发给我。
telegram-reply-here = 在这里回复

telegram-missing = 还差一项没填：{ $field }
telegram-too-long = 一共 { $length } 个字，最多只能 { $most } 个字，请精简一下。
telegram-no-file = 这不是文件。请直接发送文件，或者点返回。
telegram-no-date = 没看懂这个日期，请按这个格式发：2026-03-31

telegram-form-sent = ✓ 已提交
telegram-form-cancelled = 已取消，什么都没提交。
telegram-form-ended = 这张表单已经结束，或者是别人的。要填新的，请重新发一次命令。
telegram-form-is-private = 表单已经发到咱们的私聊里了。
telegram-answer-is-private = 我在私聊里回复你了。
telegram-start-me = { $name }，这条只能发给你本人。请打开私聊，点一下“开始”：{ $link }
