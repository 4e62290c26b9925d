import { describe } from "vitest";
import { publicInjection } from "../support/public-injection.ts";

describe("the public edition of sample", () => publicInjection("sample"));
