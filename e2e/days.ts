/** The day in Japan, and the last day of the fiscal year it lies in. */
export function today() {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
  const [year = 0, month = 0] = day.split('-').map(Number);
  return { day, last: `${month >= 4 ? year + 1 : year}-03-31` };
}
