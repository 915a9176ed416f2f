// Types hold commands to the declared shapes; this looks at what is really written, where tests run. Elsewhere nobody
// installs it, and an append costs one comparison more.
import { Compile } from 'typebox/compile';
import type { DeclaredEvents } from './declared-events.ts';

interface Appended {
  readonly type: string;
  readonly version: number;
  readonly payload: unknown;
}

type Check = (event: Appended) => void;

let installed: Check | undefined;

/** From now on an event of this process that is not as declared throws where it is appended. */
export const checkAppendedEvents = (declared: DeclaredEvents): void => {
  const shapes = new Map<string, ReturnType<typeof Compile>>();
  installed = ({ type, version, payload }) => {
    const event = declared[type];
    // Tests of the ledger itself write events that no feature has; those of features would not compile.
    if (event === undefined) return;
    const shape = shapes.get(type) ?? Compile(event.payload);
    shapes.set(type, shape);
    if (version !== event.version) throw new Error(`${type} is at version ${event.version}, not ${version}`);
    const stored: unknown = JSON.parse(JSON.stringify(payload));
    if (shape.Check(stored)) return;
    const [flaw] = shape.Errors(stored);
    throw new Error(`${type} is not as declared: ${flaw?.instancePath} ${flaw?.message}`);
  };
};

export const checkAppended = (events: readonly Appended[]): void => {
  if (installed !== undefined) for (const event of events) installed(event);
};
