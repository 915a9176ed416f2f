/** How much of the body has left, 0 to 1. */
export type OnUpload = (share: number) => void;

/** Answers that may have no body. */
const bodiless = [204, 205, 304];

const responseOf = (request: XMLHttpRequest): Response => {
  const headers = new Headers();
  for (const line of request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const [name, ...value] = line.split(':');
    if (name) headers.append(name.trim(), value.join(':').trim());
  }
  const { status, statusText } = request;
  return new Response(bodiless.includes(status) ? null : request.responseText, {
    status,
    statusText,
    headers,
  });
};

/** Like `fetch`, which cannot tell how far an upload is; rejects the same way when nothing was answered. */
export const fetchWithProgress = (
  address: string,
  init: RequestInit,
  onUpload: OnUpload,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(init.method ?? 'GET', address);
    new Headers(init.headers).forEach((value, name) => {
      request.setRequestHeader(name, value);
    });
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onUpload(loaded / total);
    };
    const fail = () => reject(new TypeError('The request got no answer.'));
    request.onload = () => resolve(responseOf(request));
    request.onerror = fail;
    request.onabort = fail;
    request.ontimeout = fail;
    init.signal?.addEventListener('abort', () => request.abort());
    request.send((init.body ?? null) as XMLHttpRequestBodyInit | null);
  });
