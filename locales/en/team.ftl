welcome-title = Welcome to Pacesetter
welcome-text = I turn your team's yearly target into each person's day, right here in the chat.
welcome-step-team = Make your team: one short form.
welcome-step-plan = Give it a target: I split it down to each working day.
welcome-step-day = From then on I post each morning what today asks, and sum up every Friday.
welcome-private-text = I turn a team's yearly target into each person's day, right where the team talks.
welcome-private-join = Your team has me already: press Join there, or ask its manager to add you. From then on I can write to you here.
welcome-private-create = Your team does not have me yet: add me to its channel or group, and press Set up a team there.

team-button-create = Set up a team
team-button-join = Join
team-button-plan = Make a plan
team-button-settings = Team settings
team-button-link = Link another platform
team-button-choose = Go over to { $team }

team-form-title = Set up a team
team-form-submit = Create team
team-field-name = Name of the team
team-field-zone = Time zone
team-hint-zone = For example Europe/London or Asia/Shanghai.
team-field-country = Public holidays of
team-hint-country = Nobody is asked to work on these days. For China, make-up working days count too.
team-country-none = No public holidays
team-country-hk = Hong Kong
team-country-tw = Taiwan
team-field-language = Language of the team's posts
team-field-currency = Currency
team-hint-currency = Three letters, such as USD or CNY.
team-field-weekdays = Working days
team-field-morning = Morning post at
team-hint-morning = Local time, such as 09:00.

team-created-answer = { $team } is ready. Next: make a plan, and everybody sees what it asks of them today.
team-created-title = { $team } starts here
team-created-text = { $by } set up this team. I post each working morning at { $morning } ({ $zone }).
team-created-quiet = { $by } set up this team.
team-created-note = Join to get your own target and check in from here.
team-holidays-missing = Note: the official holiday calendar for { $year } is not out yet. Until it is, only the statutory holidays are off in { $year }, and no weekend is worked in exchange.

team-title = { $team } · { $count ->
    [one] one person
   *[other] { $count } people
  }
team-member = { $name } — { $role }
team-member-leaving = { $name } — { $role }, leaves after { $on }
team-member-coming = { $name } — { $role }, starts { $from }
team-member-for-a-time = { $name } — { $role }, starts { $from }, leaves after { $on }
team-fact-admins = Admins
team-fact-zone = Time zone
team-fact-currency = Currency
team-fact-morning = Morning post
team-fact-off = off
team-note-manager = /team add @name @name · /team role @name manager · /team remove @name · with a day: /team add @name from 1 Dec · /team remove @name 25 Dec
team-chosen = From now on { $team } is meant by what you say to me here. In a team’s own channel it is always that team.
team-joined = You are in { $team } now. Type /target to see what today asks of you.
team-joined-already = You are in { $team } already. Type /target to see your day.
team-added = { $name } is in the team now, as a { $role }.
team-role-set = { $name } is a { $role } now.
team-role-kept = { $name } is in the team already, as a { $role }.
team-admin-made = { $name } is an admin now, beside their role in the team.
team-admin-taken = { $name } is no admin any more.
team-added-later = { $name } joins the team on { $on }, as a { $role }. Until then nobody asks them for anything.
team-stays = { $name } stays in the team.
team-removed = { $name } is no longer in the team. What they did stays in the figures.
team-never-came = { $name } does not join the team after all.
team-leaves = { $name } leaves after { $on }. Until then nothing changes for them; from the day after nobody asks them, and no board shows them. What they did stays in the figures.
team-plan-beyond = The plan for { $period } asks them for this on days when they are not there: { $amounts }.
team-plan-no-part = The plan for { $period } has no part for them yet.
team-plan-shifted = The plan for { $period } was published for other days of theirs.
team-leaver-choice = Who takes it over: the whole team, or { $name } in the days until then?
team-plan-note = You see a draft first. When you publish it, whoever's numbers change is told in private, before and after.
team-leaver-deals =
  { $count ->
    [one] One open deal stays in { $name }'s name until somebody takes it over.
   *[other] { $count } open deals stay in { $name }'s name until somebody takes them over.
  }
team-leaver-deals-worth =
  { $count ->
    [one] One open deal, worth { $amount }, stays in { $name }'s name until somebody takes it over.
   *[other] { $count } open deals, worth { $amount }, stay in { $name }'s name until somebody takes them over.
  }
team-button-stay = { $name } stays
team-button-renew = Share out anew
team-button-renew-of = Share out { $period } anew
team-button-ramp = As a new hire…
team-button-ramp-of = As a new hire… ({ $period })
team-button-share = The team takes it over
team-button-share-of = The team: { $period }
team-button-carry = They carry it until then
team-button-carry-of = They themselves: { $period }
team-bot-here = From now on I post here for { $team }: mornings, check-ins and reviews. Whoever is not in the team yet can join.
team-invite = This channel is home to { $team }. Join to get your own target and check in from here.

link-title = Link another platform
link-text = Send this line to me on the other platform, in your team's group there or in private. It works once, within 15 minutes. Keep it to yourself.
link-done = Linked. You are the same person to me here and there now.

