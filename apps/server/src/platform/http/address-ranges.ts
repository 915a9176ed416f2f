import proxyAddr from '@fastify/proxy-addr';

/**
 * Whether an address lies in one of the ranges: addresses, CIDR ranges (`10.0.0.0/8`, `fd00::/8`), or the words
 * `loopback`, `linklocal`, `uniquelocal`. An IPv4 address counts also where it is written as IPv6. Throws TypeError
 * on a range that is none of these.
 */
export const inRanges = (ranges: readonly string[]): ((address: string) => boolean) => {
  const contains = proxyAddr.compile([...ranges]);
  return (address) => isAddress(address) && contains(address, 0);
};

/** A connection that has ended already has no address. */
const isAddress = (address: string): boolean => address !== '';
