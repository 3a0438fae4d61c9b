const key = 'mamori.signed-in';

// The session cookie cannot be read here; this mark only spares guests questions to the server that end in 401.
export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(key, '1');
  else localStorage.removeItem(key);
}

export function wasSignedIn(): boolean {
  return localStorage.getItem(key) === '1';
}
