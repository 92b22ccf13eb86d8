{
  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 4; // as light as it must be around a QR code

  const drawn = (rows, label) => {
    const make = (name, attributes, ...inside) => {
      const element = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.append(...inside);
      return element;
    };
    const size = rows.length + 2 * EDGE;
    const dark = rows.flatMap((row, y) => row.map((cell, x) => (cell ? `M${x + EDGE} ${y + EDGE}h1v1h-1z` : ""))).join("");
    const ground = make("rect", { width: size, height: size, fill: "#fff" }); // in the dark and in the reader's own colours too: cameras want it so
    return make("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" }, ground, make("path", { d: dark, fill: "#000" }));
  };

  /** <exam-receipt>: `show` takes a result; its code stands there as text and as a picture, with the name that is typed. */
  class ExamReceipt extends HTMLElement {
    connectedCallback() {
      this.addEventListener("input", this);
      this.addEventListener("click", this);
    }

    /** @param {object} result as pandu.receipt.write takes it */
    show(result) {
      this.result = result;
      this.hidden = !result;
      const field = this.querySelector("input");
      field.value = field.value || pandu.get("learner/name") || "";
      if (result) this.write();
    }

    handleEvent({ type, target }) {
      if (type === "input") this.write();
      else if ("copy" in target.dataset) this.copy();
    }

    write() {
      this.text = pandu.receipt.write(this.result, this.querySelector("input").value);
      this.querySelector(".receipt__code").textContent = this.text;
      this.querySelector("output").value = "";
      const rows = pandu.qr(this.text);
      this.querySelector(".receipt__picture").replaceChildren(...(rows ? [drawn(rows, this.dataset.picture)] : []));
    }

    async copy() {
      const { saidCopied, saidSelected } = this.dataset;
      try {
        await navigator.clipboard.writeText(this.text);
        this.querySelector("output").value = saidCopied;
      } catch (error) {
        getSelection().selectAllChildren(this.querySelector(".receipt__code")); // an old browser, or a page that came without https
        this.querySelector("output").value = saidSelected;
      }
    }
  }

  customElements.define("exam-receipt", ExamReceipt);
}
