let region: HTMLElement | undefined;

/** Says a short sentence to those who listen to the screen, without moving them. */
export function announce(sentence: string): void {
  if (!region?.isConnected) {
    region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  // The same sentence twice is read twice only when the text changes in between.
  region.textContent = region.textContent === sentence ? `${sentence}\u00a0` : sentence;
}
