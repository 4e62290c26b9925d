import { byId } from "./dom.ts";

const KEY = "trc-theme";

/** Light or dark as the system has it, until a person says otherwise. */
export function startTheme(): void {
  const button = byId("theme-toggle");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = (): boolean => (localStorage.getItem(KEY) ?? (system.matches ? "dark" : "light")) === "dark";
  const apply = (): void => {
    document.documentElement.dataset.theme = dark() ? "dark" : "light";
    button.setAttribute("aria-pressed", String(dark()));
  };
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, dark() ? "light" : "dark");
    apply();
  });
  system.addEventListener("change", apply);
  apply();
}
