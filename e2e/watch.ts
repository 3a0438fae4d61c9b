import type { BrowserContext } from '@playwright/test';

const inside = /^(data|blob|about):/;

/** Runs in the page: a report of the content security policy reaches nobody else there. */
const tellReports = `addEventListener('securitypolicyviolation', (report) => {
  const { violatedDirective, blockedURI, sourceFile, lineNumber } = report;
  console.error(['Content Security Policy:', violatedDirective, blockedURI, sourceFile, lineNumber].join(' '));
});`;

/** Collects what no page may do: break the content security policy, throw, or ask another server than those given. */
export async function watch(context: BrowserContext, origins: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const ask = (url: string) => {
    if (!inside.test(url) && !origins.includes(new URL(url).origin)) faults.push(`a request to ${url}`);
  };
  await context.addInitScript({ content: tellReports });
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted ?(Types|HTML|Script)/i.test(message.text())) faults.push(message.text());
  });
  context.on('weberror', (failure) => faults.push(`${failure.page()?.url()}: ${failure.error().stack}`));
  context.on('request', (request) => ask(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => ask(socket.url().replace(/^ws/, 'http'))));
  return faults;
}
