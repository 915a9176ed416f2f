// A passkey made of software, which signs as a device does (W3C WebAuthn level 3). The browser stories use Chromium's own.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const encode = (data: string | Buffer): string => Buffer.from(data).toString('base64url');

/** RFC 8949: the heads of byte strings (2) and texts (3), with a length below 65,536. */
const head = (major: number, length: number): Buffer => {
  if (length < 24) return Buffer.from([major * 32 + length]);
  if (length < 256) return Buffer.from([major * 32 + 24, length]);
  return Buffer.from([major * 32 + 25, length >> 8, length & 255]);
};
const bytes = (data: Buffer): Buffer => Buffer.concat([head(2, data.length), data]);
const text = (data: string): Buffer => Buffer.concat([head(3, data.length), Buffer.from(data)]);

/** The public key as COSE (RFC 9053): EC2, ES256, P-256. */
const coseOf = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
};

export interface Question {
  readonly challenge: string;
  readonly rpId: string;
  readonly origin: string;
}

export class SoftAuthenticator {
  readonly id = randomBytes(16);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  counter = 0;
  /** Whether it says that it has recognised its owner. */
  verifies = true;
  userHandle: string | undefined;

  #authData(rpId: string, more: Buffer = Buffer.alloc(0)): Buffer {
    const flags = 0x01 + (this.verifies ? 0x04 : 0) + (more.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, more]);
  }

  /** To a registration. */
  create({ challenge, rpId, origin }: Question) {
    const clientData = JSON.stringify({ type: 'webauthn.create', challenge, origin, crossOrigin: false });
    const length = Buffer.from([0, this.id.length]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, coseOf(this.#keys.publicKey)]);
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')],
      bytes(this.#authData(rpId, credential)),
    ]);
    return {
      ...{ id: encode(this.id), rawId: encode(this.id), type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: encode(clientData),
        attestationObject: encode(attestation),
        transports: ['internal'],
      },
    };
  }

  /** To a sign-in. */
  get({ challenge, rpId, origin }: Question) {
    this.counter += this.counter === 0 ? 0 : 1;
    const clientData = JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false });
    const authData = this.#authData(rpId);
    const signed = Buffer.concat([authData, sha256(clientData)]);
    return {
      ...{ id: encode(this.id), rawId: encode(this.id), type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: encode(clientData),
        authenticatorData: encode(authData),
        signature: encode(createSign('sha256').update(signed).sign(this.#keys.privateKey)),
        ...(this.userHandle !== undefined && { userHandle: this.userHandle }),
      },
    };
  }
}
