/** Score of an area as people read it: one decimal; 「－」 where nothing counts. */
export function areaScoreText(score: number | null): string {
  return score === null ? '－' : score.toFixed(1);
}

/** Score of a whole sheet as people read it: two decimals; 「－」 where nothing counts. */
export function sheetScoreText(score: number | null): string {
  return score === null ? '－' : score.toFixed(2);
}

/** Change since the run before, with its sign: 「+0.3」「−0.2」「±0.0」. */
export function changeText(change: number, decimals: 1 | 2): string {
  const size = Math.abs(change).toFixed(decimals);
  if (Number(size) === 0) return `±${size}`;
  return change > 0 ? `+${size}` : `−${size}`;
}
