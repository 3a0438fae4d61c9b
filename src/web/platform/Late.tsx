import { useEffect, useReducer } from 'react';
import { notify } from '#web/ui/notify.ts';
import { type LoadPart, loadedPart, loadPart } from './late-part.ts';

type LateProps<Props> = {
  /** Made once, outside of every component. */
  readonly load: LoadPart<Props>;
  readonly props: Props;
};

const again = 5_000;

/**
 * A part of a page that is loaded when it is first shown. Where that fails, people are told, the page goes on, and the
 * part comes as soon as it can be had.
 */
export function Late<Props extends object>({ load, props }: LateProps<Props>) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const Made = loadedPart(load);
  useEffect(() => (Made ? undefined : keepLoading(load, redraw)), [Made, load]);
  return Made ? <Made {...props} /> : null;
}

/** Tries until the part is there; what comes back ends that. */
function keepLoading<Props>(load: LoadPart<Props>, then: () => void) {
  let next: ReturnType<typeof setTimeout> | undefined;
  let left = false;
  const attempt = (failed?: () => void) =>
    loadPart(load).then(then, () => {
      failed?.();
      if (!left) next = setTimeout(attempt, again);
    });
  void attempt(() => notify(navigator.onLine ? slow : offline));
  return () => {
    left = true;
    clearTimeout(next);
  };
}

const offline = 'まだ開けません。通信が切れています。つながると開きます。';
const slow = 'まだ開けません。少し待っても開かないときは、画面を読み込み直してください。';
