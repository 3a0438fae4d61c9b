import { expect, it } from 'vitest';
import committed from './full-width.ttf?inline';
import { fullWidthFont } from './testing/full-width-font.ts';

it('is the font its source makes', () => {
  const bytes = Uint8Array.from(atob(committed.replace(/^.*,/, '')), (letter) => letter.charCodeAt(0));
  expect(bytes).toEqual(fullWidthFont());
});
