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

/** The same for all processes below `pid`, ended ones included as far as they were waited for. */
export const cpuSecondsBelow = (pid: number): number =>
  childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child) + cpuSecondsBelow(child), 0);

/** Of a server and the PostgreSQL under it. */
export const cpuOf = ({ server, postmaster }: { server: { pid: number }; postmaster: number }): number =>
  cpuSeconds(server.pid) + cpuSecondsBelow(postmaster);

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid);

/** A process may end between the listing and the reading. */
const parentOf = (pid: number): number | null => {
  try {
    return Number(fieldsOf(pid)[1]);
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
