import { handOver } from '#web/platform/hand-over.ts';
import { kindTitles, type SelfCheck } from './self-check.ts';
import { toFile } from './self-check-text.ts';

/** Hands the answers to the browser as the file people keep. */
export function downloadSelfCheck(check: SelfCheck) {
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' });
  const file = new Blob([toFile(check)], { type: 'application/json' });
  handOver(file, `まもり自己点検_${kindTitles[check.kind]}_${day}.json`);
}
