export function writeZip(folder: string, path: string): Promise<void>;
export function writeTarball(folder: string, path: string): void;
