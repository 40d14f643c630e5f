import { describe, expect, it } from "vitest";
import { halfWritten } from "./halfWritten.ts";

function page(html: string): HTMLElement {
  return Object.assign(document.createElement("main"), { innerHTML: html });
}
const FIELDS = `<input type="checkbox" value="on"><input type="text"><textarea></textarea>`;

describe("a page on which something is half written", () => {
  it("is a form, the wish to talk, sending, and signing in, whatever stands on it", () => {
    const paths = ["/i", "/p/form/what-matters/talk", "/p/talk/what-matters", "/p/send/what-matters"];
    expect(paths.map((path) => halfWritten(path, page("")))).toEqual([true, true, true, true]);
  });

  it("is any with words in a field", () => {
    const list = page(FIELDS);
    expect(halfWritten("/p/list", list)).toBe(false);
    list.querySelector("textarea")?.append("Kan jeg");
    const [, text] = list.querySelectorAll("input");
    expect(halfWritten("/p/list", list)).toBe(true);
    expect(text?.value).toBe("");
  });

  it("is not one that is only read", () => {
    expect(["/p", "/p/answers", "/p/learn"].map((path) => halfWritten(path, page(FIELDS)))).toEqual([false, false, false]);
  });
});
