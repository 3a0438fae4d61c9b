import { useState } from 'react';
import { Late } from '#web/platform/Late.tsx';
import type { Support } from './SupportNote.tsx';

const load = async () => (await import('./SupportNote.tsx')).SupportNote;

type SupportBannerProps = { readonly facilityId: string; readonly support: Support | undefined };

/**
 * Says on every page of a facility that the person looks at it as a supporter. It remembers how the person came in, to
 * lead out once the session knows of no agreement any more.
 */
export function SupportBanner({ facilityId, support }: SupportBannerProps) {
  const [cameIn] = useState(support);
  const shown = support ?? cameIn;
  return shown ? <Late load={load} props={{ facilityId, support: shown }} /> : null;
}
