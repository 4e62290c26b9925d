/** The part of fontkit that we use; the package ships no types. */
declare module "fontkit" {
  export function create(buffer: Uint8Array): unknown;
}
