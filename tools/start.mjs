// Builds what is stale, then becomes the product. npm passes a signal on to what it started and no
// further: with `exec` in front (package.json) that is this process, and not the shell.
import './build-if-stale.mjs';

process.setSourceMapsEnabled(true);
await import('../dist/src/main.js');
