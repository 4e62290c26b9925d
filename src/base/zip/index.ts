/** ZIP files whose bytes follow from the names and contents of what is in them alone. */
export { packZip, zipEpoch } from "./pack-zip.ts";
