/** The secret a printed or handed-over link carries behind its `#`. */
export const tokenOf = (link: string): string => link.split('#')[1] ?? '';
