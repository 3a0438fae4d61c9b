/**
 * Whether a score of 0–3 stands lower than another. A score is a sum of fractions, and its last digits depend on the order
 * of the areas; scores that agree to a billionth are the same.
 */
export function isLower(score: number, other: number): boolean {
  return Math.round(score * 1e9) < Math.round(other * 1e9);
}
