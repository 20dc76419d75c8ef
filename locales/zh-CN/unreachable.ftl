# 平台不允许机器人私信的人。

unreachable-title = 我没法给{ $name }发私信
unreachable-manager = “{ $team }”的{ $name }还没有打开过和我的私聊，或者屏蔽了我。提醒、目标变动和只给本人看的回复都送不到。请让{ $name }点一下我的名字，按一次“开始”。
unreachable-note = 这件事我只说一次。在那之前，没打卡可能只是因为没收到提醒。
unreachable-team = { $name }，我还没法给你发私信。请点一下我的名字，按一次“开始”，只给你看的内容就能送到了。

home-closed-title = 我没法在“{ $team }”的群里发消息
home-closed-text = 我不在“{ $team }”的群里：可能还没被拉进群，或者被移出了，也可能这个群已经归档。早间任务、打卡和复盘都发不到群里。请把我拉进群，之后会照常发布。
home-closed-note = 在那之前，这件事我每周提醒一次。私聊打卡和 /target 不受影响。
