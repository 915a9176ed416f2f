import { expect, test } from 'vitest';
import { mediaTypeOf } from './media-type-of.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

test('the four kinds are told by their first bytes', () => {
  expect(mediaTypeOf(latin('\xff\xd8\xff\xe0\x00\x10JFIF'))).toBe('image/jpeg');
  expect(mediaTypeOf(latin('\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR'))).toBe('image/png');
  expect(mediaTypeOf(latin('RIFF\x10\x00\x00\x00WEBPVP8 '))).toBe('image/webp');
  expect(mediaTypeOf(latin('%PDF-1.7\n'))).toBe('application/pdf');
});

test('pages, scripts, archives, other pictures and near misses are none of them', () => {
  const others = [
    '<!doctype html>',
    '<svg xmlns=',
    '#!/bin/sh',
    'PK\x03\x04',
    'GIF89a',
    'RIFF\0\0\0\0WAVEfmt ',
  ];
  for (const text of [...others, '', '\xff\xd8', ' %PDF-1.7', '\x89PNG\r\n\x1a\n<script>']) {
    expect([text, mediaTypeOf(latin(text))]).toEqual([text, null]);
  }
});
