# Targets that are agreed before they are published: to the member.
proposal-title = Proposed to you for { $period }
proposal-text = { $by } wants to agree your part of { $team }'s plan with you. Nothing counts until the plan is published.
proposal-text-changed = { $by } has changed what is proposed to you in { $team }. Please look again; nothing counts until the plan is published.
proposal-target = { $metric }: { $amount }
proposal-target-same = { $metric }: { $amount }, as now
proposal-target-before = { $metric }: { $amount } (now { $before })
proposal-target-earlier = { $metric }: { $earlier } → { $amount }
proposal-line = { $target } – { $pace }
proposal-pace = about { $week } a week, { $day } a working day
proposal-pace-week = about { $week } a week: one every { $every } working days
proposal-pace-rare = about one every { $every } working days
proposal-pace-none = nothing is due on the days to come
proposal-note = /plan shows this again. You are told before anything changes.
proposal-button-accept = Accept
proposal-button-counter = Suggest another number
proposal-state-proposed = Your answer is awaited. Nothing counts until the plan is published.
proposal-state-accepted = You have agreed. It counts once the plan is published.
proposal-state-countered = You asked for other numbers; your manager has not decided yet.
proposal-state-held = Your manager keeps to the proposal:
proposal-accepted = Agreed: your target for { $period }
proposal-accepted-note = It counts once the plan is published, and you are told then.
proposal-withdrawn = { $by } has withdrawn what was proposed to you for { $period } in { $team }. Your target stays as it is.

counter-form-title = Your own number
counter-form-submit = Send
counter-form-intro = What do you think you can reach in { $period }? Leave a number as it is where you agree.
counter-field-reason = Why
counter-hint-reason = One or two sentences: your manager decides by them.
counter-sent = Sent to your manager
counter-sent-note = You are told what is decided. Until then nothing counts.
counter-change = { $metric }: { $asked } instead of { $proposed }
counter-stays = { $metric }: { $proposed } stays; you asked for { $asked }
counter-taken = { $by } takes your numbers for { $period }
counter-taken-note = They count once the plan is published.
counter-held = { $by } keeps to the proposal for { $period }
counter-held-note = You can accept it or suggest another number once more. Nothing counts until the plan is published.

# To the manager.
counter-title = { $name } asks for other numbers in { $period }
counter-choices = If you take them, the others share the difference and are asked again.
counter-button-take = Take { $name }'s numbers
counter-button-hold = Hold to the proposal ({ $name })
hold-form-title = Hold to the proposal
hold-form-submit = Tell them
hold-form-intro = { $name } is told your reason in private.
hold-field-reason = Why
hold-hint-reason = What speaks for the proposed number.

agreement-title = Who has agreed: { $period }
agreement-all = Everybody has agreed ({ $members }).
agreement-all-told = Everybody has agreed to the plan for { $period } ({ $members } { $members ->
    [one] person
   *[other] people
  }). You can publish it.
agreement-accepted = Agreed: { $names }
agreement-waiting = Not answered yet: { $names }
agreement-not-asked = Not asked about these numbers: { $names }
agreement-countered = { $name } asks for other numbers:
agreement-held = You keep to the proposal: { $reason }
agreement-outdated = The draft has changed since it was proposed.
agreement-note = You can publish without full agreement; who had not agreed stays on record.
agreement-button-propose = Propose to the team
agreement-button-show = Who has agreed
agreement-button-draft = See the draft
agreement-propose-confirm = Ask each member in private whether they agree? Nobody's target changes by it.

plan-preview-note-proposed = Publishing tells the team, and in private { $changes ->
    [one] the one person whose numbers change.
   *[other] the { $changes } people whose numbers change.
  }
plan-publish-confirm-open = Publish without the agreement of { $names }? It counts from now on, everybody it concerns is told, and it stays on record who had not agreed.
plan-published-open = Published: the plan for { $period }{ $version ->
    [1] {""}
   *[other] , version { $version }
  }. On record: { $names } had not agreed. The team and everybody whose numbers change are being told.

plan-file-agreed-above-amount = the agreed numbers add up to more than the target.

error-proposal-gone = This proposal is not here any more. Type /plan to see what is proposed to you.
error-proposal-not-yours = This was proposed to somebody else, so only they can answer it. Type /plan to see what is proposed to you.
error-proposal-published = The plan for { $period } has been published, so this proposal is closed. /target shows your numbers. If they do not work for you, talk to your manager.
error-proposal-replaced = Your manager has changed the draft for { $period } since. Type /plan to see what is proposed now.
error-proposal-withdrawn = What was proposed for { $period } was withdrawn. Your target stays as it is.
error-counter-same = These are the proposed numbers. Change at least one, or press Accept.
error-counter-above-team = The whole team's { plan-metric-word } are { $total }, so nobody's part can be more. Choose a smaller number.
error-counter-settled = { $name } has agreed meanwhile, or this was decided already. Type /plan agreement to see how it stands.
error-agreement-none = This draft has not been proposed to anybody yet. Press “Propose to the team” under the draft, or type /plan propose.
error-plan-agreed-more = The numbers agreed with members come to { $agreed } in { plan-metric-word }, { $gap } more than the team's { $total }. Give the team { $agreed } or more. Or let go of what was agreed: in /plan edit choose another way under “{ plan-field-split }”, and all of it is shared out anew. A number somebody has just asked for you can also answer by holding to the proposal.
error-plan-agreed-less = Everybody's number is agreed: together they are { $agreed } in { plan-metric-word }, { $gap } short of the team's { $total }, and nobody is left to carry that. To share out all of { $total } anew, choose another way under “{ plan-field-split }” in /plan edit; what was agreed is let go, and can be proposed again. Or give the team { $agreed }. A number somebody has just asked for you can also answer by holding to the proposal.
