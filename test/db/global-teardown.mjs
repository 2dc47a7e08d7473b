export default async function globalTeardown() {
  await globalThis.visAVisTestServer?.stop();
}
