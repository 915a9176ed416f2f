import { isIPv4, isIPv6 } from 'node:net';

const groupsOf = (text: string): string[] => text.split(':').filter((group) => group !== '');

/**
 * The network of an address, as `192.0.2.0/24` or `2001:db8:7::/48`: enough to see where attempts come from, too little
 * to point at one household. Null for what is no address.
 */
export const networkOf = (address: string): string | null => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [unscoped = ''] = plain.split('%');
  if (!isIPv6(unscoped)) return null;
  const [head = '', tail] = unscoped.split('::');
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const first = [...left, ...zeros, ...right].slice(0, 3);
  return `${first.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/48`;
};
