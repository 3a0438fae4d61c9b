import { expect, it, vi } from 'vitest';
import { notices, notify } from './notify.ts';

const shown = () => notices.visibleToasts.map(({ content }) => content.words);
const closeShown = () => notices.close(notices.visibleToasts[0]?.key ?? '');

it('says the latest alone; what was said before does not come back, but what can still be undone does', () => {
  vi.useFakeTimers();
  notify('説明窓口を保存しました。');
  notify('問い合わせの記録を保存しました。');
  expect(shown()).toEqual(['問い合わせの記録を保存しました。']);
  closeShown();
  expect(shown()).toEqual([]);
  notify('ファイルを外しました。', () => {});
  notify('保存しました。');
  closeShown();
  expect(shown()).toEqual(['ファイルを外しました。']);
  vi.useRealTimers();
});
