import { expect, test } from 'vitest';
import { relyingParty } from './relying-party.ts';

const local = { publicUrl: '', passkeyDomain: '', port: 5050 };

test('the public address says whom a passkey is made for, and no header changes it', () => {
  const site = { ...local, publicUrl: 'https://results.example.org/night' };
  const party = { name: 'Comitium', id: 'results.example.org', origins: ['https://results.example.org'] };
  expect(relyingParty(site, undefined)).toEqual(party);
  expect(relyingParty(site, 'http://localhost:5173')).toEqual(party);
  expect(relyingParty({ ...site, passkeyDomain: 'example.org' }, undefined).id).toBe('example.org');
});

test('without one only pages of this machine may ask', () => {
  expect(relyingParty(local, 'http://localhost:5173').origins).toEqual(['http://localhost:5173']);
  for (const strange of [undefined, 'https://evil.example', 'http://localhost.evil.example', 'null']) {
    expect(relyingParty(local, strange)).toMatchObject({
      id: 'localhost',
      origins: ['http://localhost:5050'],
    });
  }
});
