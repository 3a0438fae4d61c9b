/** The words without what a slip of the pen changes: spaces, width of letters, marks of punctuation. */
export const wording = (text: string): string => text.normalize('NFKC').replace(/[\s、。・「」『』()!?]/gu, '');

/** Whether two texts say the same in the same words, so that what was accepted of one holds for the other. */
export const sameWords = (one: string, other: string): boolean => wording(one) === wording(other);
