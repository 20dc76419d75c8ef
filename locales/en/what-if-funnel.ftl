what-if-change-step-rate = { $stage } at { $value }
what-if-change-step-size = { $stage } at { $value } each
what-if-funnel = What it takes ({ $funnel }):
what-if-need = { $stage }: { $before } → { $after }, { $due }: { $step }
what-if-need-same = { $stage }: { $after } as before, { $due }: { $step }
what-if-kind-step = a stage of a funnel: its rate, or what one is worth

error-what-if-no-step = No funnel of the plan has a stage “{ $name }”. See the stages under Funnels on the plan.
error-what-if-which-step = Several funnels have it: { $funnels }. Say which, such as /plan what-if stage { $first } { plan-metric-word } { $value }.
error-what-if-step-value = That does not fit the stage. A stage before money takes what one is worth, such as 80k; any other takes a rate, such as 40%.
