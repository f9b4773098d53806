/**
 * The extension API as content scripts use it: what the browser offers, without the polyfill,
 * which would cost each page 10 kB. Both browsers answer with promises.
 */
export const api: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? chrome
