import { create } from 'qrcode';

export type QrCodeProps = { readonly text: string; readonly label: string };

const quiet = 4;

/** A QR code as one path, sharp on screen and on paper. */
export function QrDrawing({ text, label }: QrCodeProps) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from({ length: size * size }, (_, place) => place).filter((place) => data[place] === 1);
  const path = dark.map((place) => `M${(place % size) + quiet} ${Math.floor(place / size) + quiet}h1v1h-1z`).join('');
  const side = size + 2 * quiet;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="w-36 rounded-8 border border-solid-gray-100 bg-white"
    >
      <path d={path} fill="black" />
    </svg>
  );
}
