export function writeExtension(path: string, about: { readonly root: string; readonly version: string }): Promise<void>;
