/** What versions of an item are compared by: width of letters and blanks make no difference. */
const foldedWording = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

/** Whether two wordings ask the same, letter by letter after folding. */
export const sameWording = (one: string, other: string): boolean => foldedWording(one) === foldedWording(other);
