type HtmlPolicy = { readonly createHTML: (html: string) => string };
type PolicyMaker = { readonly createPolicy: (name: string, rules: HtmlPolicy) => unknown };

declare global {
  interface Window {
    readonly trustedTypes?: PolicyMaker;
  }
}

// Nothing here writes markup. React Aria empties its announcer with an empty string, which is all this policy lets pass.
window.trustedTypes?.createPolicy('default', {
  createHTML(html) {
    if (html !== '') throw new TypeError('markup as text is not allowed');
    return html;
  },
});

export {};
