import type { Fraction } from '../../core/amount/fraction.js'
import type { MetricKey } from '../../core/plan/metric.js'
import type { NodePlace } from '../../core/plan/tree/plan-tree.js'
import type { WhatIf } from '../../core/plan/what-if.js'
import type { StepPlace } from '../../core/plan/what-if-steps.js'

/** A change to try: on what a plan asks for, or on the share of one part of a target's tree, named or by its place. */
export type TriedChange =
  | WhatIf
  /** A step of the plan's funnels, named or by its place: the rate at which a stage becomes the next, or what one is worth in minor units. */
  | { readonly kind: 'step'; readonly part: string | StepPlace; readonly value: StepValue }
  | { readonly kind: 'share'; readonly part: string | { readonly metric: MetricKey; readonly place: NodePlace }; readonly share: Fraction }

export type StepValue = { readonly kind: 'rate'; readonly rate: Fraction } | { readonly kind: 'size'; readonly amount: bigint }
