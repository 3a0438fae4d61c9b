const everyMs = 5_000;
const msOfMinute = 60_000;

/** Tells how far a long work is and how long the rest will take at the rate so far. */
export function progressOf(title: string, total: number, say: (line: string) => void) {
  const begun = performance.now();
  let told = begun;
  let done = 0;
  return (more: number) => {
    done += more;
    const now = performance.now();
    if (now - told < everyMs && done < total) return;
    told = now;
    const left = ((now - begun) * (total - done)) / done / msOfMinute;
    const share = Math.round((100 * done) / total);
    say(
      `${title} ${done.toLocaleString()} / ${total.toLocaleString()}（${share} %）、残りおよそ ${left.toFixed(1)} 分`,
    );
  };
}
