"""Quotes of single sentences and short passages: style, pieces, cue, speaker, audience."""

from __future__ import annotations

import pytest

from afghanbrief import Document
from afghanbrief.annotation import Certainty, Evidence
from afghanbrief.extractor import BuildContext, Found
from afghanbrief.extractors.quotes.extractor import QuotesExtractor
from afghanbrief.kinds.actors import Actor, ActorMention, Role
from afghanbrief.kinds.quotes import Quote

EXTRACTOR = QuotesExtractor(BuildContext())
WHY = Evidence("actors", "test")


def quotes(text: str) -> list[Quote]:
    return list(EXTRACTOR.extract(Document(text), Found({})))


def with_actors(text: str, *actors: tuple[str, str, tuple[str, ...]]) -> list[Quote]:
    document = Document(text)
    mentions: list[ActorMention] = []
    found: list[Actor] = []
    for name, kind, names in actors:
        own = []
        for form in names:
            at = -1
            while (at := text.find(form, at + 1)) >= 0:
                own.append(
                    ActorMention(span=document.span(at, at + len(form)), evidence=WHY, form="name", type=kind)  # type: ignore[arg-type]
                )
        mentions += own
        found.append(
            Actor(
                span=own[0].span,
                evidence=WHY,
                id=f"actor:{name}",
                name=name,
                type=kind,  # type: ignore[arg-type]
                mention_ids=tuple(mention.id for mention in own),
                roles=(Role(title="spokeswoman"),) if name == "Kolar" else (),
            )
        )
    mentions.sort(key=lambda mention: mention.span)
    return list(EXTRACTOR.extract(document, Found({ActorMention: tuple(mentions), Actor: tuple(found)})))


def test_nothing_in_nothing() -> None:
    assert quotes("") == []
    assert quotes("The road is closed.") == []


def test_pieces_of_a_quote_broken_by_its_cue() -> None:
    (quote,) = quotes('"We are ready," Lavrov said. "It is time for peace."')
    assert [piece.text for piece in quote.content] == ["We are ready,", "It is time for peace."]
    assert quote.verbatim == quote.content
    assert quote.style == "direct"
    assert quote.span.text.startswith("We are")
    assert quote.span.text.endswith("peace.")


def test_paragraphs_that_resume_are_one_quote() -> None:
    text = 'Lavrov said:\n\n"We are ready.\n\n"It is time.\n\n"They know it."\n\nThe road is closed.'
    (quote,) = quotes(text)
    assert [piece.text for piece in quote.content] == ["We are ready.", "It is time.", "They know it."]


