{
  const NEVER = () => {};

  /** <saved-sets>: saves, updates and removes what its items name (sets.js); says how far it is, and what stands in the way. */
  class SavedSets extends HTMLElement {
    connectedCallback() {
      if (!pandu.root && !("tells" in this.dataset)) return; // there is no worker to show what is saved
      this.hidden = false;
      this.addEventListener("click", this);
      addEventListener("storage", this); // another tab saved or removed
      this.items = [...this.querySelectorAll("[data-set]")];
      this.running = new Set();
      this.start().catch(() => this.refuse());
    }

    /** Whether this browser keeps anything shows when it is asked; what is newer, once the site has answered. */
    async start() {
      if (!pandu.root) throw new Error("no worker");
      await pandu.sets.names();
      await this.refresh();
      const names = await pandu.sets.names();
      const index = names.length ? await pandu.sets.index().catch(NEVER) : undefined;
      if (index) for (const item of this.items) if (names.includes(item.dataset.set) && index[item.dataset.set]) await this.compare(item, index[item.dataset.set].list);
    }

    refuse() {
      this.querySelector(".save__cannot").hidden = false;
      this.querySelector("ul").hidden = true;
    }

    handleEvent({ type, target }) {
      const item = type === "click" && target.closest("[data-set]");
      if (type === "storage") this.refresh();
      else if (!item) return;
      else if ("fetch" in target.dataset) this.save(item);
      else if ("stop" in target.dataset) this.running.delete(item);
      else if ("remove" in target.dataset) this.remove(item);
    }

    /** Shows what there is of a set. */
    async look(item) {
      const { set, within, bytes } = item.dataset;
      const { sets } = pandu;
      const list = await sets.list(set);
      const wanted = await sets.list(set, "?wanted");
      const lacks = list && (await sets.missing(list)).length;
      if (list && !lacks) this.show(item, "", this.saved(list, "saidSaved"));
      else if (set !== within && (await sets.list(within))) this.show(item, "", this.dataset.saidWithin, true);
      else if (wanted) this.show(item, this.fill("go", this.sum(await sets.missing(wanted))), this.dataset.saidBegun);
      else this.show(item, this.fill("save", bytes), list || sets.marked(set) ? this.dataset.saidGone : "", !list);
    }

    /** A saved set of which the site has a newer one can be updated. */
    async compare(item, version) {
      const list = await pandu.sets.list(item.dataset.set);
      if (list.version === version) return;
      const { bytes } = await pandu.sets.offered(item.dataset.set);
      this.show(item, this.fill("renew", bytes), this.saved(list, "saidNewer"));
    }

    async save(item) {
      this.running.add(item);
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(NEVER); // the browser may ask, or not care
      this.turn(item, true);
      try {
        await pandu.sets.save(item.dataset.set, (done, all) => this.count(item, done, all));
        this.turn(item, false);
        await this.settle(item);
      } catch (error) {
        this.turn(item, false);
        await this.settle(item, this.dataset[error.name === "QuotaExceededError" ? "saidFull" : "saidFailed"]);
      }
    }

    async remove(item) {
      await pandu.sets.remove(item.dataset.set);
      await this.settle(item, this.dataset.saidRemoved);
    }

    /** While it runs, there is a button that stops it, and how far it is. */
    turn(item, isRunning) {
      if (!isRunning) this.running.delete(item);
      for (const each of item.querySelectorAll("progress, .save__count, [data-stop]")) each.hidden = !isRunning;
      for (const each of item.querySelectorAll("[data-fetch], [data-remove]")) each.hidden = isRunning;
      if (isRunning) item.querySelector("[data-stop]").focus();
    }

    async refresh() {
      for (const each of this.items) if (!this.running.has(each)) await this.look(each);
    }

    /** What is there now, after something was done with one of them, which keeps the focus. */
    async settle(item, said) {
      for (const each of document.querySelectorAll("saved-sets")) await each.refresh();
      if (said) item.querySelector("output").value = said;
      const button = item.querySelector("button:not([hidden])");
      if (button && document.activeElement === document.body) button.focus();
    }

    /** @returns {boolean} whether to go on */
    count(item, done, all) {
      const bar = item.querySelector("progress");
      bar.max = all || 1;
      bar.value = done;
      item.querySelector(".save__count").textContent = pandu.fill(this.dataset.saidRunning, { done: this.size(done), all: this.size(all) });
      return this.running.has(item);
    }

    /** What the button says, or nothing where there is nothing to fetch; what is said; whether nothing is to be removed. */
    show(item, fetch, said, isNone = false) {
      const button = item.querySelector("[data-fetch]");
      button.textContent = fetch;
      button.hidden = !fetch;
      item.querySelector("[data-remove]").hidden = isNone;
      item.querySelector("output").value = said;
    }

    fill(words, bytes) {
      return pandu.fill(this.dataset[words], { size: this.size(bytes) });
    }

    saved({ at }, words) {
      const here = at - new Date(at).getTimezoneOffset() * 60000;
      return pandu.fill(this.dataset[words], { day: pandu.said(new Date(here).toISOString().slice(0, 10)) });
    }

    sum(files) {
      return files.reduce((all, [, bytes]) => all + bytes, 0);
    }

    size(bytes) {
      const [unit, number, digits] = bytes < 999500 ? ["kb", bytes / 1000, 0] : ["mb", bytes / 1000000, 1];
      return pandu.fill(this.dataset[unit], { size: number.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits }) });
    }
  }

  customElements.define("saved-sets", SavedSets);
}
