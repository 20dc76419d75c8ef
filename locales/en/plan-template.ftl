# A new plan from a kind of business.
plan-button-template = Start from a template
template-form-title = A plan from a template
template-form-intro = One number is enough. I make a whole draft from it, and you can change all of it before anybody is told.
template-line = { $name }: { $what }
template-name-saas = SaaS
template-name-distribution = Distribution
template-name-retail = Retail
template-name-services = Services
template-what-saas = leads, visits and proposals; new, renewed and upgraded contracts; quarters that fill up towards their end
template-what-distribution = visits and negotiations; repeat orders first; cash collected
template-what-retail = visitors and baskets; a season with a strong end of the year
template-what-services = leads, visits and proposals; follow-on work; cash collected; quiet summers
template-field = Template
template-hint = A template fills in a whole plan: the amount below is then the team's revenue, and leads, visits and the rest follow from it.
template-none = No template
template-field-amount = The team's revenue in that time

template-funnel-saas = Subscriptions
template-funnel-distribution = Orders
template-funnel-retail = Sales in store
template-funnel-services = Projects
template-part-new = New customers
template-part-repeat = Repeat business
template-part-upgrades = Upgrades
template-part-promotions = Promotions

template-why = What the { $name } template starts from
template-why-deal = Average deal: what makes the revenue out of { $deals } deals a year for each person.
template-why-funnel = Funnel: { $steps }. Assumed until your own numbers say more; each stage is asked for just as much as the revenue takes.
template-step = { $share } of { $from } become { $to }
template-why-parts = Revenue: { $parts }.
template-share = { $name } { $share }
template-why-collected = Collected: { $share } of the revenue is paid in the same period, the rest comes later.
template-why-phases = Quarter: { $phases } percent on its three months, as deals close towards its end. The stages before a deal fall due earlier, by as long as they take to become one.
template-why-season-retail = Season: November and December carry 21% of the year, February and July the least.
template-why-season-services = Season: February, July and August are quiet with 7% of the year each.
template-why-rhythm = Month: { $rhythm } percent of the money on days 1–10, 11–20 and from the 21st.
template-why-note = The draft is kept. Change any of it with the buttons below, now or later.

template-metric = A template's amount is revenue. Choose revenue here, or “No template”.
error-template-draft-waits = A draft for { $period } is waiting already. Publish or discard it first (/plan draft), or choose another period.
error-template-nothing = A template needs a revenue above zero.
