as-typed = { $words }

period-year = { $year }年
period-quarter = { $year }年第{ $quarter }季度
period-quarter-part = 第{ $quarter }季度
period-week = { $year }年第{ $week }周
period-spanned = { $period }（{ $span }）
period-span = { $from } – { $to }
period-span-year = { $year }年{ $from } – { $to }
period-span-years = { $from } – { $to }

check-in = 打卡

label-value = { $label }：{ $value }

role-rep = 销售
role-manager = 经理
role-spectator = 观察员

input-empty = 这一项不能空着。
input-too-long = 太长了，最多 { $maximum } 个字。
input-too-big = 最多填 { $maximum }。
input-too-small = 最少填 { $minimum }。
input-invalid = 这一项填得不对，请重新选择或填写。
input-not-a-number = 请填数字，例如 12 或 3.5万。
input-not-whole = 请填整数。
input-zone = 没有这个时区。例如：Asia/Shanghai、Asia/Singapore、Europe/London。
input-currency = 没有这个币种。例如：CNY、USD、HKD。
input-date = 请按 2026-03-02 的格式填写日期。
input-time = 请按 09:00 的格式填写时间。
input-file-too-large = 文件太大了，最大 { $maximum } MB。
input-file-lost = 没能取到这个文件，请再发一次。
file-not-sent = { $name } 没能发给你。{ $why }

error-unexpected = 抱歉，我们这边出错了，什么都没有改动。请再试一次；如果还不行，请把编号 { $id } 告诉管理员。
error-given-up = 你上一条消息，我试了几次都没能处理，所以没有生效。请换个说法再发一次；如果还是不行，请把编号 { $id } 告诉管理员。
error-unknown-command = 没有 /{ $command } 这个命令。发送 /help 看看我能做什么。
error-button-gone = 这个按钮已经过期了。发送 /help 看看现在能做什么。
error-form-gone = 这张表单已经失效，请重新打开；发送 /help 查看方法。
error-no-team = 这个群还没有建立团队。请经理发送 /team create 创建。
error-no-team-private = 你还没有加入团队。请到团队的群里点“加入”，或在群里发送 /team。
error-not-a-member-yet = 你将于{ $from }加入“{ $team }”，在那之前不会打扰你。
error-not-a-member = 你还不是“{ $team }”的成员。请在团队群里点“加入”，或请经理把你加进来。
error-managers-only = 只有“{ $team }”的经理可以这样做。请联系你的经理；发送 /team 可以查看是谁。
error-members-only = 你在“{ $team }”里是观察员，没有自己的目标，不需要记录。经理可以用 /team role 调整。
