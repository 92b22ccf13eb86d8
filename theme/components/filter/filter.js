{
  /** Letters without accents and capitals, so that "Ekspor" finds "éKSPOR". */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** <list-filter>: hides what holds not every word that is written in it, and says how much is left. */
  class ListFilter extends HTMLElement {
    connectedCallback() {
      this.hidden = false;
      const all = (selector) => (selector ? [...document.querySelectorAll(selector)] : []);
      this.items = all(this.dataset.items).map((item) => [item, plain(item.textContent)]);
      this.groups = all(this.dataset.groups);
      this.addEventListener("input", this);
      addEventListener("hashchange", this); // a link leads to what may be hidden
      this.handleEvent({});
    }

    handleEvent({ type }) {
      const field = this.querySelector("input");
      if (type === "hashchange") field.value = "";
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      this.toggleAttribute("data-active", words.length > 0);
      let count = 0;
      for (const [item, text] of this.items) {
        item.hidden = !words.every((word) => text.includes(word));
        count += !item.hidden;
      }
      for (const group of this.groups) group.hidden = !this.items.some(([item]) => !item.hidden && group.contains(item));
      this.querySelector("output").value = words.length ? pandu.fill(this.dataset.said, { count, all: this.items.length }) : "";
    }
  }

  customElements.define("list-filter", ListFilter);
}
