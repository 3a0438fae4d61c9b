import { evidenceKinds, largestEvidence } from '#core/evidence/kind.ts';

const kinds = new Map(evidenceKinds.flatMap(({ title, mediaTypes }) => mediaTypes.map((type) => [type, title])));

/** 「PDF・1.2MB」 */
export function fileWords({ mediaType, size }: { readonly mediaType: string; readonly size: number }): string {
  return `${kinds.get(mediaType) ?? 'ファイル'}・${sizeText(size)}`;
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes}バイト`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)}KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)}MB`;
}

/** Endings a file dialog offers. */
export const evidenceEndings = evidenceKinds.flatMap(({ endings }) => endings.map((ending) => `.${ending}`));

/** Why a file need not be sent at all; undefined where it may be. */
export function sendingFault({ size }: { readonly size: number }): string | undefined {
  if (size === 0) return 'ファイルが空です。中身のあるファイルを選んでください。';
  if (size <= largestEvidence) return undefined;
  return `${sizeText(size)}あります。20MBまでのファイルにしてください（分けるか、画像を小さくします）。`;
}
