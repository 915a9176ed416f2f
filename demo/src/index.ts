export * from './ghana/index.ts';
