import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ProblemError } from './problem-error.ts';
import { readProblem } from './read-problem.ts';
import { apiAddress } from './send-request.ts';
import { currentToken, renewToken } from './session-token.ts';

const load = async (id: string, signal: AbortSignal): Promise<Blob> => {
  const ask = () =>
    fetch(apiAddress(`files/${encodeURIComponent(id)}`), {
      signal,
      headers: { authorization: `Bearer ${currentToken() ?? ''}` },
    });
  let response = await ask();
  if (response.status === 401 && (await renewToken())) response = await ask();
  if (!response.ok) throw new ProblemError(await readProblem(response));
  return response.blob();
};

/** A stored file behind the sign-in, as an address of this page: an image element could not send the token. */
export const useFileAddress = (id: string) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['file', id],
    queryFn: ({ signal }) => load(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return setAddress(null);
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return { address, mediaType: data?.type ?? null, error, retry: () => void refetch() };
};
