export { createRegisterBook, type RegisterBook } from './register-book.ts';
export { type AreaTuple, createRegisterIndex, type RegisterIndex } from './register-index.ts';
