/** Who gave an answer, in a sentence: a person with さん; who stands for somebody else says so in brackets. */
export const giverWords = (name: string): string => (/）$/.test(name) ? name : `${name}さん`);
