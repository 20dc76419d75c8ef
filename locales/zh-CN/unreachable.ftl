# 平台不允许机器人私信的人。

unreachable-title = 我没法给{ $name }发私信
unreachable-manager = “{ $team }”的{ $name }还没有打开过和我的私聊，或者屏蔽了我。提醒、目标变动和只给本人看的回复都送不到。请让{ $name }点一下我的名字，按一次“开始”。
unreachable-note = 这件事我只说一次。在那之前，没打卡可能只是因为没收到提醒。
unreachable-team = { $name }，我还没法给你发私信。请点一下我的名字，按一次“开始”，只给你看的内容就能送到了。
