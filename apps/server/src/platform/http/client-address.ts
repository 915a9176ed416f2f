import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** The caller's address: the socket's, or what trusted proxies say of it. Anybody else's header is ignored. */
export const clientAddressOf = (trustedProxies: readonly string[]) => {
  const trust = proxyAddr.compile([...trustedProxies]);
  return (request: IncomingMessage): string =>
    trustedProxies.length === 0 ? (request.socket.remoteAddress ?? '') : proxyAddr(request, trust);
};
