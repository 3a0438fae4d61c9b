import { createElement, Fragment, type ReactNode } from 'react';

/** 「はい」, 「はっきり」, 「2-②」, 「0〜3」, 「令和8年度」 with its month and day, 「第1版」, 「方針」: what a browser would part. */
const together =
  /(は(?=い[」・、。])い|はっきり|\d-[①-⑳]|\d+〜\d+|(?:令和)?\d+年(?:度|\d+月(?:\d+日)?)|令和\d+年|第\d+版|方針)/;

/** The same words with what is read in one held on one line, which the browser takes for the end of a phrase. */
export function unbroken(words: ReactNode): ReactNode {
  if (typeof words !== 'string' || !together.test(words)) return words;
  const parts = words.split(together).map((part, place) => (place % 2 === 1 ? held(part) : part));
  return createElement(Fragment, null, ...parts);
}

const held = (words: string) => createElement('span', { className: 'whitespace-nowrap' }, words);
