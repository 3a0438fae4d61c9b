import { useState } from 'react';

/**
 * What stood when a dialog was opened. A save is upon that, however often it is read anew meanwhile: what somebody else saved first
 * has it refused, and is never overwritten unseen.
 */
export function useAtOpening<Value>(value: Value): Value {
  const [opened] = useState(value);
  return opened;
}
