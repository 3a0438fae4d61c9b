/** The texts of a request: how many characters each takes, and what is said where one is missing. */
export const requestTexts = {
  title: { most: 100, missing: '何を決めてほしいかを書いてください。' },
  matter: { most: 600, missing: '決めるのに要ることを書いてください。' },
  effect: { most: 400, missing: '決めると何が良くなるかを書いてください。' },
  waiting: { most: 400, missing: '決めないとどうなるかを書いてください。' },
} as const;
export type RequestText = keyof typeof requestTexts;
