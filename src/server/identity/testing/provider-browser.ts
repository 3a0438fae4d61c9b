/** A browser at the provider: follows it from page to page and signs in as the person, until it is sent back to Mamori. */
export class ProviderBrowser {
  readonly #cookies = new Map<string, string>();

  async #go(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  /** The address the provider sends the browser back to, having asked for what it asks. */
  async signIn(url: string, login: string, mamori: string): Promise<URL> {
    let here = url;
    let form: Record<string, string> | undefined;
    for (let step = 0; step < 12; step++) {
      if (here.startsWith(mamori)) return new URL(here);
      const answer = await this.#go(here, form);
      form = undefined;
      const onward = answer.headers.get('location');
      const page = await answer.text();
      if (onward) here = new URL(onward, here).href;
      else if (page.includes('name="login"')) form = { login };
      else throw new Error(`${answer.status} ${page}`);
    }
    throw new Error('the provider leads in circles');
  }
}
