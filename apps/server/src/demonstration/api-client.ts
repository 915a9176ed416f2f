/** The running server's own API, the way every other program calls it. Throws with the problem's words. */
export interface ApiClient {
  readonly token: string;
  get<T>(path: string): Promise<T | null>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<T>;
}

export const signIn = async (
  url: string,
  { email, password }: { email: string; password: string },
): Promise<ApiClient> => {
  const { token } = await call<{ token: string }>({
    url,
    method: 'POST',
    path: '/auth/sign-in',
    body: { email, password },
  });
  return {
    token,
    get: async (path) => {
      const response = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
      if (response.status === 404) return null;
      return read(response);
    },
    send: (method, path, body) => call({ url, method, path, body, token }),
  };
};

interface Call {
  readonly url: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly token?: string;
}

const call = async <T>({ url, method, path, body, token }: Call): Promise<T> => {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  return read(await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) }));
};

const read = async <T>(response: Response): Promise<T> => {
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${response.status} from ${new URL(response.url).pathname}: ${text.slice(0, 600)}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
};