settings-title = Settings
settings-language-now = I answer you in { $language }.
settings-language-set = From now on I answer you in English.
settings-team-title = Team settings
settings-save = Save
settings-saved = Saved. This holds from now on; what was published stays as it is.
settings-post-morning = Morning post at
settings-post-midday = Midday reminder at
settings-post-evening = Evening reminder at
settings-post-weekly = Friday's review at
settings-post-monthly = Month's review at
settings-hint-post = Local time; leave empty to switch it off.
settings-board = The leaderboard shows
settings-board-names = everybody's name
settings-board-best = the best few, and to each person those around them
settings-board-team-only = the team as a whole only

nothing-to-cancel = There is nothing to cancel. /help shows what I can do.

help-title = What I can do
help-target = /target — what today asks of you; also week, month, quarter, year, tomorrow
help-checkin = /checkin — tell how the day went, in half a minute
help-log = /log 3 visits 2 leads — quick numbers
help-deal = /deal — your open deals: add, move, win or lose them
help-deal-import = /deal import — the team’s deals from a file
help-leave = /leave — days off; nobody asks you then
help-leaderboard = /leaderboard — how the team stands
help-review = /review — the week or the month, as it was published
help-case = /case — what worked for others, and your own cases
help-settings = /settings — your language and, for managers, the team's settings
help-managers = For managers
help-plan = /plan — targets: new, draft, tree, time, actions, what-if, propose, publish, window, recall, history, import, export
help-team = /team — people and roles, who comes and who leaves on which day
help-words = Or just write under the morning post: “3 visits, 2 leads, price objection”.

error-team-needs-channel = A team lives in a channel or group. Add me there and type /team create.
error-team-exists = This channel is the home of { $team } already. Type /team to see it.
error-team-name-taken = There is a team called { $name } already. Please choose another name.
error-workspace-elsewhere = This workspace belongs to another organisation in Pacesetter, so it cannot be linked to yours.
error-team-not-yours = You are in no team of that name. Your teams: { $known }.
error-team-usage = I did not get that. Try /team, /team create, /team add @name, /team add @name from 1 Dec, /team role @name manager, /team remove @name, /team remove @name 25 Dec or /team link.
error-team-role-unknown = I know no role “{ $word }”, so nothing was changed. The roles are rep, manager, spectator and admin: /team role @name manager. To take it back from an admin: /team role @name no-admin.
error-last-admin = There has to be an admin. Make somebody else one first: /team role @name admin.
error-nobody-named = I know nobody called { $name } here. Mention them with @, or ask them to press Join in the team's channel.
error-member-bot = { $name } is a bot, so nothing was changed. Only people can be in a team.
error-member-closed = { $name }'s account is deactivated, so nothing was changed: I could not reach them. Have the account reactivated first.
error-stay-unread = I cannot tell which day “{ $words }” is, so nothing was changed. Try /team add @name from 1 Dec, /team remove @name 25 Dec, or a date such as 2026-12-25.
error-stay-far = { $on } is more than a year away. Is the year right? If so, please tell me nearer the time.
error-joins-past = { $on } has passed, and past days do not change. /team add @name takes somebody in from today.
error-joins-later = You are in { $team } from { $from } on. Until then nobody asks you for anything.
error-here-already = { $name } is in the team already, since { $since }.
error-leaves-past = { $on } has passed, and past days do not change. /team remove @name takes somebody out at once.
error-leaves-before-joining = { $name } does not start before { $from }. If they do not come at all: /team remove @name, without a day.
error-leaving-over = { $name } has left by now. /team add @name takes them in again.
error-last-manager = { $team } needs a manager on every day. Make somebody else manager first: /team role @name manager.
error-join-in-channel = Please do this in the team's own channel: to come into the team, type /team join there.
error-link-code = This code does not work: it was mistyped, used already, or is older than 15 minutes. Get a new one with /team link on the other platform.
error-link-who = I do not know you yet, so there is nothing to link. Join a team first.
error-link-account-in-use = This account already has work of its own in { $team }, so it cannot become part of another person. Ask your admin to remove it from the team first.
error-language-who = I can remember your language once you belong to a team. Until then I follow your platform's.
error-settings-usage = Try /settings, /settings English or /settings 中文.
error-no-team-named = There is no team called { $name }. There are: { $names }.
error-several-teams-named = More than one team is called { $name }. Give them different names in the team settings first.
error-no-team-at-all = There is no team yet. Start the bot and make one with /team create.
error-which-team = Several teams are here: { $names }. Say which with --team.

team-button-rules = Rules
team-button-year = Fiscal year
settings-rules-title = Rules
settings-rule-lateAfter = A check-in is late after
settings-hint-lateAfter = Local time of the same day, such as 20:00.
settings-rule-windowEnds = A day is missed after
settings-hint-windowEnds = Local time of the next working day, such as 12:00.
settings-rule-boardBest = Names shown at the top of the board
settings-hint-boardBest = 1 to 20.
settings-rule-topSellerRest = A top seller then pauses for (months)
settings-hint-topSellerRest = 0 lets the same person win each month.
settings-rule-catchUpPercent = Most of a normal day to catch up (%)
settings-hint-catchUpPercent = 100 to 300. What would take more than that on each day left is said to be out of reach.
