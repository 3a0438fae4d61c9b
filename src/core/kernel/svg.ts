import type { Drawing, Paint, Point, Shape } from './drawing.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** The drawing as an SVG document. Text is escaped; numbers are rounded to hundredths so that output is stable. */
export function toSvg(drawing: Drawing, fontFamily = 'Noto Sans JP'): string {
  const { width, height, title, description, shapes } = drawing;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
    width,
    height,
    'font-family': fontFamily,
  };
  const head = element('title', {}, escaped(title)) + element('desc', {}, escaped(description));
  return element('svg', root, head + shapes.map(shapeMarkup).join(''));
}

function shapeMarkup(shape: Shape): string {
  switch (shape.kind) {
    case 'group':
      return element('g', {}, shape.shapes.map(shapeMarkup).join(''));
    case 'text':
      return element('text', textAttributes(shape), escaped(shape.text));
    case 'line': {
      const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
      return element('line', { x1, y1, x2, y2, ...paintAttributes(shape) });
    }
    case 'circle': {
      const [cx, cy] = shape.centre;
      return element('circle', { cx, cy, r: shape.radius, ...paintAttributes(shape) });
    }
    case 'rect': {
      const [x, y] = shape.at;
      const { width, height, rounding } = shape;
      return element('rect', { x, y, width, height, rx: rounding, ...paintAttributes(shape) });
    }
    default:
      return element(shape.kind, { points: pointList(shape.points), ...paintAttributes(shape) });
  }
}

function textAttributes(shape: Extract<Shape, { kind: 'text' }>): Attributes {
  const [x, y] = shape.at;
  const weight = shape.bold ? 700 : undefined;
  return { x, y, 'font-size': shape.size, fill: shape.fill, 'text-anchor': shape.anchor, 'font-weight': weight };
}

function paintAttributes(paint: Paint): Attributes {
  return {
    fill: paint.fill ?? 'none',
    'fill-opacity': paint.fillOpacity,
    stroke: paint.stroke,
    'stroke-width': paint.strokeWidth,
    'stroke-dasharray': paint.dash?.join(' '),
  };
}

function pointList(points: readonly Point[]): string {
  return points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ');
}

function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`],
  );
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark).replace(controls, '');
}

// XML 1.0 cannot hold these characters in any form.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
