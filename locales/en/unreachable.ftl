# Somebody to whom the platform lets the bot write nothing in private.

unreachable-title = I cannot write to { $name }
unreachable-manager = { $name } of { $team } has not opened a private chat with me, or has blocked me. Reminders, changed targets and private answers do not arrive. Please ask { $name } to tap my name and press Start, once.
unreachable-note = I say this once. Until then, not hearing from somebody may only mean that they were not reminded.
unreachable-team = { $name }, I cannot write to you in private yet. Please tap my name and press Start, once: what is for you alone then reaches you.

home-closed-title = I cannot post to { $team }
home-closed-text = I am not in the channel or group of { $team }: I was never added, or was removed, or it was archived. Mornings, check-ins and reviews do not arrive there. Please add me to it; what comes next is then posted.
home-closed-note = Until then I say this once a week. Check-ins and /target in private work all the same.
