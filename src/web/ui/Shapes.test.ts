import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { Drawing as DrawingData } from '#core/kernel/drawing.ts';
import { Shapes } from './Shapes.tsx';

const shapes: DrawingData['shapes'] = [
  { kind: 'line', from: [0, 1], to: [2, 3], stroke: '#000000', dash: [2, 3] },
  { kind: 'circle', centre: [4, 5], radius: 6, fill: '#ffffff' },
  { kind: 'rect', at: [7, 8], width: 9, height: 10, rounding: 2 },
  {
    kind: 'polygon',
    points: [
      [0, 0],
      [1, 1],
    ],
    fill: '#123456',
    fillOpacity: 0.5,
  },
  { kind: 'group', shapes: [{ kind: 'text', at: [1, 2], text: '<体制>', size: 12, fill: '#1a1a1a', bold: true }] },
];

it('draws every shape as the drawing says', () => {
  expect(renderToStaticMarkup(createElement(Shapes, { shapes }))).toBe(
    '<line x1="0" y1="1" x2="2" y2="3" fill="none" stroke="#000000" stroke-dasharray="2 3"></line>' +
      '<circle cx="4" cy="5" r="6" fill="#ffffff"></circle>' +
      '<rect x="7" y="8" width="9" height="10" rx="2" fill="none"></rect>' +
      '<polygon points="0,0 1,1" fill="#123456" fill-opacity="0.5"></polygon>' +
      '<g><text x="1" y="2" font-size="12" fill="#1a1a1a" text-anchor="start" font-weight="700">&lt;体制&gt;</text></g>',
  );
});
