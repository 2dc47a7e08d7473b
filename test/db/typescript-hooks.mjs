import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const options = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: 'automatic', importSource: 'preact' },
    },
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

/**
 * Lets a plain .mjs file import the project's TypeScript without a build, decorators included.
 * Jest transforms what specs import, but not what its global set-up imports.
 */
export function withTypeScript() {
  return registerHooks({
    resolve(specifier, context, next) {
      const source = sourceOf(specifier, context.parentURL);
      return next(source ?? specifier, context);
    },
    load(url, context, next) {
      if (!isSource(url)) return next(url, context);
      const filename = fileURLToPath(url);
      const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}

/** `./env.js` imported by a TypeScript file is `./env.ts`, or `./page.view.tsx`. */
function sourceOf(specifier, parent) {
  if (!parent || !isSource(parent) || !/^\.\.?\/.*\.js$/.test(specifier)) return null;
  const candidates = ['.ts', '.tsx'].map((end) => new URL(specifier.replace(/\.js$/, end), parent));
  return candidates.find((url) => existsSync(url))?.href ?? null;
}

function isSource(url) {
  return url.startsWith('file:') && /\.tsx?$/.test(url) && !url.includes('/node_modules/');
}
