export { type Client, createClient, type ScopeQuery } from './create-client.ts';
export * from './live/index.ts';
export {
  type Method,
  type Requester,
  type RequestFailure,
  type RequestOptions,
  sendRequest,
  type Token,
} from './requests/send-request.ts';
