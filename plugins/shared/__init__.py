"""What every concept uses: source files with places, problems, bilingual text, Markdown, pages."""
