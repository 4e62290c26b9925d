/** What a file is before anybody reads it. Imports nothing, so that a run that has nothing to read loads nothing. */
export { isContentFile, isTemplateFile, MAX_FILE_BYTES, maxBytesOf, type SourceFile } from "./source-file.ts";
