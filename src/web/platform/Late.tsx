import { type ComponentType, useEffect, useState } from 'react';
import { notify } from '#web/ui/Toast.tsx';

type Load<Props> = () => Promise<ComponentType<Props>>;

type LateProps<Props> = {
  /** Made once, outside of every component. */
  readonly load: Load<Props>;
  readonly props: Props;
};

const loaded = new WeakMap<object, unknown>();

/**
 * A part of a page that is loaded when it is first shown. Where that fails, people are told and the page goes on;
 * showing the part again tries again.
 */
export function Late<Props extends object>({ load, props }: LateProps<Props>) {
  const [Made, setMade] = useState(() => loaded.get(load) as ComponentType<Props> | undefined);
  useEffect(() => {
    if (Made) return;
    const failed = () => notify('開けませんでした。通信を確かめて、もう一度押してください。');
    load().then((part) => {
      loaded.set(load, part);
      setMade(() => part);
    }, failed);
  }, [Made, load]);
  return Made ? <Made {...props} /> : null;
}
