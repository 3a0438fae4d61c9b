const key = 'mamori.signed-in';

// The session cookie cannot be read here; this mark only spares guests a question to the server that ends in 401.
export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(key, '1');
  else localStorage.removeItem(key);
}

export function wasSignedIn(): boolean {
  return localStorage.getItem(key) === '1';
}
