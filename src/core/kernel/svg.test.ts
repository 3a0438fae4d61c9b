import { expect, test } from 'vitest';
import type { Drawing, Shape } from './drawing.ts';
import { toSvg } from './svg.ts';

function drawn(...shapes: Shape[]): string {
  const drawing: Drawing = { width: 100, height: 50, title: '題', description: '説明', shapes };
  return toSvg(drawing);
}

test('a drawing is one SVG with its title and description', () => {
  expect(drawn()).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50" font-family="Noto Sans JP">' +
      '<title>題</title><desc>説明</desc></svg>',
  );
});

test.each<[string, Shape, string]>([
  [
    'line',
    { kind: 'line', from: [0, 1], to: [2, 3.456], stroke: '#000000', dash: [2, 3] },
    '<line x1="0" y1="1" x2="2" y2="3.46" fill="none" stroke="#000000" stroke-dasharray="2 3"/>',
  ],
  [
    'polyline',
    {
      kind: 'polyline',
      points: [
        [0, 0],
        [1, 1],
      ],
      stroke: '#000000',
    },
    '<polyline points="0,0 1,1" fill="none" stroke="#000000"/>',
  ],
  [
    'polygon',
    { kind: 'polygon', points: [[0, 0]], fill: '#ffffff', fillOpacity: 0.1 },
    '<polygon points="0,0" fill="#ffffff" fill-opacity="0.1"/>',
  ],
  [
    'circle',
    { kind: 'circle', centre: [1, 2], radius: 3, fill: '#ffffff' },
    '<circle cx="1" cy="2" r="3" fill="#ffffff"/>',
  ],
  [
    'rect',
    { kind: 'rect', at: [1, 2], width: 3, height: 4, rounding: 5, strokeWidth: 2 },
    '<rect x="1" y="2" width="3" height="4" rx="5" fill="none" stroke-width="2"/>',
  ],
  [
    'text',
    { kind: 'text', at: [1, 2], text: '監視', size: 12, fill: '#1a1a1a', anchor: 'middle', bold: true },
    '<text x="1" y="2" font-size="12" fill="#1a1a1a" text-anchor="middle" font-weight="700">監視</text>',
  ],
  [
    'group',
    { kind: 'group', shapes: [{ kind: 'circle', centre: [0, 0], radius: 1 }] },
    '<g><circle cx="0" cy="0" r="1" fill="none"/></g>',
  ],
])('a %s is written with its place and paint', (_kind, shape, markup) => {
  expect(drawn(shape)).toContain(`</desc>${markup}</svg>`);
});

test('text cannot break out of the markup', () => {
  const svg = drawn({ kind: 'text', at: [0, 0], text: `<script>"&'\u0000\ud800`, size: 1, fill: '#000000' });
  expect(svg).toContain('>&lt;script&gt;&quot;&amp;&#39;</text>');
});
