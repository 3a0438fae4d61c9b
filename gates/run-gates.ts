import { resolve } from 'node:path';
import { apiDocument } from './api-document.ts';
import { asvs } from './asvs.ts';
import { capabilityTable } from './capability-table.ts';
import { content } from './content.ts';
import { deadCode } from './dead-code.ts';
import { dependencies } from './dependencies.ts';
import { documentPaths } from './document-paths.ts';
import { fileNames } from './file-names.ts';
import { fileSizes } from './file-sizes.ts';
import { forbiddenWords } from './forbidden-words.ts';
import type { Gate } from './gate.ts';
import { lint } from './lint.ts';
import { typesOfCore, typesOfServer, typesOfWeb } from './type-check.ts';
import { judge, show, type Verdict } from './verdict.ts';

export const root = resolve(import.meta.dirname, '..');

const lanes = 2;
const besideEachOther: readonly Gate[] = [
  typesOfServer,
  typesOfWeb,
  typesOfCore,
  lint,
  dependencies,
  deadCode,
  content,
  apiDocument,
  documentPaths,
  asvs,
  capabilityTable,
  fileNames,
  fileSizes,
  forbiddenWords,
];

/** Runs every gate and prints its line as soon as it is known; the tests last, as they use the whole machine. */
export async function runGates(tests: Gate): Promise<readonly Verdict[]> {
  const waiting = [...besideEachOther];
  const verdicts: Verdict[] = [];
  const judgeAndShow = async (gate: Gate) => {
    const verdict = await judge(gate, root);
    verdicts.push(verdict);
    console.log(show(verdict));
  };
  const lane = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) await judgeAndShow(gate);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await judgeAndShow(tests);
  return verdicts;
}
