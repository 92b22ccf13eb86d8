"""Every code that an editor can meet, with the rule behind it. E stops the build, W does not."""

CODES = {
    # files, YAML, front matter
    "E101": "A file is UTF-8.",
    "E102": "A file stays under its size limit.",
    "E103": "A Markdown file begins with front matter between two lines of `---`.",
    "E104": "YAML can be read.",
    "E105": "YAML has no aliases, anchors, merge keys or tags.",
    "E106": "A key stands once in its mapping.",
    "E107": "Only known keys are used.",
    "E108": "A required key is there.",
    "E109": "A value is of the kind that its key asks for.",
    "E110": "A text stands in every language of the site, and in no other.",
    # links, anchors, pictures
    "E111": "A link leads to a file of the content.",
    "E112": "A link to a section names one that exists.",
    "E113": "A link stays in its language where the target exists in it.",
    "E114": "Files are taken from inside content/ only.",
    "E115": "A link to the web begins with https, mailto or tel.",
    "E116": "Raw HTML is not used.",
    "E117": "The only attribute is a key, `{#key}`, on a heading or a checklist item.",
    "E118": "A directive stands alone in its paragraph and is one that exists.",
    "E119": "A directive names something that exists.",
    "E120": "A heading has level 2 or 3 and ends in its key.",
    "E121": "A key stands once on a page.",
    "E137": "A note is one of NOTE, TIP, IMPORTANT, WARNING, CAUTION; its words begin on the next line.",
    "E138": "A text has words.",
    "E139": "A link has words.",
    "E130": "A picture exists, as its name is written.",
    "E131": "A picture has a text that says what it shows.",
    # two languages
    "E122": "A page exists in every language, or says `only:`.",
    "E123": "The languages of a page have the same sections in the same order.",
    "E124": "The languages of a page have the same checklist items in the same order.",
    "E125": "Every page has an address of its own.",
    "E132": "A file in content/ or quizzes/ has a place that the hub knows, and a name of a-z, 0-9 and hyphens.",
    "E135": "A topic is one of topics.yaml.",
    "E136": "`follows` stands in every language's file but one.",
    # dates
    "E133": "A page is not compared with its sources before it is published.",
    "E134": "A date that reports something done is not in the future.",
    # citations
    "E126": "A citation names a regulation of the register.",
    "E127": "A cited article is named in the register or in the facts.",
    "E128": "A revoked regulation is cited as history only.",
    "E129": "A citation has the form `[@key article]`.",
    # quizzes
    "E140": "A question has the number of right choices that its type asks for.",
    "E141": "The keys of questions, and of the choices in one, differ.",
    "E142": "The answer is proven by a section that exists in every language.",
    "E143": "The choices of a question fit its type.",
    "E144": "A quiz belongs to a guide.",
    # checklists
    "E150": "An item of a checklist ends in its key and is not ticked beforehand.",
    "E151": "A checklist has items.",
    # register, glossary, facts, site
    "E160": "Regulations, facts and terms name regulations of the register.",
    "E161": "What identifies an entry stands once.",
    "E162": "The doors of the home page are guides, and the page about the site exists.",
    "E163": "An icon is one of the theme's.",
    "E170": "The interface has words for every language.",
    # warnings
    "W201": "A translation says what its source says today.",
    "W202": "A guide is compared with its sources in time.",
    "W203": "A translation names the same numbers and citations as its source.",
}
