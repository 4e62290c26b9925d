type Parts = {
  readonly program: string;
  readonly runtime: { readonly windows: string; readonly linux: string; readonly licence: string };
  readonly version: string;
};
export function windowsFolder(folder: string, parts: Parts): string;
export function linuxFolder(folder: string, parts: Parts): string;
