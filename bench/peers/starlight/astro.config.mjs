// Starlight as it comes, in two languages; quotation marks stay as they were written.
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://example.org",
  markdown: { smartypants: false },
  integrations: [
    starlight({
      title: "Pandu",
      defaultLocale: "id",
      locales: { id: { label: "Bahasa Indonesia", lang: "id" }, en: { label: "English", lang: "en" } },
    }),
  ],
});
