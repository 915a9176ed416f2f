import { Type } from 'typebox';
import { languages } from './languages.ts';

/** Apart from the list itself, so that a page that shows the languages does not fetch the schema library with them. */
export const LanguageName = Type.Enum([...languages]);
