{
  /**
   * The service worker, sw.js: pages come from the network, since law must not be stale, and where that is gone or says
   * nothing for some seconds, from what this device has of them. What is named by its content never changes and comes from
   * the device first. The step that makes it says in `pandu` where each language's page about this is (`shelves`), and
   * what tells readers that a page has changed (`news`).
   */
  const PATIENCE = 3000; // milliseconds
  const MOST = 60; // pages that were visited
  const LEFT = 50; // of them, once there are more
  const UNASKED = 100000; // bytes that an update may take by itself; of more, the page about what is kept tells the size first
  const DAY = 24 * 60 * 60 * 1000;
  const NAMED = /\.[0-9a-f]{10}(-\d+)?\.\w+$|[._/][a-z]{2,3}_[0-9a-f]{7,}\.\w+$/; // by its content
  const LOADED = /(?:href|src)="((?:[./]*\/)?theme\/[^"]+\.(?:css|js|svg))"/g;
  const { root, shelves, news, sets } = pandu;

  const plain = (url) => url.replace(/[?#].*/, "");
  const langOf = (url) => url.slice(root.length).split("/")[0];
  const isPage = (answer) => answer.ok && /^text\/html/.test(answer.headers.get("Content-Type"));
  const filesOf = (text, url) => [...text.matchAll(LOADED)].map(([, way]) => new URL(way, url).href);
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

  /** What this device has at an address: the page as it was visited, else as it was saved. */
  const found = async (url) => (await (await sets.opened("visited")).match(plain(url))) || sets.find(plain(url).slice(root.length));

  const bring = async (visited, url) => {
    if (await visited.match(url)) return;
    const kept = await caches.match(url); // of a set, which may be removed
    await (kept ? visited.put(url, kept) : visited.add(url));
  };

  /** Keeps a page that was visited, and what it needs to be shown. */
  const keep = async (url, answer) => {
    const visited = await sets.opened("visited");
    const text = await answer.clone().text();
    await visited.put(plain(url), answer);
    await Promise.all(filesOf(text, url).map((each) => bring(visited, each)));
    await trim(visited);
  };

  /** The pages that were not visited for longest go, and then the files that no other one needs. */
  const trim = async (visited) => {
    const own = Object.values(shelves).map((shelf) => root + shelf);
    const pages = (await visited.keys()).filter(({ url }) => url.endsWith("/") && !own.includes(url));
    if (pages.length <= MOST) return;
    await Promise.all(pages.slice(0, -LEFT).map((each) => visited.delete(each)));
    const needed = new Set();
    const others = [];
    for (const request of await visited.keys()) {
      if (!request.url.endsWith("/")) others.push(request);
      else for (const each of filesOf(await (await visited.match(request)).text(), request.url)) needed.add(each);
    }
    await Promise.all(others.filter(({ url }) => !needed.has(url)).map((each) => visited.delete(each)));
  };

  const fetchAndKeep = async (url, cache = "no-cache") => {
    const answer = await fetch(url, { cache });
    if (isPage(answer)) await keep(url, answer);
  };

  /** Once a day: the page about what is kept, in the language that is read, and what is saved, as the site has them now. */
  const renew = async (lang) => {
    const lists = await sets.opened("lists");
    const shelf = shelves[lang] && root + shelves[lang];
    const key = `${root}offline/checked`;
    const last = await lists.match(key);
    const isDue = !last || Date.now() - (await last.text()) > DAY;
    if (shelf && (isDue || !(await found(shelf)))) await fetchAndKeep(shelf);
    if (!isDue) return;
    await lists.put(key, new Response(`${Date.now()}`));
    await sets.sweep();
    const names = await sets.names();
    if (!names.length || (navigator.connection && navigator.connection.saveData)) return;
    const index = await sets.index();
    for (const name of names) {
      const isOlder = index[name] && index[name].list !== (await sets.list(name)).version;
      if (isOlder && (await sets.offered(name)).bytes <= UNASKED) await sets.save(name);
    }
  };

  /** The page that is open learns that there is a newer one, by a script that nobody else loads. */
  const tell = async (event, before, answer) => {
    if (!isPage(answer) || (await before.text()) === (await answer.text())) return;
    const client = await clients.get(event.resultingClientId);
    if (client) client.postMessage(root + news);
  };

  /** Where nothing is at an address, and no network: the page that says so, and what is here instead. */
  const away = async ({ url, mode }) => {
    for (const each of mode === "navigate" ? [langOf(url), ...Object.keys(shelves)] : []) {
      if (shelves[each] && (await found(root + shelves[each]))) return Response.redirect(`${root}${shelves[each]}#to=${url.slice(root.length)}`);
    }
    return Response.error();
  };

  const named = async ({ request }) => {
    const { url, destination } = request;
    const kept = await caches.match(url);
    if (kept) return kept;
    try {
      const answer = await fetch(request);
      if (answer.ok && /style|script|image/.test(destination)) (await sets.opened("visited")).put(url, answer.clone()).catch(() => {}); // full
      return answer;
    } catch (error) {
      return (destination === "image" && (await alike(url))) || Response.error();
    }
  };

  /** The same photograph in another size or format. */
  const alike = async (url) => {
    const start = url.replace(/(\.[0-9a-f]{10}).*/, "$1");
    for (const name of ["files", "visited"]) {
      const cache = await sets.opened(name);
      const other = (await cache.keys()).find((each) => each.url.startsWith(start));
      if (other) return cache.match(other);
    }
  };

  const fresh = (event) => {
    const { request } = event;
    const { url } = request;
    const asked = Promise.resolve(event.preloadResponse).then((answer) => answer || fetch(request));
    let before; // what was shown in the meantime
    const network = asked.then((answer) => {
      if (isPage(answer) && request.mode === "navigate") event.waitUntil(keep(url, answer.clone()).then(() => renew(langOf(url))).catch(() => {})); // full, or gone again
      if (before) event.waitUntil(tell(event, before, answer.clone()));
      return answer;
    });
    event.waitUntil(network.catch(() => {}));
    return Promise.race([network, wait(PATIENCE)]).then(
      async (answer) => {
        if (answer && answer.status < 500) return answer;
        const kept = await found(url);
        if (kept && !answer) before = kept.clone();
        return kept || network.catch(() => away(request));
      },
      async () => (await found(url)) || away(request),
    );
  };

  addEventListener("install", () => skipWaiting());

  addEventListener("activate", (event) => {
    const begin = async () => {
      if (registration.navigationPreload) await registration.navigationPreload.enable();
      await clients.claim();
      for (const { url } of await clients.matchAll()) await fetchAndKeep(url, "force-cache").then(() => renew(langOf(url)));
    };
    event.waitUntil(begin().catch(() => {})); // the network is gone again; the next page is kept
  });

  addEventListener("fetch", (event) => {
    const { method, url, mode, cache } = event.request;
    if (method !== "GET" || !url.startsWith(root) || (cache === "no-cache" && mode !== "navigate")) return; // what is saved is fetched past us
    event.respondWith(NAMED.test(plain(url)) ? named(event) : fresh(event));
  });
}
