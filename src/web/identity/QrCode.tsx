import { Late } from '#web/platform/Late.tsx';
import type { QrCodeProps } from './QrDrawing.tsx';

const load = async () => (await import('./QrDrawing.tsx')).QrDrawing;

/** A QR code; what draws it is loaded when the first is shown. */
export function QrCode(props: QrCodeProps) {
  return (
    <div className="size-36">
      <Late load={load} props={props} />
    </div>
  );
}
