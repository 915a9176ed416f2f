/** Why a simulation or an upload had to stop. What the server says about a single sheet is no failure of these. */
export type SendFailure =
  | { readonly code: 'aborted' }
  /** No usable answer after every attempt. */
  | { readonly code: 'unreachable'; readonly detail: string }
  | { readonly code: 'sign_in_failed'; readonly email: string; readonly detail: string }
  /** The server will not take the request at all. */
  | { readonly code: 'refused'; readonly status: number; readonly detail: string }
  /** The server answers otherwise than the contract says. */
  | { readonly code: 'protocol_broken'; readonly detail: string };
