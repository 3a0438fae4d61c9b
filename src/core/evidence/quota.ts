/** The most evidence one facility can keep: files, and their bytes together (2 GB as people count it on screen). */
export const facilityQuota = { files: 5000, bytes: 2 * 1024 * 1024 * 1024 } as const;

/** What a facility keeps of evidence, what was taken away and can still be put back among it. */
export type KeptAmount = { readonly files: number; readonly bytes: number };

/** Whether one more file of so many bytes finds room in the facility. */
export function hasRoom(kept: KeptAmount, size: number): boolean {
  return kept.files < facilityQuota.files && kept.bytes + size <= facilityQuota.bytes;
}
