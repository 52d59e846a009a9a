/** A minute late is late; a failure is told for a week. */
const lateMs = 60_000
const toldMs = 7 * 24 * 60 * 60_000

/** What is planned for before `lateBefore` is late; what has failed since `failedSince` is told. */
export interface AlarmTimes {
  readonly lateBefore: Date
  readonly failedSince: Date
}

export function alarmTimes(now: Date): AlarmTimes {
  return { lateBefore: new Date(now.getTime() - lateMs), failedSince: new Date(now.getTime() - toldMs) }
}
