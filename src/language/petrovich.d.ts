/** The part of petrovich that we use; the package ships no types. */
declare module "petrovich" {
  type Person = {
    readonly gender: "male" | "female";
    readonly first?: string;
    readonly middle?: string;
    readonly last?: string;
  };
  type Case = "nominative" | "genitive" | "dative" | "accusative" | "instrumental" | "prepositional";
  // biome-ignore lint/style/noDefaultExport: the package is one function, exported so
  export default function petrovich(person: Person, grammaticalCase: Case): Person;
}
