{
  const KEY = "collector/";
  const PAUSE = 300; // milliseconds between two looks through the camera

  const made = (name, textContent) => Object.assign(document.createElement(name), { textContent });

  /** <result-collector>: reads codes, adds them up, keeps them. Under "collector/<code>" the device remembers {name}. */
  class ResultCollector extends HTMLElement {
    connectedCallback() {
      this.links = [...this.querySelectorAll("[data-exam]")];
      this.exams = this.links.map((link) => link.dataset.exam);
      this.form = this.querySelector("form");
      this.video = this.querySelector("video");
      [this.found, this.blank] = this.querySelectorAll("tbody");
      const scans = "BarcodeDetector" in window && navigator.mediaDevices;
      this.querySelector("[data-scan]").hidden = !scans;
      this.querySelector("[data-blind]").hidden = scans;
      this.form.hidden = this.querySelector(".collector__keep").hidden = false;
      for (const type of ["submit", "click"]) this.addEventListener(type, this);
      addEventListener("storage", this); // another tab went on
      this.names = this.kept();
      this.show();
    }

    disconnectedCallback() {
      this.stop();
    }

    /** The names by their codes. */
    kept() {
      const found = Object.entries(pandu.read().records).filter(([key]) => key.startsWith(KEY));
      return new Map(found.map(([key, { name }]) => [key.slice(KEY.length), name]));
    }

    handleEvent(event) {
      const { type, target } = event;
      if (type === "submit") event.preventDefault();
      if (type === "submit") this.submit();
      else if (type === "storage") (this.names = this.kept()), this.show();
      else if ("scan" in target.dataset) this.stream ? this.stop() : this.scan();
      else if (target.dataset.download) this.save();
      else if ("print" in target.dataset) print();
      else if ("erase" in target.dataset) this.erase();
    }

    /** What was pasted stays where something in it is wrong: what is right counts once all the same. */
    submit() {
      const field = this.form.codes;
      if (!this.add(field.value)) field.value = "";
      field.focus();
    }

    /** @returns {number} how many codes were wrong */
    add(text) {
      const lines = text.split("\n").map((line) => pandu.receipt.read(line, this.exams));
      const all = lines.flat();
      const right = all.filter((each) => !each.wrong);
      const fresh = new Set(right.map((each) => each.code).filter((code) => !this.names.has(code))).size;
      for (const { code, name } of right) this.names.set(code, name || this.names.get(code) || "");
      const isKept = pandu.set(right.map(({ code }) => [KEY + code, { name: this.names.get(code) }]));
      this.querySelector("[data-forgets]").hidden = isKept;
      const { saidAdded, saidNone, saidWrong } = this.dataset;
      const wrong = lines.flatMap((found, at) => found.filter((each) => each.wrong).map((each) => made("li", pandu.fill(saidWrong, { line: at + 1, code: each.wrong }))));
      this.querySelector(".collector__told").textContent = all.length ? pandu.fill(saidAdded, { added: fresh, again: right.length - fresh }) : saidNone;
      this.querySelector(".collector__wrong").replaceChildren(...wrong);
      this.show();
      return wrong.length;
    }

    /** @returns {object[]} what the codes say; of an exam that is gone nothing */
    results() {
      return [...this.names].flatMap(([code, name]) => pandu.receipt.read(code, this.exams).filter((each) => !each.wrong).map((each) => Object.assign(each, { name })));
    }

    rows() {
      const { yes, no } = this.dataset;
      const title = (exam) => this.links[this.exams.indexOf(exam)].textContent;
      return this.results().map(({ name, exam, day, score, passed, code }) => [name, title(exam), day, score, passed ? yes : no, code]);
    }

    show() {
      const results = this.results();
      const rows = this.rows().map(([name, exam, day, score, ...rest]) => {
        const cells = [name, exam, pandu.said(day, undefined, "short"), `${score}%`, ...rest];
        const row = made("tr", "");
        row.append(...cells.map((words) => made("td", words)));
        return row;
      });
      this.found.replaceChildren(...rows);
      this.found.hidden = !rows.length;
      this.blank.hidden = rows.length > 0;
      this.toggleAttribute("data-empty", !rows.length);
      const mean = Math.round(results.reduce((sum, { score }) => sum + score, 0) / results.length);
      const { saidSums, saidEmpty } = this.dataset;
      const sums = { count: results.length, passed: results.filter((each) => each.passed).length, mean };
      this.querySelector(".collector__sums output").value = results.length ? pandu.fill(saidSums, sums) : saidEmpty;
    }

    save() {
      const head = this.dataset.columns.split("|");
      pandu.download(`pandu-results-${pandu.day()}.csv`, "text/csv", pandu.csv([head, ...this.rows()], document.documentElement.lang));
    }

    erase() {
      const told = this.querySelector(".collector__keep output");
      told.value = this.sure ? this.dataset.saidErased : this.dataset.saidSure;
      this.sure = !this.sure;
      if (this.sure) return;
      pandu.set([...this.names.keys()].map((code) => [KEY + code, undefined]));
      this.names.clear();
      this.show();
    }

    async scan() {
      const button = this.querySelector("[data-scan]");
      try {
        this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        this.video.srcObject = this.stream;
        this.video.hidden = false;
        this.words = button.textContent;
        button.textContent = this.dataset.saidStop;
        await this.video.play();
        await this.look(new BarcodeDetector({ formats: ["qr_code"] }));
      } catch (error) {
        this.stop();
        this.querySelector(".collector__told").textContent = this.dataset.saidRefused;
      }
    }

    /** Until it is stopped; a code that stays before the camera is told once. */
    async look(detector) {
      let last;
      while (this.stream) {
        for (const { rawValue } of await detector.detect(this.video)) {
          if (rawValue !== last) this.add(rawValue);
          last = rawValue;
        }
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    }

    stop() {
      if (!this.stream) return;
      for (const track of this.stream.getTracks()) track.stop();
      this.stream = this.video.srcObject = null;
      this.video.hidden = true;
      this.querySelector("[data-scan]").textContent = this.words;
    }
  }

  customElements.define("result-collector", ResultCollector);
}