def test_mixed_holds_the_whole_clause() -> None:
    (quote,) = quotes('Lavrov said the plan was "bad for all of us" and would fail.')
    assert quote.style == "mixed"
    assert [piece.text for piece in quote.content] == ['the plan was "bad for all of us" and would fail']
    assert [piece.text for piece in quote.verbatim] == ["bad for all of us"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"No," said Arthur K. Melrose, a trader based in Lahore.', "Arthur K. Melrose"),
        ('"No," a spokesman for the ministry in Kabul said.', "spokesman"),
        ('"No," he said.', "he"),
        ("Lavrov, Russia's foreign minister, said that the talks failed.", "Lavrov"),
        ("The Front's spokesman, Mullah Haidar Samim, denied that it had burned the houses.", "Mullah Haidar Samim"),
        ("Another man who did not want to be named said the road was closed.", "man"),
        ("Carol Vance (D-Mich.) said the road was closed.", "Carol Vance"),
        ("The department two weeks ago said the road was closed.", "department"),
        ("Lavrov smiled and said the road was open.", "Lavrov"),
        ("Lavrov argued that a register would keep people out, saying it was about order.", "Lavrov"),
        ("In 2016, Mrs. Schlafly endorsed the plan, saying it had courage.", "Mrs. Schlafly"),
        ("The man who blamed the police said he would leave.", "man"),
        ("Brown and his deputy said the road was closed.", "Brown and his deputy"),
        ("The BBC quoted a police officer as saying that three people died.", "police officer"),
        ("According to him, the road is closed.", "him"),
        ("Another, Gul Ahmad, said the road was closed.", "Gul Ahmad"),
        ("One of them, Gul Ahmad, 34, said the road was closed.", "Gul Ahmad"),
        ("According to her lawyers, the road is closed.", "lawyers"),
        ('At the college in Berea, OH, Karl Brandt (R-OH), said, "I am ready to go."', "Karl Brandt"),
        ("Karl Brandt, then commander of the mission (ISAF), said the war was over.", "Karl Brandt"),
        (
            'The first clash came at the fair, when bakers broke up her reading, shouting "Flour is dear!"',
            "bakers",
        ),
        ('Alarmed by the unrest, Senator Ana Ruiz, the minority leader, said it was a "test."', "Senator Ana Ruiz"),
        ("A grower who lived there and who did not want to be named said he was ill.", "grower"),
        ("After saying that he was ill, the governor left the hall.", "governor"),
        ("Noting that the dam was old, Ana Ruiz asked for more.", "Ana Ruiz"),
        ("But while arguing that the law is fair, she has no plan of her own.", "she"),
        ("Officials there hint that power will flow by June.", "Officials"),
        ("The baker later sued, claiming the rule was unfair.", "baker"),
        ("A man familiar with the plan for Friday's meeting says the talks will go on.", "man"),
        ("Having said that it was over, Ana Ruiz went home.", "Ana Ruiz"),
        ("The shilling will recover, traders in Nairobi who asked not to be named said.", "traders"),
        ('"It will do," according to the Resident Coordinator, Marc Dupont.', "Marc Dupont"),
        ('"We are ready," said the Prime Minister, Sudan\'s first woman in office.', "Prime Minister"),
        ('They passed out bottles that said, "The party welcomes you."', "bottles"),
        ('"It is over for all of us," he will say.', "he"),
        ('Khan, who said the king was ill, put out a statement Sunday saying, "He is well."', "Khan"),
        ('Ruiz was in his home state, calling for "a war on the dam."', "Ruiz"),
        ("Ana Ruiz, head of the guild, a union that has backed him, said its members planned a march.", "Ana Ruiz"),
    ],
)
def test_speaker_by_clause_grammar(text: str, speaker: str) -> None:
    found = quotes(text)
    assert found
    assert found[-1].speaker is not None
    assert found[-1].speaker.text == speaker


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lavrov said the road was open, adding that it had rained.", ["the road was open", "it had rained"]),
        ("The road is open, Lavrov said, a claim that Ankara denies.", ["The road is open"]),
        ("Police said it was a mine, while witnesses said it was a shell.", ["it was a mine", "it was a shell"]),
        ('The ministry said it was "aware of the case" but declined to comment.', ['it was "aware of the case']),
        ("A woman who has accused the clerk of theft said that he lied.", ["theft", "he lied"]),
        ("A man who blamed the police for the fire said he left.", ["the police for the fire", "he left"]),
        ("The mayor blamed the police on Twitter.", ["the police"]),
        ("The minister accused Iran of arming the militia.", ["arming the militia"]),
        ("A claim by the army that the town was safe came too late.", ["the town was safe"]),
        ("As Lavrov puts it, war is bad.", ["war is bad"]),
        ("Engineers say it may be winter until the dam is safe.", ["it may be winter until the dam is safe"]),
        ("She has since said that she left early.", ["she left early"]),
        ('In declaring the vote "a fraud," the bishop spoke for many.', ['the vote "a fraud,']),
        ("Six died, the agency says, of whom five were guards.", ["Six died", "of whom five were guards"]),
        ("Nine guards were killed, police said, even as envoys met again.", ["Nine guards were killed"]),
        ("As per the bank, bad loans stood at 38.5 per cent.", ["bad loans stood at 38.5 per cent"]),
        ('He spared Ruiz, calling him a "decent fellow" and he gave no view of Brandt.', ['him a "decent fellow']),
        (
            'He said he would say "a prayer" for the winner but did not name him.',
            ['he would say "a prayer" for the winner'],
        ),
        ('Asked why, Brandt said, "We have a week to go" until the vote.', ['We have a week to go" until the vote']),
        ("He added that if he were there, he would tell them to go.", ["if he were there, he would tell them to go"]),
        ("Ruiz has said for months she is the true heir.", ["she is the true heir"]),
        ("Ruiz says despite being a heretic, she will attend.", ["despite being a heretic, she will attend"]),
        ("The plan, an unnamed source said, is to wait.", ["The plan", "is to wait"]),
        ("The ferrymen who Dutch officials say are safe in the port have left.", ["are safe in the port"]),
        ("It was announced on Sunday that the curfew would be lifted.", ["the curfew would be lifted"]),
        ('Protesters chanted "Bread for the poor!" and marched.', ["Bread for the poor!"]),
    ],
)
def test_where_reports_begin_and_end(text: str, content: list[str]) -> None:
    assert [piece.text for quote in quotes(text) for piece in quote.content] == content


