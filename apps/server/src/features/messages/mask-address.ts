import type { Channel } from './message.ts';

/** Enough to know it again for who knows it, too little to use it: `+995 5•• ••• 12`, `e•••@example.org`. */
export const maskAddress = (channel: Channel, to: string): string => {
  switch (channel) {
    case 'sms':
      return `${to.slice(0, 4)} ${to.slice(4, 5)}•• ••• ${to.slice(-2)}`;
    case 'email':
      return `${to.slice(0, 1)}•••@${to.slice(to.lastIndexOf('@') + 1)}`;
    case 'push':
      return '•••';
  }
};
