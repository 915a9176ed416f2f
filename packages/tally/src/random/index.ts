export { drawOrder, firstTicket, nextTicket, type TicketNumber } from './consistent-sampler.ts';
export { type CounterGenerator, counterGenerator, type Draw } from './counter-generator.ts';
export { sha256Hex } from './sha256.ts';
