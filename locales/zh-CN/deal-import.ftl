# 用文件导入商机：每一列是什么、逐行试读、导入了什么。
deal-import-form = 导入商机
deal-import-intro = 先试读给你看，确认之前什么都不会保存。
deal-hint-file = 支持 Excel（.xlsx）和 CSV，一行一个商机。必须有客户或商机名称、负责人、建立日期三列；金额、阶段、关闭日期、输赢、战略重点有就带上。
deal-hint-text = 从表格里连同表头一起复制过来。
deal-import-neither = 请上传一个文件，或者把表格粘贴在这里。
deal-import-both = 文件和粘贴的内容只能留一个，不然我不知道以哪个为准。
deal-import-title = 这个文件会带来什么
deal-import-note = 确认之前什么都不会保存。
deal-import-unread = 这个文件读不了
deal-import-nothing = 什么都没有保存。
deal-import-columns = 找不到这些列：{ $columns }。请选择列，或在文件里补上。
deal-import-bad = 还不行：只要有一行不对，就一行都不导入。请在文件里改好后重新发来，或者重新选列。
deal-import-good = 共 { $count } 个商机：在谈 { $open } 个，合计 { $worth }；赢单 { $won } 个；输单 { $lost } 个。
deal-import-known = 其中 { $count } 个以前导入过，保持原样。
deal-import-doubles = 按名称和负责人看，可能已经有了：
deal-import-noticed = 请留意：
deal-double-kept = 第 { $line } 行：{ $name }，{ $owner }。已有一个，{ $opened }建立，现为{ $place }。
deal-double-row = 第 { $line } 行：{ $name }，{ $owner }。第 { $other } 行也有。
deal-imported = { $count ->
    [0] 没有新的商机
   *[other] 已导入 { $count } 个商机
  }
deal-imported-doubles = 可能重复的 { $count } 个没有导入。
deal-imported-won = 赢单会用来改进预测，不会计入任何人的业绩，业绩以打卡为准。
deal-told-imported = { $by }从文件导入了你的 { $count } 个商机，其中在谈 { $open } 个。发送 /deal 查看。
deal-button-import = 导入文件
deal-button-take = 导入 { $count } 个商机
deal-button-take-once = 不含重复，导入 { $count } 个
deal-button-take-all = 全部导入（{ $count } 个）
deal-button-team = 在谈的商机

deal-column-name = 客户或商机
deal-column-owner = 负责人
deal-column-value = 金额
deal-column-stage = 阶段
deal-column-opened = 建立日期
deal-column-closed = 关闭日期
deal-column-outcome = 输赢
deal-column-focus = 战略重点

deal-row = 第 { $line } 行：{ $mistake }
deal-row-owner-missing = 没有写负责人，请写团队成员的名字。
deal-row-owner-unknown = 团队里没有“{ $found }”，或者不止一个。请写 /team 里的名字。
deal-row-owner-like = “{ $found }”不是团队成员。是{ $near }吗？
deal-row-owner-left = { $found }已离开团队，在谈的商机请交给在岗的人。
deal-row-name-missing = 缺客户或商机名称。
deal-row-stage-unknown = 没有“{ $found }”这个阶段，请写线索、需求、方案或谈判。
deal-row-value-unreadable = 金额“{ $found }”读不懂。
deal-row-value-too-large = 金额“{ $found }”太大了。
deal-row-opened-missing = 缺建立日期。
deal-row-opened-unreadable = 建立日期“{ $found }”读不懂，请写成 2026-03-31。
deal-row-opened-ahead = 建立日期 { $found } 还没到。
deal-row-closed-unread = 关闭日期“{ $found }”读不懂，请写成 2026-03-31。
deal-row-closed-ahead = 关闭日期 { $found } 还没到。
deal-row-closed-before-opened = 关闭日期 { $found } 早于建立日期。
deal-row-closed-missing = 写了输赢，但缺关闭日期。
deal-row-outcome-missing = 有关闭日期，但没写是赢是输。
deal-row-outcome-unreadable = “{ $found }”看不出是赢是输。
deal-row-focus-unknown = 目标里没有“{ $found }”这个战略重点。请改成已有的重点，或者留空。
deal-row-focus-like = 目标里没有“{ $found }”这个战略重点。是{ $near }吗？
deal-row-other = 这一行读不懂。
deal-note-stage-taken = 没写阶段，按线索算。
deal-note-deal-twice = { $found }出现了两次，只算一次。
deal-note-outcome-guessed = 输赢写成了“{ $found }”，请核对是否读对。
deal-note-focus-unused = 现行目标没有写战略重点，战略重点这一列不导入。
deal-note-day-first = 像 3/4/2026 这样的日期，按日在前来读。
deal-note-month-first = 像 3/4/2026 这样的日期，按月在前来读。

deal-file-oversized = 文件太大了，最大 { $maximum } MB。请只保存商机这一张工作表。
deal-file-inflated = 这个工作簿里远不止商机。请把商机那几行复制到新工作簿里。
deal-file-header-missing = 找不到表头。请在商机上面写一行列名：客户、负责人、创建日期，有的话再加金额、阶段、关闭日期、结果。
deal-file-rows-missing = 表头下面没有商机。
deal-file-rows-many = 超过 { $maximum } 行了。请分几次导入，或用 npx pacesetter deals import。
deal-file-other = 这不是我能读的表格。请另存为 Excel 工作簿（.xlsx）或 CSV。
error-deal-table-gone = 这个文件已经不在了。请用 /deal import 重新发一次。
