import { err, ok, type Result } from '@comitium/basics';
import { ConnectionQuota } from './connection-quota.ts';
import type { LiveContext } from './live-context.ts';
import type { LiveError } from './live-error.ts';
import { anonymousViewer, type Viewer } from './viewer.ts';

/** Where a connection comes from, before it is known who holds it. */
export interface Origin {
  readonly address: string;
  readonly ticket: string | undefined;
}

/** Let in; owes one `release` when the connection ends. */
export interface Admitted {
  readonly viewer: Viewer;
  readonly release: () => void;
}

/** Uses a ticket up and says whose it was. */
export type RedeemTicket = (ticket: string) => Promise<Result<Viewer, LiveError>>;

const tooMany = (holder: string): LiveError => ({
  code: 'rate_limited',
  message: `Too many connections for this ${holder}`,
});

/** Who may connect: the ticket must be good, and neither address nor account may hold too many connections. */
export class Admission {
  readonly #addresses: ConnectionQuota;
  readonly #accounts: ConnectionQuota;
  readonly #context: LiveContext;
  readonly #redeemTicket: RedeemTicket;

  constructor(context: LiveContext, redeemTicket: RedeemTicket) {
    this.#context = context;
    this.#addresses = new ConnectionQuota(context.settings.connectionsPerAddress);
    this.#accounts = new ConnectionQuota(context.settings.connectionsPerAccount);
    this.#redeemTicket = redeemTicket;
  }

  async admit(origin: Origin): Promise<Result<Admitted, LiveError>> {
    const { address, ticket } = origin;
    if (!this.#addresses.take(address)) return err(tooMany('address'));
    const releaseAddress = () => this.#addresses.release(address);
    const viewer = ticket === undefined ? ok(anonymousViewer) : await this.#redeem(ticket);
    if (viewer.ok && viewer.value.kind === 'anonymous')
      return ok({ viewer: viewer.value, release: releaseAddress });
    if (viewer.ok && viewer.value.kind === 'user') {
      const { id } = viewer.value;
      const release = () => {
        releaseAddress();
        this.#accounts.release(id);
      };
      if (this.#accounts.take(id)) return ok({ viewer: viewer.value, release });
    }
    releaseAddress();
    return err(viewer.ok ? tooMany('account') : viewer.error);
  }

  async #redeem(ticket: string): Promise<Result<Viewer, LiveError>> {
    try {
      const redeemed = await this.#redeemTicket(ticket);
      return redeemed.ok ? redeemed : err({ code: 'unauthenticated', message: redeemed.error.message });
    } catch (error) {
      this.#context.metrics.count('errors', 1);
      this.#context.onError(error, 'ticket');
      return err({ code: 'unavailable', message: 'The ticket cannot be looked at just now' });
    }
  }
}
