{
  /** <language-switch>: leads to the section that is open; a section has the same key in every language. */
  class LanguageSwitch extends HTMLElement {
    connectedCallback() {
      addEventListener("hashchange", this);
      this.handleEvent();
    }

    handleEvent() {
      const { hash } = location;
      const open = hash && document.getElementById(hash.slice(1)); // keys are plain letters: nothing to decode
      const section = open && open.parentElement.closest("main") ? hash : "";
      for (const link of this.querySelectorAll("[data-twin]")) link.hash = section;
    }
  }

  customElements.define("language-switch", LanguageSwitch);
}
