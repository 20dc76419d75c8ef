# Adjustment windows: when published targets may be changed.
window-title-open = Targets of { $team } can be adjusted
window-title-closed = Targets of { $team } stand
window-opened = Open until { $until }, opened by { $by }: { $reason }
window-calendar-open = The quarter's end has opened the window for { $quarter }: until { $closes } managers can change published targets from that quarter's first day on.
window-calendar-next = The next window opens by itself on { $opens }, for { $quarter }: the last { $days ->
    [one] working day
   *[other] { $days } working days
  } of the quarter, until { $closes }.
window-calendar-off = No window opens by itself: it is switched off under /settings.
window-closed-text = Outside a window a published target changes only when an admin gives a reason, which everybody whose numbers change is told.
window-past = Opened before
window-past-line = { $opened } – { $until }, { $by }: { $reason }
window-note = First plans, new metrics, and people who join, leave or are on leave need no window. Days that have passed never change.
window-button-open = Open a window
window-button-close = Close it now

window-form-title = Open a window
window-form-submit = Open
window-form-intro = The managers of this team can then change published targets from that day on. They are told in private.
window-field-end = Until
window-hint-end = The last day, at most three months ahead.
window-field-reason = Why

window-told-quarter = The window for { $quarter } is open until { $closes }: focus, regions and amounts can be changed from that quarter's first day on. Days that have passed stay.
window-told-planned = { $quarter } has a plan. Look through it while it can be changed.
window-told-unplanned = { $quarter } has no plan yet.
window-told-opened = { $by } has opened a window until { $closes }: published targets of { $team } can be changed from now on.
window-told-reason = Why: { $reason }

override-form-title = Publish with a reason
override-form-recall = Recall with a reason
override-form-blocked = { $count ->
    [one] The check { $checks } is blocked: your reason overrides it.
   *[other] The checks { $checks } are blocked: your reason overrides them.
  }
override-form-closed = This changes published targets for { $period }, and no adjustment window is open: your reason overrides that, and everybody whose numbers change reads it.
override-field-reason = Why
override-hint-reason = It stays on record, and /plan history shows it.
override-asked = { $by } asks you, as an admin, to publish the plan of { $team } for { $period } with a reason. The draft shows what it is needed for: a blocked check, or a closed adjustment window (/plan window).
override-asked-recall = { $by } asks you, as an admin, to recall the plan of { $team } for { $period } with a reason: no adjustment window is open (/plan window).
override-asked-sent-recall = Asked: { $names }. The plan counts until one of them decides.
override-asked-sent = Asked: { $names }. The draft waits until one of them decides.
override-button-ask = Ask an admin
plan-button-override = Publish with a reason
plan-outside-window = No adjustment window is open, and none will open by itself for this period: publishing it takes an admin's reason, which everybody whose numbers change is told.
plan-outside-window-until = No adjustment window is open before { $opens }: until then publishing it takes an admin's reason, which everybody whose numbers change is told.

settings-rule-adjustmentDays = Adjustment window (working days)
settings-hint-adjustmentDays = Published targets can be changed on so many last working days of a quarter, for the next one. 0 opens no window.

plan-reason = Why: { $reason }
plan-change-published = { $by } published it on { $on }
plan-change-recalled = { $by } recalled it on { $on }
plan-change-opened = { $by } changed it on { $on }, in a window an admin opened
plan-change-calendar = { $by } changed it on { $on }, in the quarter's window
plan-change-override = { $by } changed it on { $on }, by an admin's override
plan-change-recalled-override = { $by } recalled it on { $on }, by an admin's override
plan-change-blocked = In spite of a blocked check: { $checks }
plan-change-team = { $metric }: { $before } → { $after }
plan-change-both = { $metric } { $before } → { $after }: { $members }
plan-change-members = { $metric }: { $members }
plan-change-new = { $metric } { $after }: { $members }
plan-change-member-new = { $name } { $after }
plan-change-member = { $name } { $before } → { $after }
plan-change-alike = { $before } → { $after } each ({ $names })
plan-change-alike-new = { $after } each ({ $names })
plan-change-none = none
plan-change-unagreed = Without the agreement of { $names }
plan-change-agreed = Agreed by all

error-admins-only = Only an admin can do that. Type /team to see who that is.
error-change-needs-reason = This changes published targets, and no adjustment window is open. Publish it with a reason: in chat you are asked for one, on the command line add --reason "why".
error-change-closed = These targets are published, and no adjustment window opens by itself for their period any more. An admin can override that with a reason, or open a window with /plan window open.
error-change-closed-until = These targets are published, and no adjustment window is open. The next one opens on { $opens } and closes on { $closes }. Before that an admin can override it with a reason, or open a window with /plan window open.
error-window-usage = Try /plan window, /plan window open, /plan window open 2026-05-20 new price list, or /plan window close.
error-window-over = This day has passed. Choose today or a later day.
error-window-too-long = A window is open for three months at most. Choose a day up to { $latest }.
error-window-none-open = No window is open that could be closed. The quarter's own window is a setting: /settings.
