import { render, type VNode } from "preact";

/** Prints something that is not on the screen: it lies in the page as long as the printing lasts. */
export function printPaper(sheet: VNode): void {
  document.querySelector(".paper")?.remove();
  const paper = document.createElement("div");
  paper.className = "paper";
  document.body.append(paper);
  render(sheet, paper);
  const away = (): void => {
    render(null, paper);
    paper.remove();
  };
  addEventListener("afterprint", away, { once: true });
  window.print();
}
