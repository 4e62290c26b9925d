"""Prints a list of forms (TSV: group, lemma, gender, case, expected) whose every word is inflected by pymorphy3, which knows nothing of trc:
phrases put together against the program out of other words than our own lists have, words of the dictionary, surnames with names. The choice
is by a fixed seed."""
import functools
import itertools
import random
import re

import pymorphy3

CASES = dict(nominative="nomn", genitive="gent", dative="datv", accusative="accs", instrumental="ablt", prepositional="loct")
# Posts that pymorphy3 has as persons: «модератор», for one, is only a thing to it.
POSTS = """бригадир диспетчер кладовщик хореограф аккомпаниатор режиссёр художник столяр слесарь электрик садовник дворник вахтёр охранник врач фельдшер
санитар корреспондент редактор дизайнер архивист лектор декоратор аналитик аудитор ревизор юрист нотариус переводчик хранитель экскурсовод хормейстер
дирижёр костюмер оператор гардеробщик комендант казначей лесничий егерь лодочник швея медсестра буфетчица прачка аспирант стажёр певец гребец борец""".split()
ADJECTIVES = """опытный штатный сменный участковый выездной сельский районный творческий научный ночной новый почётный младший дежурный верхний
приглашённый избранный действующий назначенный летний""".split()
ORGANISATIONS = """интернат пансион училище консерватория галерея заповедник питомник санаторий профилакторий типография издательство поликлиника больница
редакция филармония планетарий стадион бассейн студия ансамбль оркестр партнёрство землячество лесничество кооператив обсерватория
флотилия дружина лига клиника мастерская столовая""".split()
THINGS = """таблица смета квитанция путёвка грамота медаль кубок парта доска окно стул крыло ковёр костёр огонь путь время знамя имя камень ремень корень
церковь ладонь площадь ведро кольцо письмо судно сердце поле здание сценарий музей змей край ключ нож карандаш плащ дворец конец отец-основатель палец""".split()
SUBJECTS = """география биология литература обществознание астрономия черчение музыка этика экономика право ботаника история хореография фольклор вокал
робототехника плавание фехтование лепка рисование логика риторика труд краеведение""".split()
RULED = ["высшая категория", "иностранные языки", "физическая культура", "информационные технологии", "народные промыслы", "детское творчество", "первый разряд", "чёрная металлургия"]
TAILS = ["«Радуга»", "№ 7", "имени космонавта", "при администрации", "«Свет» г. Рудни", "на 2026 год", "II категории"]
GIVEN = {"masc": ["Глеб", "Игорь", "Лев", "Фёдор", "Илья", "Никита", "Матвей"], "femn": ["Вера", "Надежда", "Любовь", "Наталья", "Софья", "Ольга"]}
PATRONYMIC = {"masc": ["Львович", "Ильич", "Аркадьевич"], "femn": ["Львовна", "Ильинична", "Аркадьевна"]}

morph = pymorphy3.MorphAnalyzer(lang="ru")
# The same words come again and again, and the whole dictionary has a few thousand tags.
parses_of = functools.cache(morph.parse)
name_of = functools.cache(str)
dice = random.Random(2026)


@functools.cache
def kind_of(paradigm, index):
    tag = str(morph.dictionary.build_tag_info(paradigm, index))
    return tag.startswith("NOUN") and "sing,nomn" in tag, "Surn" in tag


@functools.cache
def dictionary():
    """Nouns as their entries begin, and surnames by their first form: the dictionary has five million forms, so it is walked once."""
    nouns, surnames = set(), set()
    for word, (paradigm, index) in morph.dictionary.words.iteritems():
        is_noun, is_surname = kind_of(paradigm, index)
        if is_noun:
            nouns.add(word)
        if is_surname and index == 0:
            surnames.add(word)
    return sorted(nouns), sorted(surnames)


@functools.cache
def noun(word):
    found = [p for p in parses_of(word) if "nomn" in p.tag and ("NOUN" in p.tag) and not {"Surn", "Name", "Orgn"} & set(re.split("[ ,]", name_of(p.tag)))]
    return max(found, key=lambda p: (p.normal_form == word, p.score)) if found else None


@functools.cache
def adjective(word):
    return next(p for p in parses_of(word) if p.tag.POS in ("ADJF", "PRTF") and {"masc", "nomn"} in p.tag)


@functools.cache
def form(parse, case, number="sing"):
    found = parse.inflect({CASES[case], number})
    return found.word if found else None


def agreeing(word, head, case, number="sing"):
    life = {"anim" if "anim" in head.tag else "inan"} if case == "accusative" and (number == "plur" or head.tag.gender == "masc") else set()
    sex = {head.tag.gender} if number == "sing" else set()
    return adjective(word).inflect({CASES[case], number} | sex | life).word


def ruled(text, case):
    parses = [parses_of(word) for word in text.split()]
    head = noun(text.split()[-1])
    number = head.tag.number
    return f"{agreeing(adjective_of(text), head, case, number)} {form(head, case, number)}" if len(parses) > 1 else form(head, case, number)


@functools.cache
def adjective_of(text):
    return next(p.normal_form for p in parses_of(text.split()[0]) if p.tag.POS in ("ADJF", "PRTF"))


def listed(words):
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " и " + words[-1]


def subjects():
    return listed([form(noun(word), "genitive") for word in dice.sample(SUBJECTS, dice.randint(1, 4))])


def row(group, make, gender=""):
    forms = {case: make(case) for case in CASES}
    if all(forms.values()):
        for case in list(CASES)[1:]:
            print(group, forms["nominative"], gender, case, forms[case], sep="\t")


