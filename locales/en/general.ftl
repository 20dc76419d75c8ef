as-typed = { $words }

period-year = { $year }
period-quarter = Q{ $quarter } { $year }
period-quarter-part = Q{ $quarter }
period-week = week { $week } of { $year }
period-spanned = { $period } ({ $span })
period-span = { $from } – { $to }
period-span-year = { $from } – { $to } { $year }
period-span-years = { $from } – { $to }

check-in = Check in

label-value = { $label }: { $value }

role-rep = rep
role-manager = manager
role-spectator = spectator

input-empty = Please fill this in.
input-too-long = That is too long: at most { $maximum } characters.
input-too-big = At most { $maximum }.
input-too-small = At least { $minimum }.
input-invalid = This does not fit. Please choose or type it again.
input-not-a-number = Please type a number, such as 12 or 35,000.
input-not-whole = Please type a whole number.
input-zone = No such time zone. Examples: Europe/London, Asia/Shanghai, America/New_York.
input-currency = No such currency. Examples: USD, EUR, CNY.
input-date = Please type a date as 2026-03-02.
input-time = Please type a time as 09:00.
input-file-too-large = This file is too large: { $maximum } MB is the most.
input-file-lost = I could not fetch this file. Please send it once more.
file-not-sent = I could not send you { $name }. { $why }

error-unexpected = Something went wrong on our side, and nothing was changed. Please try again. If it happens again, tell your admin this number: { $id }.
error-given-up = I could not take in your last message, though I tried several times. Nothing of it counts. Please write it again, perhaps in other words; if it fails once more, tell your admin this number: { $id }.
error-unknown-command = There is no command /{ $command }. Type /help to see what I can do.
error-button-gone = This button is from an older message. Type /help to see what I can do now.
error-form-gone = This form is no longer open. Please start again; /help shows how.
error-no-team = This channel has no team yet. A manager can make one with /team create.
error-no-team-private = You do not belong to a team yet. Go to your team's channel and press Join, or type /team there.
error-not-a-member-yet = You are in { $team } from { $from } on. Until then nobody asks you for anything.
error-not-a-member = You do not belong to { $team } yet. Press Join in the team's channel, or ask its manager to add you.
error-managers-only = Only a manager of { $team } can do that. Ask your manager, or type /team to see who that is.
error-members-only = You look on in { $team } without a target of your own, so there is nothing to record for you. A manager can change that with /team role.
