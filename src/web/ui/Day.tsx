import { japaneseDate } from '#core/kernel/fiscal-year.ts';

const western = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeZone: 'Asia/Tokyo' });

/** 「令和8年11月20日（金）」, with the western year on hover. */
export function Day({ at }: { readonly at: Date }) {
  return (
    <time className="whitespace-nowrap" dateTime={at.toISOString()} title={western.format(at)}>
      {japaneseDate(at)}
    </time>
  );
}
