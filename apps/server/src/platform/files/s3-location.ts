import { err, ok, type Result } from '@comitium/basics';

export interface S3Location {
  readonly bucket: string;
  /** Ends with a slash, or is empty. */
  readonly prefix: string;
  /** Null for Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
}

/** Reads `s3://bucket/prefix?endpoint=https://…&region=…`; the error says what would have been right. */
export const readS3Location = (text: string): Result<S3Location, string> => {
  const url = URL.parse(text);
  if (url?.protocol !== 's3:' || url.host === '') return err('must look like s3://bucket/prefix?region=…');
  const endpoint = url.searchParams.get('endpoint');
  if (endpoint !== null && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    return err('has an endpoint that is no http(s) address');
  }
  const path = url.pathname.replace(/^\/+|\/+$/g, '');
  return ok({
    bucket: url.host,
    prefix: path === '' ? '' : `${path}/`,
    endpoint,
    region: url.searchParams.get('region') ?? 'us-east-1',
  });
};
