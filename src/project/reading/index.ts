/** Reading a project: folders of records and templates become linked records, kinds and profiles. May not write. */

export { type FileCache, openFileCache } from "./file-cache.ts";
export { foldName, safeFileName, uniqueNames } from "./file-name.ts";
export { isPaper, isPicture } from "./files-of-project.ts";
export { dayFaults, missingFile, missingFolder, outOfReach, unreadableFile, unwritable } from "./folder-faults.ts";
export { git, realpath, repositoryOf } from "./git.ts";
export { modeline, publicName, SCHEMAS_FOLDER } from "./modeline.ts";
export { defaultTemplates, isProgramTemplate, packageRoot, programKinds, templateOrProgram } from "./package-root.ts";
export { type Profiles, type ProfileWishes, readProfile, readProfiles } from "./profiles.ts";
export { type FoundFile, filesIn, type ListFolder } from "./read-folder.ts";
export { type Program, type ProgramPackage, readProgram } from "./read-program.ts";
export { type Project, type ProjectFolders, readContent, readProject } from "./read-project.ts";
export {
  type Centre,
  missingCentres,
  planSources,
  readCentres,
  readSources,
  type SourceData,
  type SourceOptions,
  type Sources,
  sameSources,
  sourceData,
  sourcesAfter,
  sourcesOf,
} from "./read-sources.ts";
export { filled, readWording, type WordingFile } from "./read-wording.ts";
export { readWrittenForms } from "./read-written-forms.ts";
export { strayFiles } from "./stray-files.ts";
