import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

test('scripts and styles come from here only, nothing frames us, and types are not guessed', () => {
  const headers = securityHeaders({ https: false });
  const policy = (headers['content-security-policy'] ?? '').split(';');
  expect(policy).toEqual(
    expect.arrayContaining(["script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]),
  );
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  expect(headers).not.toHaveProperty('strict-transport-security');
});

test('behind https the browser is told to stay there', () => {
  expect(securityHeaders({ https: true })['strict-transport-security']).toContain('max-age=');
});
