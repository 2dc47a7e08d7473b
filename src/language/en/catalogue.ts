import { common } from './common.js';

/** Every sentence the product says in English, one file per area. */
export const en = { common } as const;
