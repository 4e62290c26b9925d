import { describe, expect, it } from "vitest";
import * as trc from "../src/index.ts";

describe("the library", () => {
  it("offers what it is known for, and nothing by accident", () => {
    expect(Object.keys(trc).sort()).toEqual([
      "addToArchive",
      "attachSignatures",
      "buildSet",
      "centreStatus",
      "compareSets",
      "declineBatch",
      "declineText",
      "examine",
      "importPlan",
      "inflect",
      "initCentre",
      "issueDocument",
      "mirrorArchive",
      "newRecord",
      "openSigner",
      "planCalendar",
      "planSheet",
      "readAnswers",
      "readProject",
      "readTrust",
      "registerSheet",
      "release",
      "signOff",
      "signOffState",
      "verifyArchive",
      "verifyBundle",
      "writeWorkbook",
    ]);
  });
});
