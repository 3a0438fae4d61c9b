type EvidenceKind = {
  readonly title: string;
  readonly mediaTypes: readonly string[];
  /** How the name of such a file ends, without the dot. */
  readonly endings: readonly string[];
};

const office = 'application/vnd.openxmlformats-officedocument';

/** Largest evidence file in bytes (20 MB as people count it on screen). */
export const largestEvidence = 20 * 1024 * 1024;

/** The kinds of file that can be evidence: what an institution prints, scans, photographs or writes, and nothing that can act. */
export const evidenceKinds: readonly EvidenceKind[] = [
  { title: 'PDF', mediaTypes: ['application/pdf'], endings: ['pdf'] },
  { title: 'PNG', mediaTypes: ['image/png'], endings: ['png'] },
  { title: 'JPEG', mediaTypes: ['image/jpeg'], endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { title: 'WebP', mediaTypes: ['image/webp'], endings: ['webp'] },
  { title: 'HEIC', mediaTypes: ['image/heic', 'image/heif'], endings: ['heic', 'heif'] },
  { title: 'Excel', mediaTypes: [`${office}.spreadsheetml.sheet`], endings: ['xlsx'] },
  { title: 'Word', mediaTypes: [`${office}.wordprocessingml.document`], endings: ['docx'] },
  { title: 'PowerPoint', mediaTypes: [`${office}.presentationml.presentation`], endings: ['pptx'] },
];

/** Whether a file whose bytes are of this media type can be evidence under this name. */
export function isEvidenceKind(mediaType: string, name: string): boolean {
  const kind = evidenceKinds.find(({ mediaTypes }) => mediaTypes.includes(mediaType));
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return kind !== undefined && ending !== undefined && kind.endings.includes(ending);
}
