{
  const NAME = "learner/name";
  const LARGE = 2000000; // bytes of a file: browsers keep 5 million letters, and all questions answered are a tenth of this
  const percent = (share) => Math.floor(share * 100 + 1e-9);

  /** <my-learning>: says of each thing how far it has come; saves everything of who learns now as a file, adds a file, erases. */
  class MyLearning extends HTMLElement {
    connectedCallback() {
      this.who = this.querySelector("who-learns");
      for (const each of this.querySelectorAll(":scope > section, .learning__list :is(progress, span)")) each.hidden = false;
      this.addEventListener("click", this);
      this.addEventListener("change", this);
      addEventListener("storage", this); // another tab went on
      this.show();
    }

    handleEvent({ type, target }) {
      if (type === "storage") this.show();
      else if (type === "change" && target.type === "file") this.add(target);
      else if ("save" in target.dataset) this.save();
      else if ("erase" in target.dataset) this.erase();
    }

    show() {
      const { saidRight, saidDue, saidLater, saidNone, saidPassed, saidBest } = this.dataset;
      for (const item of this.querySelectorAll("li[data-quiz]")) {
        const records = pandu.questions(item);
        const right = records.filter((record) => record.score === 1).length;
        item.querySelector("progress").value = right;
        item.querySelector("span").textContent = records.some((record) => "score" in record) ? pandu.fill(saidRight, { right, all: records.length }) : "";
      }
      for (const item of this.querySelectorAll("li[data-exam]")) {
        const record = pandu.get(`exam/${item.dataset.exam}`);
        const best = ((record && record.done) || []).reduce((one, other) => (one && one.score >= other.score ? one : other), undefined);
        item.querySelector("span").textContent = best ? pandu.fill(best.passed ? saidPassed : saidBest, { score: percent(best.score), day: pandu.said(best.day) }) : "";
      }
      const days = [...this.querySelectorAll("li[data-quiz]")].flatMap((item) => pandu.questions(item)).map((record) => record.due).filter(Boolean).sort();
      const count = days.filter((day) => day <= pandu.day()).length;
      const words = count ? pandu.fill(saidDue, { count }) : days.length ? pandu.fill(saidLater, { next: pandu.said(days[0]) }) : saidNone;
      this.querySelector("[data-due]").value = words;
      this.querySelector(".learning__review .button").hidden = !count;
    }

    tell(words) {
      this.querySelector("[data-told]").value = words;
    }

    save() {
      const { records } = pandu.read();
      const name = String(records[NAME] || "").toLowerCase().replace(/[\s./\\:*?"<>|-]+/g, "-"); // as every system takes it
      const of = ["pandu", name, pandu.day()].filter(Boolean).join("-");
      pandu.download(`${of}.json`, "application/json", JSON.stringify({ version: 2, saved: pandu.day(), records }));
    }

    async add(field) {
      const { saidAdded, saidLeft, saidForeign, saidStrange, saidLarge, saidNewer, saidUnkept } = this.dataset;
      try {
        const [file] = field.files;
        if (file.size > LARGE) return this.tell(saidLarge);
        const found = pandu.parse(await file.text());
        if (!found) return this.tell(saidNewer);
        const sound = pandu.sound(found.records);
        const [, name] = sound.find(([key]) => key === NAME) || [];
        if (name && pandu.get(NAME) && name !== pandu.get(NAME) && this.foreign !== name) {
          this.foreign = name;
          return this.tell(pandu.fill(saidForeign, { name }));
        }
        const changes = sound
          .map(([key, there]) => [key, pandu.merged(pandu.get(key), there)])
          .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(pandu.get(key)));
        const left = Object.keys(found.records).length - sound.length;
        const told = pandu.fill(saidAdded, { count: changes.length }) + (left ? ` ${pandu.fill(saidLeft, { count: left })}` : "");
        this.tell(pandu.set(changes) ? told : saidUnkept);
        dispatchEvent(new Event("storage")); // the whole page hears of it, as if another tab had done it
      } catch (error) {
        this.tell(saidStrange);
      } finally {
        field.value = ""; // so that the same file can be chosen again
      }
    }

    erase() {
      if (!this.sure) {
        this.sure = true;
        return this.tell(this.dataset.saidSure);
      }
      this.sure = false;
      try {
        this.who.leave();
        this.tell(this.dataset.saidErased);
      } catch (error) {
        this.tell(this.dataset.saidUnkept);
      }
      dispatchEvent(new Event("storage"));
    }
  }

  customElements.define("my-learning", MyLearning);
}
