import { readPlace } from '#core/organisation/search-place.ts';

/** What the address asks the register for. */
export type RegisterSearch = {
  readonly words?: string;
  readonly prefecture?: number;
  readonly city?: string;
  readonly only?: 'opened';
  readonly after?: string;
};

/** Codes of prefectures go from 1 to 47 (JIS X 0401); their names would come with every page. */
const isPrefecture = (code: number) => Number.isInteger(code) && code >= 1 && code <= 47;

const textOf = (value: unknown, limit: number) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, limit) : '';

/** Reads the address; what does not fit is left out, so that a mistyped address still shows the register. */
export function registerSearch({ words, prefecture, city, only, after }: Record<string, unknown>): RegisterSearch {
  const wanted = textOf(words, 100);
  const code = Number(prefecture);
  const place = textOf(city, 30);
  const from = textOf(after, 500);
  const known = isPrefecture(code);
  return {
    ...(wanted.trim() !== '' && { words: wanted }),
    ...(known && { prefecture: code }),
    ...(known && place !== '' && { city: place }),
    ...(only === 'opened' && { only }),
    ...(readPlace(from) && { after: from }),
  };
}

/** The address of the register that asks for this. */
export function registerAddress(search: RegisterSearch): string {
  const { words, prefecture, city, only, after } = search;
  const query = new URLSearchParams({
    ...(words && { words }),
    ...(prefecture && { prefecture: String(prefecture) }),
    ...(city && { city }),
    ...(only && { only }),
    ...(after && { after }),
  });
  return query.size > 0 ? `/admin/register?${query}` : '/admin/register';
}
