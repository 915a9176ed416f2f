import { Type } from 'typebox';

/** Numbers of one topic grow, may skip, and mean nothing to another server process: only equality counts. */
export const Sequence = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
