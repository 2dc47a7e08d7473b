import { withTypeScript } from '../db/typescript-hooks.mjs';

// The product itself, from its sources, as a process of its own that a test can kill.
withTypeScript();
await import('../../src/main.ts');
