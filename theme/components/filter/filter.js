{
  /** Letters without accents and capitals, so that "Ekspor" finds "éKSPOR". */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  /** <list-filter>: hides what holds not every word that is written in it or not what is picked, and says how much is left. */
  class ListFilter extends HTMLElement {
    connectedCallback() {
      const all = (selector) => (selector ? [...document.querySelectorAll(selector)] : []);
      this.items = all(this.dataset.items).map((item) => [item, plain(item.textContent)]);
      this.groups = all(this.dataset.groups);
      this.addEventListener("input", this);
      addEventListener("hashchange", this); // a link leads to what may be hidden
      this.handleEvent({});
    }

    handleEvent({ type }) {
      const fields = [...this.querySelectorAll("input, select")];
      if (type === "hashchange") for (const field of fields) field.value = "";
      const [field, ...picks] = fields;
      const words = plain(field.value).split(/\s+/).filter(Boolean);
      const picked = picks.filter((pick) => pick.value);
      const active = words.length + picked.length > 0;
      this.toggleAttribute("data-active", active);
      let count = 0;
      for (const [item, text] of this.items) {
        const fits = picked.every((pick) => item.dataset[pick.name].split(" ").includes(pick.value));
        item.hidden = !fits || !words.every((word) => text.includes(word));
        count += !item.hidden;
      }
      for (const group of this.groups) group.hidden = !this.items.some(([item]) => !item.hidden && group.contains(item));
      this.querySelector("output").value = active ? pandu.fill(this.dataset.said, { count, all: this.items.length }) : "";
    }
  }

  customElements.define("list-filter", ListFilter);
}
