/** The part of az that we use; the package ships no types. */
declare module "az" {
  /** Grammemes of OpenCorpora that hold of a form. */
  type Grammeme =
    | (
        | "NOUN"
        | "ADJF"
        | "PRTF"
        | "NPRO"
        | "NUMR"
        | "Surn"
        | "Name"
        | "Patr"
        | "Geox"
        | "Abbr"
        | "anim"
        | "masc"
        | "femn"
        | "neut"
        | "sing"
        | "plur"
      )
    | ("V-oy" | "V-ey" | "V-ie" | "V-be" | "V-bi" | "Infr" | "Slng" | "Arch" | "Dist" | "Erro" | "Litr");
  export type Tag = { readonly flex: readonly string[] } & { readonly [grammeme in Grammeme]?: unknown };
  export type Parse = {
    readonly word: string;
    readonly score: number;
    readonly tag: Tag;
    readonly formCnt?: number;
    inflect(form: number): Parse;
  };
  type Config = { readonly parsers: readonly string[]; readonly ignoreCase: boolean; readonly stutter: number };
  const az: {
    /** How the dictionary's files are read; may be replaced. */
    load: (file: string, type: "json" | "arraybuffer", done: (error: Error | null, data: unknown) => void) => void;
    Morph: {
      (word: string, config: Config): Parse[];
      init(done: (error?: Error | null) => void): void;
    };
  };
  // biome-ignore lint/style/noDefaultExport: the package is one function, exported so
  export default az;
}
