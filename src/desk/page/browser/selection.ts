import { byId, element, say } from "./dom.ts";

/** The documents that are chosen in the list, to be printed as one PDF. */
export class Selection {
  readonly #toggle = byId("choose-toggle");
  readonly #bar = byId("chosen");
  readonly #ids = new Set<string>();
  /** Documents of the set as the list has them. */
  #order: readonly string[] = [];
  #redraw: () => void = () => undefined;

  constructor() {
    this.#toggle.addEventListener("click", () => {
      this.#toggle.setAttribute("aria-pressed", String(!this.isOn));
      if (!this.isOn) this.#ids.clear();
      this.#redraw();
    });
  }

  get isOn(): boolean {
    return this.#toggle.getAttribute("aria-pressed") === "true";
  }

  /** @param redraw draws the list anew */
  onChange(redraw: () => void): void {
    this.#redraw = redraw;
  }

  /** Shows how many are chosen, and the way to their PDF. What is in the set no more is chosen no more. */
  show(order: readonly string[]): void {
    this.#order = order;
    for (const id of this.#ids) if (!order.includes(id)) this.#ids.delete(id);
    this.#bar.hidden = !this.isOn;
    this.#tell();
  }

  /** A box beside a document, or beside a group of them; nothing while nobody chooses. */
  box(ids: readonly string[], label: string): HTMLInputElement | null {
    if (!this.isOn) return null;
    const box = element("input", {
      type: "checkbox",
      class: "choose",
      "data-id": `choose ${ids.join(" ")}`,
      "aria-label": label,
      title: label,
    });
    const chosen = ids.filter((id) => this.#ids.has(id)).length;
    box.checked = chosen === ids.length;
    box.indeterminate = chosen > 0 && !box.checked;
    box.addEventListener("input", () => {
      for (const id of ids)
        if (box.checked) this.#ids.add(id);
        else this.#ids.delete(id);
      this.#redraw();
    });
    return box;
  }

  #tell(): void {
    const count = this.#ids.size;
    const asked = this.#order.filter((id) => this.#ids.has(id)).map((id) => `id=${encodeURIComponent(id)}`);
    const link = element(
      "a",
      { class: "tool main", href: `print?${asked.join("&")}`, target: "_blank", rel: "noopener" },
      say("onePdf"),
    );
    const words = count === 0 ? say("chooseDocuments") : `${say("chosen")}: ${count}`;
    byId("chosen-count").textContent = words;
    byId("chosen-link").replaceChildren(...(count === 0 ? [] : [link]));
  }
}