def phrase(words, tail=""):
    """«Adjectives head»; words are pairs of a word and its number."""

    def make(case):
        *own, (head, number) = words
        parse = noun(head)
        inner = form(parse, case, number)
        return None if inner is None else " ".join([*(agreeing(a, parse, case, number) for a, _ in own), inner]) + tail

    return make


def joined(*makers):
    def make(case):
        parts = [one if isinstance(one, str) else one(case) for one in makers]
        return None if None in parts else "".join(parts)

    return make


def pick(words):
    return dice.choice(words)


def posts():
    for word in POSTS:
        row("position", phrase([(word, "sing")]))
    for word, own in itertools.product(POSTS, dice.sample(ADJECTIVES, 6)):
        row("position_adjective", phrase([(own, ""), (word, "sing")]))
    for _ in range(200):
        row("position_subjects", phrase([(pick(POSTS), "sing")], " " + subjects()))
        row("position_ruled", phrase([(pick(POSTS), "sing")], " " + ruled(pick(RULED), "genitive")))
        row("position_by", phrase([(pick(ADJECTIVES), ""), (pick(POSTS), "sing")], " по " + ruled(pick(RULED), "dative")))
        row("position_tail", phrase([(pick(POSTS), "sing")], " " + pick(TAILS)))
        one, other = dice.sample(POSTS, 2)
        row("position_joined", joined(phrase([(one, "sing")]), " и ", phrase([(other, "sing")])))
        row("position_brackets", joined(phrase([(one, "sing")]), " (", phrase([(pick(ADJECTIVES), ""), (other, "sing")]), ")"))
        row("position_hyphen", joined(phrase([(one, "sing")]), "-", phrase([(other, "sing")])))
        row("position_chain", phrase([(one, "sing")], f" {form(noun(other), 'genitive')} {subjects()}"))
        row("phrase_many", joined(phrase([(one, "plur")]), ", ", phrase([(other, "plur")]), " и ", phrase([(pick(POSTS), "plur")])))
        row("phrase_many_led", phrase([(pick(ADJECTIVES), ""), (one, "plur")], " " + ruled(pick(RULED), "genitive")))


def organisations():
    for _ in range(200):
        own = [(word, "") for word in dice.sample(ADJECTIVES, dice.randint(0, 2))]
        row("org", phrase([*own, (pick(ORGANISATIONS), "sing")], " " + pick(TAILS)))
        row("org_subjects", phrase([(pick(ADJECTIVES), ""), (pick(ORGANISATIONS), "sing")], " " + subjects()))
        row("org_ruled", phrase([*own, (pick(ORGANISATIONS), "sing")], f" {ruled(pick(RULED), 'genitive')} и {subjects()}"))
        one, other = dice.sample(ORGANISATIONS, 2)
        row("org_joined", joined(phrase([(one, "sing")]), " и ", phrase([(other, "sing")])))


def things():
    for _ in range(200):
        row("phrase", phrase([(pick(ADJECTIVES), ""), (pick(THINGS), "sing")]))
        row("phrase_plural", phrase([(pick(ADJECTIVES), ""), (pick(THINGS), "plur")]))
        row("phrase_two", phrase([(one, "") for one in dice.sample(ADJECTIVES, 2)] + [(pick(THINGS), "sing")], " " + subjects()))
        one, other = dice.sample(THINGS, 2)
        row("phrase_joined", joined(phrase([(one, "sing")]), " и ", phrase([(other, "plur")])))


def words():
    """Common nouns of the dictionary that its corpus has met."""
    known, _ = dictionary()
    marks = {"Surn", "Name", "Patr", "Orgn", "Geox", "Abbr", "Erro", "Infr", "Slng", "Arch", "Fixd"}
    count = 0
    for word in dice.sample(known, len(known)):
        parse = noun(word)
        if parse is None or parse.normal_form != word or marks & set(re.split("[ ,]", name_of(parse.tag))) or len(word) < 4:
            continue
        row("phrase_word", phrase([(word, "sing")]))
        count += 1
        if count == 700:
            return


def people():
    _, found = dictionary()
    for surname in dice.sample(found, 900):
        for sex, short in (("masc", "male"), ("femn", "female")):
            own = [p for p in parses_of(surname) if {"Surn", "nomn", "sing"} in p.tag and (sex in p.tag or "GNdr" in p.tag or "ms-f" in p.tag)]
            parse = own[0] if own else next((p for p in parses_of(surname) if {"Surn", "nomn", "sing"} in p.tag), None)
            if parse is None:
                continue
            given, patronymic = pick(GIVEN[sex]), pick(PATRONYMIC[sex])
            # A man's surname on a consonant or «ь» declines whatever its origin; where the dictionary has it unchanging («Хань»), it judges nothing.
            if sex == "masc" and "Fixd" in parse.tag and re.search("(?<![ыи])[бвгджзйклмнпрстфхцчшщь]$", surname):
                continue

            def make(case):
                last = parse.inflect({CASES[case], "sing"} | ({sex} if parse.tag.gender else set()))
                first = next(p for p in parses_of(given.lower()) if {"Name", "nomn", "sing", sex} in p.tag).inflect({CASES[case], "sing"})
                middle = next(p for p in parses_of(patronymic.lower()) if {"Patr", "nomn", "sing", sex} in p.tag).inflect({CASES[case], "sing"})
                return None if None in (last, first, middle) else " ".join(one.word.capitalize() for one in (last, first, middle))

            row("name", make, short)


print("group", "lemma", "gender", "case", "expected", sep="\t")
for part in (posts, organisations, things, words, people):
    part()
