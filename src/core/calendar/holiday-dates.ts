/** ISO dates: `closed` whatever the weekday, `open` although the weekday says no. */
export interface HolidayDates {
  readonly closed: ReadonlySet<string>
  readonly open: ReadonlySet<string>
}
