import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../i18n/index.ts";
import { close, show, text } from "../patient/hands.ts";
import { announce } from "./announce.ts";
import { Field } from "./Field.tsx";
import { Problem, problemWords } from "./Problem.tsx";
import { Way } from "./Way.tsx";
import { Words } from "./Words.tsx";

beforeEach(() => setLanguage("en"));
afterEach(close);

describe("the parts of every page", () => {
  it("say whose words they are to those who do not see the rule beside them", async () => {
    await show(<Words of="Ingrid">Å få sove</Words>);
    expect(document.querySelector("blockquote .unseen")?.textContent).toContain("Ingrid's own words");
    expect(document.querySelector("blockquote")?.textContent).toContain("Å få sove");
  });

  it("say in words what is still to come", async () => {
    await show(<Way steps={[{ words: "Received", time: "9.03" }, { words: "Read", open: true }]} />);
    const [done, open] = document.querySelectorAll("li");
    expect(done?.textContent).toBe("Received9.03");
    expect(open?.textContent).toContain("Not yet:");
  });

  it("tie a field to its name, its hint and what went wrong", async () => {
    await show(<Field label="Code" hint="On the sheet" fault="Too short" value="" onValue={() => undefined} />);
    const input = document.querySelector("input");
    const described = (input?.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(document.querySelector("label")?.htmlFor).toBe(input?.id);
    expect(described).toEqual(["Too short", "On the sheet"]);
    expect(input?.getAttribute("aria-invalid")).toBe("true");
  });

  it("have a sentence for a network that is away, and none of the slugs on the screen", async () => {
    await show(<Problem slug="offline" />);
    expect(text()).toContain("when you have a network");
    expect(problemWords("code-used")).toContain("used before");
  });

  it("announce the same sentence again when it happens again", () => {
    announce("Copied.");
    const first = document.querySelector('[role="status"]')?.textContent;
    announce("Copied.");
    const second = document.querySelector('[role="status"]')?.textContent;
    expect(second?.trim()).toBe("Copied.");
    expect(second).not.toBe(first);
  });
});
