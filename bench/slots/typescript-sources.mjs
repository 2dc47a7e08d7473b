// Lets Node run the sources as they are: it strips types by itself, and this hook finds the .ts file
// behind an import that ends in .js. So a measurement never meets a stale build.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context);
    } catch (error) {
      if (!specifier.startsWith('.') || !specifier.endsWith('.js')) throw error;
      return nextResolve(specifier.replace(/\.js$/, '.ts'), context);
    }
  },
});

/** Imports a source file, named from the top of the project. */
export function loadTypeScript(file) {
  return import(new URL(`../../${file}`, import.meta.url).href);
}
