import { fileSizeCanaries } from './canaries/file-sizes.ts';
import type { Findings, Gate } from './gate.ts';
import { isSource, repositoryFiles, textOf } from './repository.ts';

const longest = 400;
const usual = 200;
const shareOfUsual = 0.9;
/** What stands today is read in one go. */
const architecture = { path: 'ARCHITECTURE.md', longest: 150 };

const linesOf = (root: string, path: string) => textOf(root, path).split('\n').length - 1;

async function inspect(root: string): Promise<Findings> {
  const files = repositoryFiles(root);
  const sized = files.filter(isSource).map((path) => ({ path, lines: linesOf(root, path) }));
  const described = files.includes(architecture.path) ? linesOf(root, architecture.path) : 0;
  sized.sort((one, other) => other.lines - one.lines);
  const tooLong = sized.filter(({ lines }) => lines > longest);
  const long = sized.filter(({ lines }) => lines > usual);
  const tooMany = long.length > sized.length * (1 - shareOfUsual) ? long : [];
  const median = sized[Math.floor(sized.length / 2)]?.lines ?? 0;
  return {
    faults: [
      ...(described > architecture.longest
        ? [`${architecture.path}: ${described} lines, at most ${architecture.longest}`]
        : []),
      ...tooLong.map(({ path, lines }) => `${path}: ${lines} lines, at most ${longest}: split it by subject`),
      ...tooMany.map(
        ({ path, lines }) => `${path}: ${lines} lines; ${shareOfUsual * 100} % of files stay within ${usual}`,
      ),
    ],
    seen: `${sized.length} files, median ${median} lines, ${long.length} over ${usual}`,
  };
}

/** How long source files may grow. */
export const fileSizes: Gate = { name: 'file sizes', inspect, scaffold: [], canaries: fileSizeCanaries };
