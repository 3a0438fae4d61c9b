/** What is said of a name left empty. */
export const missingName = (name: string): string | undefined =>
  name.trim() === '' ? '名前を入力してください。' : undefined;
