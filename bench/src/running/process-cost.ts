import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

const fieldsOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

/** Seconds of processor time a process has used, in user and kernel mode. */
export const cpuSeconds = (pid: number): number => {
  const fields = fieldsOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};

/** The same for all processes below `pid`; ended ones are included where their parents still live. */
export const cpuSecondsBelow = (pid: number): number => {
  const fields = statOf(pid);
  if (fields === null) return 0;
  const waitedFor = (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
  return childrenOf(pid).reduce((sum, child) => sum + ownSeconds(child) + cpuSecondsBelow(child), waitedFor);
};

/** Nothing where it has just ended. */
const ownSeconds = (pid: number): number => {
  const fields = statOf(pid);
  return fields === null ? 0 : (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
};

/** Of a server and the PostgreSQL under it. */
export const cpuOf = ({ server, postmaster }: { server: { pid: number }; postmaster: number }): number =>
  cpuSeconds(server.pid) + cpuSecondsBelow(postmaster);

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);

const parentOf = (pid: number): number | null => {
  const parent = statOf(pid)?.[1];
  return parent === undefined ? null : Number(parent);
};

/** A process may end between the listing and the reading. */
const statOf = (pid: number): string[] | null => {
  try {
    return fieldsOf(pid);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
};

/** Resident memory in bytes. */
export const residentBytes = (pid: number): number => {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (found === null) throw new Error(`process ${pid} has no resident memory`);
  return Number(found[1]) * 1024;
};
