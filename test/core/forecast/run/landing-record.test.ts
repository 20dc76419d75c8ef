import { expect, test } from 'vitest'
import { landingRecord } from '../../../../src/core/forecast/run/landing-record.js'

const said = (value: bigint, runRate: bigint, outcome: bigint) => ({ value, lower: value - 10n, upper: value + 10n, runRate, outcome })

test('the record says how many lay within, whether too much was said, and how far off it and the run rate were', () => {
  // of 200 in all: 5 too much and 15 too little; the run rate 20 too much and 20 too little
  expect(landingRecord([said(105n, 120n, 100n), said(85n, 80n, 100n)])).toEqual({
    landings: 2,
    within: 1,
    bias: -0.05,
    error: 0.1,
    runRateError: 0.2,
  })
})

test('no forecast has no record, and where nothing ever came there is nothing to hold it against', () => {
  expect(landingRecord([])).toEqual({ landings: 0, within: 0, bias: null, error: null, runRateError: null })
  expect(landingRecord([said(5n, 0n, 0n)])).toEqual({ landings: 1, within: 1, bias: null, error: null, runRateError: null })
})
