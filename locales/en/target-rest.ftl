# What the rest of a target takes, back through the plan's funnels.
target-rest = What is to go takes: { $stages }
target-rest-motion = What is to go takes ({ $motion }): { $stages }
target-rest-stage = { $stage } { $amount }
