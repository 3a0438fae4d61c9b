import { describe, expect, it } from 'vitest';
import { safeReturn } from './return-path.ts';

describe('safeReturn', () => {
  it('keeps a page of this site with its search', () => {
    expect(safeReturn('/facilities/1/runs?view=list')).toBe('/facilities/1/runs?view=list');
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '\\\\evil.example',
    'javascript:alert(1)',
    'facilities/1',
    '',
    undefined,
    7,
  ])('refuses %j, which leads elsewhere or nowhere', (asked) => {
    expect(safeReturn(asked)).toBeUndefined();
  });

  it('refuses a path that climbs out to another site', () => {
    expect(safeReturn('/./..//evil.example')).toBeUndefined();
  });

  it('never leads back to a door', () => {
    expect(safeReturn('/sign-in?return=/sign-in')).toBeUndefined();
    expect(safeReturn('/second-factor?return=/')).toBeUndefined();
  });
});
