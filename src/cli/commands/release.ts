import { text } from "../../base/diagnostics/index.ts";
import type { CommandSpec } from "../command.ts";
import { CONTENTS, FILE, JSON_REPORT, TEMPLATES } from "../options.ts";
import type { ReleaseCommandOptions } from "./run-release.ts";
import { SIGNER } from "./signer-options.ts";

/** `trc release`: makes a bundle. */
export const RELEASE: CommandSpec<ReleaseCommandOptions> = {
  name: "release",
  says: text(
    "выпустить комплект: документы, одобрения, происхождение, подписи – в одном файле",
    "release a bundle: documents, approvals, provenance and signatures in one file",
  ),
  options: [
    CONTENTS,
    TEMPLATES,
    { flag: "--out", value: FILE, says: text("файл комплекта", "file of the bundle"), default: "release/bundle.zip" },
    {
      flag: "--draft",
      says: text(
        "черновик: без одобрений и фиксации git, с пометкой",
        "draft: without approvals and a git commit, marked as such",
      ),
    },
    { flag: "--sign-documents", says: text("подписать и каждый PDF отдельно", "sign each PDF as well") },
    JSON_REPORT,
    ...SIGNER,
  ],
  run: async (...call) => (await import("./run-release.ts")).releaseCommand(...call),
};