def test_audience() -> None:
    (quote,) = quotes("Lavrov told reporters that the talks failed.")
    assert quote.audience is not None
    assert quote.audience.text == "reporters"


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov would not say whether the talks failed.",
        "The group claimed responsibility.",
        "The minister refused to confirm that the talks had ended.",
        "If he says that the war is over, nobody will believe him.",
        "Had she said that the road was closed, they would have waited.",
        'The film "The Kite Runner" was shown in Kabul.',
        "Nobody asks what is under the leaves.",
        "The report is on the table.",
        'The "safe zone" was shelled.',
        "The mission called for calm.",
    ],
)
def test_no_reported_speech(text: str) -> None:
    assert quotes(text) == []


def test_the_minimal_mention_and_its_actor() -> None:
    text = "Foreign Minister Sergei Lavrov said that the talks failed."
    (quote,) = with_actors(text, ("Lavrov", "person", ("Sergei Lavrov",)))
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker_id) == ("Sergei Lavrov", "actor:Lavrov")
    assert quote.evidence.certainty is Certainty.EXPLICIT


def test_a_pronoun_stands_for_the_person_of_its_gender() -> None:
    text = "Kolar met Dalgaard on Friday. He said the road was closed. She said it was open."
    first, second = with_actors(text, ("Kolar", "person", ("Kolar",)), ("Dalgaard", "person", ("Dalgaard",)))
    assert (first.speaker_id, second.speaker_id) == ("actor:Dalgaard", "actor:Kolar")
    assert first.evidence.certainty is Certainty.INFERRED


def test_a_pronoun_without_anybody_is_open() -> None:
    (quote,) = quotes("He said the road was closed.")
    assert quote.speaker is not None
    assert quote.speaker_id is None


def test_it_is_a_body_and_no_person() -> None:
    text = "Dalgaard came for UNAMA. It said the road was closed."
    (quote,) = with_actors(text, ("Dalgaard", "person", ("Dalgaard",)), ("UNAMA", "organisation", ("UNAMA",)))
    assert quote.speaker_id == "actor:UNAMA"


def test_a_description_stands_for_the_nearest_that_fits() -> None:
    text = "The Taliban met UNAMA. The group said the road was closed."
    (quote,) = with_actors(text, ("Taliban", "armed_group", ("Taliban",)), ("UNAMA", "organisation", ("UNAMA",)))
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker_id) == ("group", "actor:Taliban")


def test_a_report_stands_for_its_issuer() -> None:
    text = "According to a report by UNAMA, nine people were killed."
    (quote,) = with_actors(text, ("UNAMA", "organisation", ("UNAMA",)))
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker_id) == ("report", "actor:UNAMA")


def test_a_relative_pronoun_speaks_for_its_antecedent() -> None:
    text = "Lavrov, who said he was tired, left."
    (quote,) = with_actors(text, ("Lavrov", "person", ("Lavrov",)))
    assert quote.speaker is not None
    assert (quote.speaker.text, quote.speaker_id) == ("who", "actor:Lavrov")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Growth was 5%, said Lavrov.", "Growth was 5%"),
        ("Unemployment fell by 12,000, or 4.8%, the ministry said.", "Unemployment fell by 12,000, or 4.8%"),
        ("The deficit was 5, said Lavrov.", "The deficit was 5"),
    ],
)
def test_signs_belong_to_their_numbers(text: str, content: str) -> None:
    assert [quote.span.text for quote in quotes(text)] == [content]


