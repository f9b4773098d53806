/**
 * Node 20's URL.canParse, once compiled, refuses addresses with letters such as "ü": it takes their one-byte form for UTF-8.
 * No browser does. Import it in tests that read many addresses.
 */
URL.canParse = (address: string | URL, base?: string | URL): boolean => {
  try {
    return Boolean(new URL(address, base))
  } catch {
    return false
  }
}
