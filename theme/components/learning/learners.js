{
  const NAME = "learner/name";
  const ENTRY = /^pandu(-\d+)?$/;

  /** <who-learns>: who learns on this device, each with an entry of their own (pandu.js); adds, switches, renames and removes. */
  class WhoLearns extends HTMLElement {
    connectedCallback() {
      [this.own, this.new] = this.querySelectorAll("form");
      this.addEventListener("submit", this);
      this.addEventListener("click", this);
      addEventListener("storage", this);
      this.show();
      if (this.entries().length > 1) this.querySelector("details").open = true;
    }

    handleEvent(event) {
      const { type, target } = event;
      if (type === "storage") return this.hear(event);
      if (type === "submit") event.preventDefault();
      try {
        if (target === this.own) this.rename(target.name.value.trim());
        else if (target === this.new) this.add(target.name.value.trim());
        else if (target.dataset.switch) this.turn(target.dataset.switch);
        else if (target.dataset.remove) this.remove(target.dataset.remove);
      } catch (error) {
        this.say("unkept"); // forbidden or full
      }
    }

    /** Another tab has changed something: who learns now, or only what this one shows. */
    hear({ key, newValue }) {
      if (key === "pandu-now" || (key === pandu.entry && newValue === null)) location.reload();
      else this.show();
    }

    /** The entries of all who learn here, who has this page among them. */
    entries() {
      let found = [];
      try {
        found = Object.keys(localStorage).filter((each) => ENTRY.test(each));
      } catch (error) {
        // forbidden: there is one reader, of whom nothing is kept
      }
      return [...new Set([...found, pandu.entry])].sort();
    }

    /** @returns {string} the name, or nothing */
    nameOf(entry) {
      return String(pandu.read(entry).records[NAME] || "");
    }

    /** The name, or else which of them it is. */
    calledOf(entry) {
      return this.nameOf(entry) || pandu.fill(this.dataset.saidUnnamed, { number: this.entries().indexOf(entry) + 1 });
    }

    show() {
      const others = this.entries().filter((each) => each !== pandu.entry);
      const name = this.nameOf(pandu.entry);
      this.querySelector("[data-now]").textContent = name || others.length ? this.calledOf(pandu.entry) : this.dataset.saidYou;
      if (!this.own.contains(document.activeElement)) this.own.name.value = name;
      const rows = others.map((entry) => {
        const row = this.querySelector("template").content.cloneNode(true);
        for (const button of row.querySelectorAll("button")) {
          for (const does of Object.keys(button.dataset)) button.dataset[does] = entry;
          button.textContent = pandu.fill(button.textContent, { name: this.calledOf(entry) });
        }
        return row;
      });
      this.querySelector("ul").replaceChildren(...rows);
    }

    say(what, values = {}) {
      this.querySelector("output").value = pandu.fill(this.dataset[`said${what[0].toUpperCase()}${what.slice(1)}`], values);
    }

    /** Two of one name could not be told apart. */
    taken(name, entries) {
      const found = entries.some((each) => this.nameOf(each).toLowerCase() === name.toLowerCase());
      if (found) this.say("taken", { name });
      return found;
    }

    rename(name) {
      const others = this.entries().filter((each) => each !== pandu.entry);
      if (name && this.taken(name, others)) return;
      this.say(pandu.set([[NAME, name || undefined]]) ? "named" : "unkept");
      this.show();
    }

    add(name) {
      if (this.taken(name, this.entries())) return;
      const entry = `pandu-${Date.now()}`; // a number that nobody has had before: an old tab may still write under that
      localStorage.setItem(entry, JSON.stringify({ version: 2, records: { [NAME]: name } }));
      this.turn(entry);
    }

    /** Somebody learns from now on. */
    turn(entry) {
      if (entry === "pandu") localStorage.removeItem("pandu-now");
      else localStorage.setItem("pandu-now", entry);
      location.reload(); // everything on the page is somebody's
    }

    remove(entry) {
      const name = this.calledOf(entry);
      if (this.sure !== entry) {
        this.sure = entry;
        return this.say("sure", { name });
      }
      this.forget(entry);
      this.say("removed", { name });
      this.show();
      this.querySelector("summary").focus(); // the button is gone
    }

    /** Removes an entry, and what was set aside of it. */
    forget(entry) {
      for (const each of Object.keys(localStorage)) {
        if (each === entry || each.startsWith(`${entry}-damaged-`)) localStorage.removeItem(each);
      }
    }

    /** Who learns now is gone from this device. The next one learns; where there is none, it is as new. */
    leave() {
      this.forget(pandu.entry);
      const next = this.entries().filter((each) => each !== pandu.entry)[0];
      if (next) return this.turn(next);
      localStorage.removeItem("pandu-now");
      pandu.entry = "pandu";
      this.own.name.value = "";
      this.show();
    }
  }

  customElements.define("who-learns", WhoLearns);
}
