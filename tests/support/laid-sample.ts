import { openSession } from "../../src/project/pipeline/index.ts";
import { readSources } from "../../src/project/reading/index.ts";
import type { Layout } from "../../src/typesetting/layout/index.ts";
import { SAMPLES, type SampleName } from "./samples.ts";

/** A document of a sample with its pages. */
export type LaidSample = { readonly kind: string; readonly title: string; readonly layout: Layout };

/** Every document of a sample as it is laid out. */
export async function laidSample(name: SampleName): Promise<LaidSample[]> {
  const sources = await readSources({ content: [SAMPLES[name]], templates: "templates" });
  const session = await openSession(null);
  const { documents } = await session.make(
    sources,
    { only: [], today: null, edition: "original", draft: false, rendering: {}, engine: "test" },
    { plan: () => undefined, step: async () => undefined, made: async () => undefined },
  );
  return documents.map(({ rendered, input: { layout } }) => {
    const { kind, title } = rendered.model.meta;
    return { kind, title, layout };
  });
}
