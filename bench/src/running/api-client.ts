/** The server's API as any other program would call it; throws with the problem's words. */
export interface ApiClient {
  readonly token: string;
  get<T>(path: string): Promise<T>;
  send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<void>;
}

export const signIn = async (
  url: string,
  credentials: { email: string; password: string },
): Promise<ApiClient> => {
  const answer = await call(`${url}/api/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const { token } = (await answer.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return {
    token,
    get: async <T>(path: string) => (await (await call(`${url}/api/v1${path}`, { headers })).json()) as T,
    send: async (method, path, body) => {
      await call(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    },
  };
};

const call = async (url: string, init: RequestInit): Promise<Response> => {
  const answer = await fetch(url, init);
  if (answer.ok) return answer;
  throw new Error(`${answer.status} from ${new URL(url).pathname}: ${(await answer.text()).slice(0, 600)}`);
};
