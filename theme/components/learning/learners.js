{
  const NAME = "learner/name";

  /** <who-learns>: the name of who learns here now, and the others on this device, each with a record of their own. */
  class WhoLearns extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.form.name.value = pandu.get(NAME) || "";
      this.addEventListener("submit", this);
      this.addEventListener("click", this);
      this.show();
    }

    handleEvent(event) {
      const { type, target } = event;
      if (type === "submit") {
        event.preventDefault();
        const kept = pandu.set([[NAME, this.form.name.value.trim() || undefined]]);
        this.querySelector("output").value = kept ? this.dataset.saidNamed : this.closest("my-learning").dataset.saidUnkept;
      } else if ("new" in target.dataset) {
        const all = this.all();
        this.turn([...all, String(Math.max(1, ...all) + 1)], -1);
      } else if ("learner" in target.dataset) this.turn(this.all(), this.all().indexOf(target.dataset.learner));
    }

    /** The numbers of all but the first, whose entry has none. */
    all() {
      const { all } = pandu.learners();
      return Array.isArray(all) ? all.filter((each) => /^\d+$/.test(each)) : [];
    }

    show() {
      const names = ["", ...this.all()].map((number) => {
        const entry = number ? `pandu-${number}` : "pandu";
        return [number, entry, pandu.read(entry).records[NAME] || pandu.fill(this.dataset.saidUnnamed, { number: number || 1 })];
      });
      const others = names.filter(([, entry]) => entry !== pandu.entry);
      this.querySelector("details").open = others.length > 0;
      const buttons = others.map(([number, , name]) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "button button--quiet";
        button.textContent = name;
        button.dataset.learner = number;
        return button;
      });
      this.querySelector("[data-others]").replaceChildren(...buttons);
    }

    /** Somebody else's turn: the one at this place of all, the last one, or the first of the device where it is not among them. */
    turn(all, at) {
      const now = at === -1 && all.length > this.all().length ? all[all.length - 1] : all[at];
      try {
        localStorage.setItem("pandu-learners", JSON.stringify({ now, all }));
      } catch (error) {
        this.querySelector("output").value = this.closest("my-learning").dataset.saidUnkept;
        return;
      }
      location.reload(); // every part of the page is somebody's
    }

    /** Who has erased everything is gone from this device; the first one stays, without a name. */
    leave() {
      const rest = this.all().filter((each) => `pandu-${each}` !== pandu.entry);
      if (rest.length < this.all().length) this.turn(rest, -1);
      else this.form.name.value = "";
    }
  }

  customElements.define("who-learns", WhoLearns);
}
