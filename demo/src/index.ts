export * from './ghana/index.ts';
export * from './loading/index.ts';
export * from './simulation/index.ts';
export * from './spain/index.ts';
