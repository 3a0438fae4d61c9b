const day = new Intl.DateTimeFormat('ja-JP', { month: 'long', day: 'numeric', timeZone: 'Asia/Tokyo' });
const clock = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' });
const year = new Intl.DateTimeFormat('ja-JP', { year: 'numeric', timeZone: 'Asia/Tokyo' });

/** 「10:42」 today, 「11月12日」 on another day, with the year where it is not this one. */
export function shortWhen(at: Date, now: Date): string {
  if (year.format(at) !== year.format(now)) return `${year.format(at)}${day.format(at)}`;
  return day.format(at) === day.format(now) ? clock.format(at) : day.format(at);
}
