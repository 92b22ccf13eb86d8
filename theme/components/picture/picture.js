{
  const LEAST = 5; // kB; what weighs less costs hardly more than the question

  /**
   * <picture-frame>: on a slow or metered line a picture waits for a tap, and says what it shows and what it costs.
   * Only Chromium tells what the line is like; in other browsers every picture comes by itself when it is near.
   */
  class PictureFrame extends HTMLElement {
    connectedCallback() {
      this.image = this.querySelector("img");
      this.held = this.querySelector("source"); // the empty drawing, which the page has put first
      const { saveData, effectiveType } = navigator.connection || {};
      const { source, file, kb } = this.chosen();
      if (kb < LEAST || this.closest("a") || !(saveData || /[23]g$/.test(effectiveType))) return this.held.remove();
      this.held.media = "screen"; // for browsers that don't know the question whether script runs
      this.button = Object.assign(document.createElement("button"), { type: "button", className: "picture__wait", textContent: this.image.alt });
      this.button.append(Object.assign(document.createElement("span"), { className: "button", textContent: pandu.fill(this.dataset.said, { kb }) }));
      this.button.onclick = () => {
        if (source.srcset) source.srcset = file; // the one file whose weight was told
        this.show();
        this.image.focus({ preventScroll: true }); // it says what it shows
      };
      this.image.tabIndex = -1;
      this.image.onerror = () => this.hold(); // the line broke: another tap tries again
      addEventListener("beforeprint", () => this.show());
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: this.dataset.style });
      link.onload = link.onerror = () => this.held.isConnected && this.hold();
      document.head.append(link);
    }

    /** The file that fits the screen, of the best kind, and its weight. */
    chosen() {
      const source = this.held.nextElementSibling;
      const files = (source.srcset || source.src).split(", ").map((each) => each.split(" "));
      const at = files.findIndex(([, width]) => parseInt(width) >= this.image.clientWidth * Math.min(devicePixelRatio, 2));
      const best = at < 0 ? files.length - 1 : at;
      return { source, file: files[best][0], kb: this.dataset.kb.split(" ")[best] };
    }

    hold() {
      this.image.parentNode.prepend(this.held);
      this.image.ariaHidden = "true"; // the button says the same
      this.append(this.button);
    }

    show() {
      this.held.remove();
      this.button.remove();
      this.image.ariaHidden = null;
      this.image.loading = "eager";
    }
  }

  customElements.define("picture-frame", PictureFrame);
}
