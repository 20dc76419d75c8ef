# Days off: marking them, taking them back, and what they do to the numbers.

leave-day = { $on }
leave-days = { $from } – { $to }
leave-range = { $least }–{ $most }

leave-title = Leave in { $team }
leave-title-of = { $name }'s leave
leave-none = You have no leave ahead.
leave-none-of = { $name } has no leave ahead.
leave-none-team = Nobody in the team has leave ahead.
leave-item = { $days } · { $count ->
    [0] no working day
    [one] one working day
   *[other] { $count } working days
  }
leave-others = Others in the team
leave-item-of = { $name }: { $days }
leave-note = /leave tomorrow · /leave 24 Dec · /leave 2026-12-24 2026-12-28
leave-note-manager = /leave tomorrow · /leave 24–28 Dec · for somebody else: /leave @name 24–28 Dec
leave-button-mark = Mark days off
leave-button-back = Take back { $days }
leave-button-end = Back from today
leave-button-list = My leave
leave-button-list-of = Their leave

leave-marked = You are off: { $days }
leave-marked-for = { $name } is off: { $days }
leave-marked-text = While you are off nobody asks or reminds you, and nothing counts as missed.
leave-marked-text-for = While { $name } is off nobody asks or reminds them. I tell them in private.
leave-no-working-day = No working day is affected, so nothing else changes.
leave-taken-back = Leave taken back: { $days }
leave-taken-back-for = { $name }'s leave taken back: { $days }
leave-taken-back-text = You are asked as usual again.
leave-taken-back-text-for = { $name } is asked as usual again. I tell them in private.
leave-not-elsewhere = It holds in { $team } and its organisation. For a team of another one: /team, its name, then /leave.
leave-also-in = The same goes for { $teams }.
leave-told-marked = { $by } marked leave for you in { $team }: { $days }
leave-told-taken-back = { $by } took your leave in { $team } back: { $days }

leave-shared-title = { $name } is off: { $days }
leave-shared-text = By the plan the team takes over what those days ask for. Your part, on the days you have left in the month:
leave-shared-item = { $metric }, { $month }: { $amount } more
leave-unshared-title = { $name } is not off after all: { $days }
leave-unshared-text = What you had taken over for those days goes back to { $name }:
leave-unshared-item = { $metric }, { $month }: { $amount } less

leave-moves = { $metric }, { $month }: { $amount } from the days off to { $days ->
    [one] the other working day
   *[other] the other { $days } working days
  }, { $before } → { $after } a day.
leave-moves-unfelt = { $metric }, { $month }: { $amount } from the days off to { $days ->
    [one] the other working day
   *[other] the other { $days } working days
  }, still { $after } a day.
leave-returns = { $metric }, { $month }: { $amount } back from { $days ->
    [one] the other working day
   *[other] the other { $days } working days
  }, there { $before } → { $after } a day.
leave-returns-unfelt = { $metric }, { $month }: { $amount } back from { $days ->
    [one] the other working day
   *[other] the other { $days } working days
  }, there still { $after } a day.
leave-stays = { $metric }, { $month }: no working day is left to take over { $amount }, so the target stays as it is. A manager can share it out anew with /plan.
leave-stays-nobody = { $metric }, { $month }: nobody in the team has a working day left to take over { $amount }, so the target stays as it is. A manager can share it out anew with /plan.
leave-handed = { $metric }, { $month }: { $amount } from the days off to { $takers }.
leave-handed-back = { $metric }, { $month }: { $amount } back from { $takers }.
leave-handed-back-part = { $metric }, { $month }: { $amount } back from { $takers }. { $left } stays with the team: there are no days left to take it back from.
leave-handed-back-none = { $metric }, { $month }: { $left } stays with the team: there are no days left to take it back from.
leave-taker = { $name } ({ $amount })
leave-takers-more = { $count } more ({ $amount } together)
leave-because-nobody-else = { $what } Nobody else in the team can take it over.
leave-because-settled = { $what } The number was agreed or set by hand, so the team takes over none of it.
leave-team-total-stays = The team's total for each month stays the same, and so do the days that have passed.
leave-total-stays = Each month's total stays the same, and so do the days that have passed.

leave-form-title = Mark days off
leave-form-intro = While off, nobody asks or reminds. What those days ask for goes to the month's other working days, or to the team, as the plan says.
leave-form-submit = Mark
leave-field-from = First day
leave-field-to = Last day
leave-hint-to = Leave it empty for a single day.

error-leave-unread = I cannot read “{ $words }” as days. Write them as /leave tomorrow, /leave 24 Dec or /leave 2026-12-24 2026-12-28.
error-leave-order = The last day, { $to }, lies before the first, { $from }. Please swap them.
error-leave-past = { $from } has passed, and what is past stays as it was. Leave begins today at the earliest.
error-leave-far = { $from } is more than a year ahead. Is the year right? Otherwise mark it when it comes nearer.
error-leave-long = Leave is marked for at most { $most } days at once. Is the last day right?
error-leave-already = There is leave from { $from } to { $to } already. Take that back first; /leave shows it.
error-leave-nobody = They are not in { $team } any more.
error-leave-spectator = { $name } looks on without a target, so there is nothing to take leave from.
error-leave-gone = This leave is over or was taken back already. /leave shows what is ahead.
