const inside = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/** The path of every text in a body, as faults name it: `answers.0.note`. */
export function textFields(value: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof value === 'string') return [path.join('.')];
  return inside(value).flatMap(([key, part]) => textFields(part, [...path, key]));
}

/** The same body with every text replaced. */
export function withText(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((part) => withText(part, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(inside(value).map(([key, part]) => [key, withText(part, text)]));
}
