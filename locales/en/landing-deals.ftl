# The deals as the second source of the landing point.

landing-sources = Run of the numbers: { $run } · by the deals: { $deals } (weight { $share })
landing-open-money = Open deals: { $count }, worth { $worth }, { $expected } expected by { $end } · new ones: { $fresh }
landing-open-count = Open deals: { $count }, { $expected } expected to be won by { $end } · new ones: { $fresh }
landing-few-closed = { $count ->
    [0] No closed deal to learn from yet, so they carry no weight.
    [one] Only one closed deal to learn from, so they carry little weight.
   *[other] Only { $count } closed deals to learn from, so they carry little weight.
  }
landing-part-deals = the deals { $share }
landing-note-deals = Two sources for the same days left, weighed and never added up: the run of your numbers, and the deals, each by its chance of being won by then, given its stage and age. Targets are no part of it. The same numbers always give the same answer.
