import { expect, test } from 'vitest';
import { readS3Location } from './s3-location.ts';

test('bucket, prefix, endpoint and region are read', () => {
  const url = 's3://results/2024/files/?endpoint=http://127.0.0.1:9000&region=eu-west-1';
  expect(readS3Location(url)).toEqual({
    ok: true,
    value: {
      bucket: 'results',
      prefix: '2024/files/',
      endpoint: 'http://127.0.0.1:9000',
      region: 'eu-west-1',
    },
  });
  expect(readS3Location('s3://results')).toMatchObject({ value: { prefix: '', endpoint: null } });
});

test('other addresses are refused', () => {
  for (const url of [
    '',
    'results',
    'https://results',
    's3://',
    's3://b?endpoint=ftp://x',
    's3://b?endpoint=x',
  ]) {
    expect([url, readS3Location(url).ok]).toEqual([url, false]);
  }
});
