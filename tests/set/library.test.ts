import { describe, expect, it } from "vitest";
import * as trc from "../../src/index.ts";

describe("the library", () => {
  it("offers what it is known for, and nothing by accident", () => {
    expect(Object.keys(trc).sort()).toEqual([
      "addToArchive",
      "approvalState",
      "attachSignatures",
      "buildSet",
      "centreStatus",
      "compareSets",
      "declineBatch",
      "declineText",
      "examine",
      "explainCode",
      "exportPlan",
      "importPlan",
      "inflect",
      "initCentre",
      "issueDocument",
      "listRecordTypes",
      "listRegister",
      "mirrorArchive",
      "newRecord",
      "openSigner",
      "readAnswers",
      "readProject",
      "readTrust",
      "release",
      "repairRegister",
      "sampleAnswers",
      "signOff",
      "signOffState",
      "startPreview",
      "updateSet",
      "verifyArchive",
      "verifyBundle",
      "watchSet",
    ]);
  });
});