def test_who_a_description_in_a_passage_stands_for() -> None:
    fund = ("Fund", "organisation", ("World Fund",))
    quote = with_actors("The World Fund met in May. Growth will fall, the Fund said.", fund)[0]
    assert quote.speaker_id == "actor:Fund"
    agent = with_actors(
        "The council spoke of a plot, a charge denied by the ministry. It said that nobody had been held.",
        ("Council", "organisation", ("council",)),
        ("Ministry", "organisation", ("ministry",)),
    )[-1]
    assert agent.speaker_id == "actor:Ministry"
    latter = with_actors(
        "The Front met the Guards on Monday. The latter deny being a threat.",
        ("Front", "armed_group", ("Front",)),
        ("Guards", "armed_group", ("Guards",)),
    )[0]
    assert latter.speaker_id == "actor:Guards"


def test_who_spoke_last_speaks_on() -> None:
    text = "Border troops began to dig, the army said in a statement. It said its men had fired first."
    found = with_actors(text, ("Troops", "organisation", ("Border troops",)), ("Army", "organisation", ("army",)))
    assert [quote.speaker_id for quote in found] == ["actor:Army", "actor:Army"]


def test_who_asks_is_not_who_answers() -> None:
    text = (
        'The minister, Abdul Salam, spoke. "We will end it," he told them.\n\n'
        'Asked by a reporter when, he smiled.\n\n"Soon," he said.'
    )
    actors = (("Salam", "person", ("Abdul Salam",)), ("Reporter", "role", ("reporter",)))
    assert [quote.speaker_id for quote in with_actors(text, *actors)] == ["actor:Salam", "actor:Salam"]


def test_parts_of_people_stand_for_them() -> None:
    found = with_actors("Two thirds of villagers said they would leave.", ("Villagers", "role", ("villagers",)))
    assert (found[0].speaker_id, found[0].speaker and found[0].speaker.text) == ("actor:Villagers", "villagers")


def test_names_behind_an_office_and_its_body() -> None:
    text = '"We shall act," said Deputy Minister of Trade for Roads and Dams Wali A. Amin. "At once."'
    found = with_actors(text, ("Wali A. Amin", "person", ("Wali A. Amin",)))
    assert found[0].speaker_id == "actor:Wali A. Amin"
    other = '"We shall act," said the spokesman of the office of President Amin.'
    assert with_actors(other, ("Amin", "person", ("Amin",)))[0].speaker_id != "actor:Amin"


def test_initials_of_an_interview_stand_for_whoever_has_them() -> None:
    text = (
        "North Road Review spoke to a trader.\n\n"
        "NRR: How long is the road?\n\nPAA: We do not know it.\n\nNRR: And the bridge?\n\nPAA: It fell in May."
    )
    found = with_actors(text, ("North Road Review", "media", ("North Road Review",)))
    assert [quote.speaker_id for quote in found] == ["actor:North Road Review", None] * 2


def test_a_dateline_opens_no_transcript() -> None:
    place = ("Herat", "place", ("HERAT",))
    assert with_actors("Digest\n\nHERAT: Two men were held.\n\nHERAT: A bridge was opened.", place) == []


def test_a_paragraph_below_a_colon_is_what_was_said() -> None:
    below = "The road is long, and the wells along it are dry; whoever walks it carries water for nine days. " * 2
    quote = quotes(f"News\n\nThe governor added:\n\n{below.strip()}\n\nHe left.")[0]
    assert (quote.style, quote.content[0].text) == ("indirect", below.strip().rstrip("."))
    assert quotes('News\n\nThe governor added:\n\n"The road is long."\n\nHe left.')[0].style == "direct"
    assert quotes("News\n\nThe governor added:\n\nA list.\n\nHe left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The governor claims it",
        "said about",
        "He said at least",
        "The paper showed",
        "said Under",
        "The statement posted",
    ],
)
def test_words_at_the_end_ask_for_nothing_behind_them(text: str) -> None:
    for tail in ("", " ", "."):
        assert all(quote.span.end <= len(text) for quote in quotes(text + tail))
