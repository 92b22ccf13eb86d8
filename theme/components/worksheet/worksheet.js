{
  /** <worksheet-print>: a button that prints, in the place of the words that say how. */
  class WorksheetPrint extends HTMLElement {
    connectedCallback() {
      this.querySelector("p").hidden = true;
      const button = this.querySelector("button");
      button.hidden = false; // without us it would do nothing
      button.addEventListener("click", () => print());
    }
  }

  customElements.define("worksheet-print", WorksheetPrint);
}
