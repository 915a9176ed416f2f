export { createRegisterBook, type RegisterBook } from './register-book.ts';
export type { RegisterIndex } from './register-index.ts';
