import type { Paint, Point, Shape } from '#core/kernel/drawing.ts';

export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a shape has no identity beyond its place
  return shapes.map((shape, place) => <One key={place} shape={shape} />);
}

function One({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'group':
      return (
        <g>
          <Shapes shapes={shape.shapes} />
        </g>
      );
    case 'text':
      return (
        <text
          x={shape.at[0]}
          y={shape.at[1]}
          fontSize={shape.size}
          fill={shape.fill}
          textAnchor={shape.anchor ?? 'start'}
          fontWeight={shape.bold ? 700 : 400}
        >
          {shape.text}
        </text>
      );
    case 'line':
      return <line x1={shape.from[0]} y1={shape.from[1]} x2={shape.to[0]} y2={shape.to[1]} {...painted(shape)} />;
    case 'circle':
      return <circle cx={shape.centre[0]} cy={shape.centre[1]} r={shape.radius} {...painted(shape)} />;
    case 'rect': {
      const { at, width, height, rounding } = shape;
      return <rect x={at[0]} y={at[1]} width={width} height={height} rx={rounding} {...painted(shape)} />;
    }
    case 'polyline':
      return <polyline points={listed(shape.points)} {...painted(shape)} />;
    case 'polygon':
      return <polygon points={listed(shape.points)} {...painted(shape)} />;
  }
}

function painted({ fill = 'none', fillOpacity, stroke, strokeWidth, dash }: Paint) {
  return { fill, fillOpacity, stroke, strokeWidth, strokeDasharray: dash?.join(' ') };
}

function listed(points: readonly Point[]) {
  return points.map((point) => point.join(',')).join(' ');
}
