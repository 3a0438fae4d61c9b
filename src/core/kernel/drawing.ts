/** A place in a drawing, in its own units: x grows to the right, y grows downwards. */
export type Point = readonly [x: number, y: number];

/** How a shape is painted. Colours are `#rrggbb`; without `fill` a shape is hollow, without `stroke` it has no edge. */
export type Paint = {
  readonly fill?: string;
  readonly stroke?: string;
  /** Default 1. */
  readonly strokeWidth?: number;
  /** Lengths of dash and gap in turn. */
  readonly dash?: readonly number[];
  /** 0–1, of the fill only. */
  readonly fillOpacity?: number;
};

export type Line = Paint & { readonly kind: 'line'; readonly from: Point; readonly to: Point };
export type Polyline = Paint & { readonly kind: 'polyline'; readonly points: readonly Point[] };
export type Polygon = Paint & { readonly kind: 'polygon'; readonly points: readonly Point[] };
export type Circle = Paint & { readonly kind: 'circle'; readonly centre: Point; readonly radius: number };
export type Rect = Paint & {
  readonly kind: 'rect';
  readonly at: Point;
  readonly width: number;
  readonly height: number;
  /** Radius of the corners. */
  readonly rounding?: number;
};
/** One line of text; `at` is on the baseline, at the start, middle or end of the text as `anchor` says. */
export type Label = {
  readonly kind: 'text';
  readonly at: Point;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
};
export type Group = { readonly kind: 'group'; readonly shapes: readonly Shape[] };
export type Shape = Line | Polyline | Polygon | Circle | Rect | Label | Group;

/**
 * A picture as plain data, drawn by an adapter: `svg.ts` makes a string of it, the web client React elements.
 * Shapes are painted in their order, later ones above earlier ones. An adapter shows the tree as one image
 * (`role="img"`) named by `title` and described by `description`; no shape carries meaning of its own.
 */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  /** What the picture shows. */
  readonly title: string;
  /** What it says, for people who cannot see it: the finding in words. */
  readonly description: string;
  readonly shapes: readonly Shape[];
};

/** Height above the baseline by which a text of this size looks centred on a line. */
export function centreShift(size: number): number {
  return size * 0.36;
}

/** About how wide a text is: half the size for each half-width character, the size for every other. */
export function textWidth(text: string, size: number): number {
  return Array.from(text).reduce((width, character) => width + (character <= '~' ? 0.56 : 1) * size, 0);
}
