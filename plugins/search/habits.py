"""How words of a language change, and which say nothing, for the search among titles. A language that has nothing here
is searched by the beginnings of its words.

An affix is a regular expression and what takes its place, as JavaScript has both: the page alone applies them
(`titles.js`), in this order, to every word that is asked or read. What would leave less than three letters is not done.
They bring the forms of a word together, and need not find its root: `mengirim` and `kirim` meet where both have lost
what the one of them lacks.
"""

VOWEL = "(?=[aiueo])"

AFFIXES: dict[str, tuple[tuple[str, str], ...]] = {
    "id": (
        ("(?:lah|kah|pun)$", ""),
        ("(?:ku|mu|nya)$", ""),
        ("^(?:me|pe|)nge(?=[b-df-hj-np-tv-z][aiueo][a-z](?:k?an|in|i|)$)", ""),  # mengesahkan, pengesahan, ngecek
        ("^(?:me|pe|)ng" + VOWEL, ""),  # mengirim, pengaduan, ngirim
        ("^(?:me|pe)ng(?=[ghk])", ""),
        ("^(?:me|pe|)ny" + VOWEL, "s"),  # menyimpan
        ("^(?:me|pe)n" + VOWEL, "t"),  # menulis
        ("^(?:me|pe)n(?=[cdjst])", ""),
        ("^(?:me|pe)m" + VOWEL, "p"),  # memakai
        ("^(?:me|pe)m(?=[bfp])", ""),
        ("^(?:be|pe)l(?=ajar)|^be(?=kerja)", ""),
        ("^(?:ber|per|ter)(?=[a-z]{3})", ""),
        ("^(?:me|pe)(?=[lrwy])", ""),
        ("^di(?=[a-z]{4})", ""),
        ("^ke(?=[a-z]{3,}an$)", ""),  # keamanan
        ("(?:kan|an|in)$", ""),
        ("i$", ""),
        ("^k" + VOWEL, ""),  # from here on: what these letters become behind meN-
        ("^n" + VOWEL, "t"),
        ("^m" + VOWEL, "p"),
    ),
    "en": (
        ("ies$", "y"),
        ("(?:ss|x|ch|sh)es$", "ss"),
        ("([^s])s$", "$1"),
        ("(?:ations?|ing|ed|er)$", ""),
        (r"([^aeiou])\1$", "$1"),  # planned, plan
        ("e$", ""),
    ),
}

FILLERS = {
    "id": (
        "ada adalah agar akan aku aja anda apa apakah atau bagaimana banget biar bila bisa boleh brp buat "
        "cara caranya dan dari dengan dgn di dimana doang dong enggak ga gak gimana gmn harus ini itu jika "
        "juga kalau kalo kami kamu ke kemana kenapa kita kok lagi lebih mana mau mengapa ngga nggak nya pada "
        "pakai punya sama saja saya sebuah seperti sih sudah supaya tak tidak udah untuk utk ya yang yg"
    ),
    "en": (
        "a about am an and any are as at be been by can could did do does for from get got had has have how i "
        "if in into is it its m may me might must my need no not of on or our re s shall should so some t "
        "than that the their then there these they this those to us want was we what when where which who "
        "whom whose why will with would you your"
    ),
}
