import qrcode from "qrcode-generator";
import type { ChartShape, FlowChart } from "./flow.ts";
import type { Profile } from "./profile.ts";

/**
 * A QR code of a text as rectangles, with its quiet zone; null where the standard has no such requisite. One rectangle a run of dark modules.
 * @see ГОСТ Р 7.0.97-2025, реквизит 31; ISO/IEC 18004
 */
export function composeCode(text: string, alt: string, profile: Profile): FlowChart | null {
  if (profile.code === null) return null;
  const { moduleMm, leastMm, quietModules } = profile.code;
  const code = qrcode(0, "M");
  code.addData(utf8(text), "Byte");
  code.make();
  const modules = code.getModuleCount();
  const side = Math.max(moduleMm, leastMm / modules);
  const shapes: ChartShape[] = [];
  for (let row = 0; row < modules; row++) {
    for (let column = 0; column < modules; column++) {
      if (!code.isDark(row, column)) continue;
      let end = column + 1;
      while (end < modules && code.isDark(row, end)) end++;
      shapes.push({
        type: "rect",
        x: (quietModules + column) * side,
        y: (quietModules + row) * side,
        width: (end - column) * side,
        height: side,
        grey: 0,
      });
      column = end;
    }
  }
  const whole = (modules + 2 * quietModules) * side;
  return { type: "chart", alt, widthMm: whole, heightMm: whole, shapes };
}

/** The library takes a character a byte. */
function utf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
