import { preposition } from "../../../language/index.ts";
import { text, type WordingRule } from "../rule.ts";
import { replacing, sameCapital } from "./replacing.ts";

/** «о» or «об» by the sound of the next word. */
export const prepositionO: WordingRule = {
  code: "TRC4103",
  title: text("«О» вместо «об» или наоборот", "«О» in place of «об» or the other way round"),
  validations: ["V31"],
  why: text(
    "Перед гласными звуками а, о, у, э, и пишут «об», перед остальными – «о»; аббревиатуру читают вслух",
    "Before the vowel sounds «а, о, у, э, и» one writes «об», otherwise «о»",
  ),
  norm: "Правила русской орфографии и пунктуации",
  example: {
    file: "orders/2025/119-od-2025.yaml",
    wrong: "subject: О организации конференции",
    right: "subject: Об организации конференции",
  },
  findText: replacing(
    /(?<![\p{L}\d.-])(о|об|обо)([\s\u00a0]+)([«„"]?)([\p{L}][\p{L}-]*)/giu,
    ([, given = "", space = "", quote = "", word = ""]) => {
      // «об» before «о» is also the old «об стену»; a single capital О may be an initial or a name of a class.
      if (
        /^(мн|вс|стен|пол$|землю|что)/i.test(word) ||
        given === "ОБ" ||
        (given === "О" && word === word.toUpperCase() && word.length === 1)
      )
        return null;
      const right = preposition("о", word);
      return right === given.toLowerCase() ? null : `${sameCapital(given, right)}${space}${quote}${word}`;
    },
  ),
};
