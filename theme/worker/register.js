{
  /** The worker that keeps what was read, on published pages alone. Where there is one, `pandu.root` says where the site begins. */
  const worker = navigator.serviceWorker; // none in old browsers, without https, and in the private windows of some
  if (worker) {
    pandu.root = new URL("..", document.currentScript.src).href;
    worker.onmessage = (event) => import(event.data); // there is news (news.js)
    onload = () => worker.register(pandu.root + "sw.js").catch(() => {}); // forbidden
  }
}
