import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGate } from '../crypto/gate.ts';
import { type FileStorage, placeOf } from './file-storage.ts';
import type { S3Location } from './s3-location.ts';

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Each holds a whole file in memory, so that a failed attempt can be sent again. */
const uploadsAtOnce = 4;

/** S3 or anything that speaks it. Without credentials the SDK's own chain finds them (environment, files, roles). */
export const createS3Storage = async (
  location: S3Location,
  credentials?: S3Credentials,
): Promise<FileStorage> => {
  // The SDK is large; installations that keep files on disk never load it.
  const { GetObjectCommand, PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const { bucket, prefix, endpoint, region } = location;
  const client = new S3Client({
    region,
    ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const gate = createGate(uploadsAtOnce);
  return {
    keep: async (received) => {
      const place = placeOf(received.sha256);
      await gate(async () =>
        client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: prefix + place,
            Body: await readFile(received.path),
            ContentType: received.mediaType,
            ChecksumSHA256: received.sha256.toString('base64'),
          }),
        ),
      );
      await received.discard();
      return place;
    },
    open: async (place) => {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: prefix + place }));
      if (answer.Body === undefined) throw new Error(`the storage answered nothing for ${place}`);
      return answer.Body as Readable;
    },
  };
};
