"""The pack `event`: any happening in the news: what, when, where, who, how many, and who says so.

It takes what no other pack takes: disasters, accidents, attacks, protests, elections, rulings,
summits. It names no party and no event.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from summarizer.documents import (
    Contested,
    Cue,
    DateClaim,
    Example,
    Facts,
    FieldRule,
    Figure,
    Label,
    LabelClaim,
    NameCue,
    NamedClaim,
    Occurrence,
    Pack,
    Statement,
    WordingClaim,
)

# fmt: off
Outcome = Literal["killed", "injured", "missing", "rescued", "displaced", "arrested", "attending", "affected", "other"]
Occasion = Literal["this", "planned", "earlier", "other"]
Stage = Literal["planned", "under_way", "over"]
Kind = Literal[
    "explosion", "fire", "earthquake", "flood", "storm", "landslide", "shipwreck", "plane crash", "train crash", "road crash", "building collapse",
    "outbreak of disease", "shooting", "stabbing", "bombing", "airstrike", "kidnapping", "killing", "protest", "strike", "election", "referendum",
    "trial", "court ruling", "summit", "talks", "agreement", "resignation", "appointment", "festival",
]
# fmt: on


class EventFigure(Figure):
    """A number of people, what happened to them, and whether in this event or another; null is undecided."""

    outcome: Outcome | None = None
    occasion: Occasion | None = None


class KindClaim(LabelClaim):
    """What kind of happening it is, in the pack's own plain word."""

    value: Kind


class StageClaim(LabelClaim):
    """How far the event has come."""

    value: Stage


class EventFacts(Facts):
    """What an article says about a happening."""

    what: tuple[KindClaim, ...] = ()
    figures: tuple[EventFigure, ...] = ()
    date: DateClaim | None = None
    places: tuple[NamedClaim, ...] = ()
    actors: tuple[NamedClaim, ...] = ()
    stage: tuple[StageClaim, ...] = ()
    statements: tuple[Statement, ...] = ()
    wording: tuple[WordingClaim, ...] = ()


# --- what a model returns when it is asked for everything in one call ---------------------------------
# Quotations are strings: code finds where they stand. Dates are the words' own affair.


class ProposedFigure(BaseModel):
    """A number of people."""

    quote: str = Field(min_length=4, max_length=400)
    value: int = Field(ge=0)
    outcome: Outcome | None = None
    occasion: Occasion | None = None
    speaker: str | None = None


class ProposedPoint(BaseModel):
    """One sentence of the summary, and the words that bear it out."""

    text: str = Field(min_length=8, max_length=320)
    quote: str = Field(min_length=4, max_length=600)


class ProposedName(BaseModel):
    """A place, or whoever acts."""

    value: str
    quote: str


class ProposedKind(BaseModel):
    """What kind of happening it is."""

    value: Kind
    quote: str


class ProposedStage(BaseModel):
    """How far it has come."""

    value: Stage
    quote: str


class ProposedStatement(BaseModel):
    """What somebody said, in the article's words."""

    speaker: str
    quote: str


class ProposedWording(BaseModel):
    """A loaded name for somebody or something."""

    term: str
    refers_to: str


class Proposal(BaseModel):
    """A whole article in one answer."""

    headline: str = Field(min_length=8, max_length=160)
    gist: list[ProposedPoint] = Field(min_length=1, max_length=4)
    figures: list[ProposedFigure] = Field(max_length=40)
    what: list[ProposedKind] = Field(default_factory=list, max_length=3)
    places: list[ProposedName] = Field(default_factory=list, max_length=6)
    actors: list[ProposedName] = Field(default_factory=list, max_length=6)
    stage: list[ProposedStage] = Field(default_factory=list, max_length=4)
    statements: list[ProposedStatement] = Field(default_factory=list, max_length=16)
    wording: list[ProposedWording] = Field(default_factory=list, max_length=16)


# fmt: off
# --- what happened to the people who are counted ------------------------------------------------------

# Nouns and modifiers that decide it alone, whatever the verb: "12 dead", "three missing children".
PEOPLE = {
    "killed": ("dead", "death", "fatality", "fatalities"),
    "injured": ("wounded", "injured", "injury", "hurt"),
    "missing": ("missing",),
    "rescued": ("survivor",),
    "displaced": ("evacuee", "refugee", "homeless", "displaced"),
    "arrested": ("arrest", "detainee", "arrestee"),
    "attending": ("attendee", "spectator", "onlooker", "delegate", "reveller", "reveler", "festivalgoer", "concertgoer", "moviegoer", "visitor"),
}

# Nouns that count people and leave open what happened to them.
COUNTED = (
    "people", "person", "persons", "man", "men", "woman", "women", "child", "children", "boy", "girl", "baby", "infant", "toddler", "teenager",
    "teen", "youth", "adult", "pensioner", "mother", "father", "parent", "son", "daughter", "brother", "sister", "sibling", "twin", "couple",
    "resident", "villager", "inhabitant", "citizen", "civilian", "local", "householder", "tenant", "neighbour", "neighbor", "passenger", "crew",
    "crewman", "crewmen", "crewmember", "sailor", "seaman", "seamen", "fisherman", "fishermen", "driver", "pilot", "cyclist", "pedestrian",
    "motorist", "commuter", "worker", "employee", "miner", "labourer", "laborer", "farmer", "trader", "vendor", "shopper", "guest", "tourist",
    "holidaymaker", "traveller", "traveler", "hiker", "climber", "skier", "swimmer", "student", "pupil", "schoolchild", "schoolchildren",
    "schoolgirl", "schoolboy", "teacher", "doctor", "nurse", "medic", "paramedic", "patient", "firefighter", "rescuer", "diver", "policeman",
    "policemen", "officer", "police", "guard", "soldier", "troop", "troops", "serviceman", "servicemen", "fighter", "militant", "gunman",
    "gunmen", "attacker", "suspect", "defendant", "prisoner", "inmate", "convict", "hostage", "captive", "victim", "casualty", "casualties",
    "bystander", "witness", "protester", "protestor", "demonstrator", "marcher", "striker", "activist", "supporter", "fan", "rioter",
    "journalist", "reporter", "angler", "dancer", "musician", "actor", "runner", "rider", "lawyer", "judge", "juror", "lawmaker", "deputy", "senator", "minister", "leader", "official", "diplomat",
    "candidate", "member", "volunteer", "participant", "athlete", "player", "migrant", "pilgrim", "worshipper", "worshiper", "mourner",
    "believer", "voter", "elector", "customer", "user", "household", "family", "soul", "life", "lives", "body", "bodies", "corpse", "coffin", "deckhand", "other",
    "others", "ones", "islander", "islanders", "townspeople", "townsfolk", "name", "names", "recruit", "striker", "strikers", "walker", "walkers",
    "engineer", "technician", "ticketholder", "ticket-holder", "homeowner", "householders", "ratepayer", "camper", "campers",
)

_HELP = r"(?:(?:was|were|is|are|been|being|be|had|have|has|feared|presumed|believed|confirmed|reported|found|still|also|later|now)\s+)+(?:\w+ly\s+)?"
_NEAR = r"(?:[\w’'-]+\s+){0,3}"
_ARTICLES = r"(?:(?:at least|more than|as many as|up to|nearly|almost|about|around|some|another|a|an|the|all)\s+)*"


def _outcome(value: str, *, to: str = "", ends: str = "", verbs: tuple[str, ...] = ()) -> tuple[Cue, ...]:
    """Cues for one outcome: what is done to people (before the number), how they ended (after it), and the verbs."""
    cues = []
    if to:
        cues.append(Cue(value=value, before=rf"\b(?:{to})\s+{_NEAR}{_ARTICLES}$", weight=2.5))
    if ends:
        cues.append(Cue(value=value, after=rf"^[^.;:]{{0,60}}?\b(?:{ends})\b", unless=rf"\b(?:{to})\s+(?:at least\s+|some\s+|about\s+)?\d" if to else "", weight=1.5))
        cues.append(Cue(value=value, after=rf"^\W*(?:[\w’'-]+\s+){{0,2}}(?:{ends})\b", weight=1.5))
    if verbs:
        cues.append(Cue(value=value, verbs=verbs, weight=1.2))
    return tuple(cues)


OUTCOME = Label(
    values={
        "killed": "they died", "injured": "they were hurt", "missing": "nobody knows where they are", "rescued": "they were saved or survived",
        "displaced": "they had to leave their homes", "arrested": "they were arrested, charged or sentenced",
        "attending": "they came, marched, voted or took part",
        "affected": "it touched them in another way: aboard, ill, stranded, without power", "other": "something else, such as staff, rescuers or inhabitants",
    },
    question="What happened to these people?",
    cues=(
        *_outcome("killed", to=r"kill(?:s|ed|ing)?|murder(?:s|ed|ing)|execut(?:ed|ing)|claim(?:s|ed|ing) the lives of|lost|bur(?:y|ied|ying)|mourn(?:s|ed|ing)?",
                  ends=rf"died|drowned|perished|suffocated|(?:lost|lose|losing) their lives|{_HELP}(?:killed|murdered|dead|shot dead|crushed|electrocuted|executed)|(?:are|is|was|were) among the (?:dead|victims)|succumbed",
                  verbs=("kill", "die", "drown", "perish", "murder", "execute", "suffocate", "slay")),
        Cue(value="killed", before=rf"\b(?:toll|number of (?:(?:the|those|people|persons) )?(?:dead|killed|deaths|fatalities|victims))\b[^.;]{{0,60}}\b(?:to|at|of|was|is|reached|passed|hit|exceeded|stands?|stood)\s+{_ARTICLES}$", weight=3),
        Cue(value="killed", after=r"^\W*(?:people |persons )?(?:are |were )?(?:dead|deaths|fatalities)\b", weight=4),
        Cue(value="killed", after=r"^\W*(?:\w+ )?lives\b", weight=2.5),
        Cue(value="killed", nouns=("body", "corpse", "coffin"), weight=2),
        *_outcome("injured", to=r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|maim(?:s|ed|ing)|hospitali[sz]ed|treat(?:ed|ing)",
                  ends=rf"{_HELP}(?:injured|wounded|hurt|hospitali[sz]ed|burned|burnt|treated|taken to (?:\w+ )?hospital|admitted)|treated (?:for|in|at)|in (?:\w+ )?(?:hospital|intensive care|(?:critical|serious) condition)|(?:critically|seriously|badly|slightly)(?: (?:hurt|injured|wounded|ill))?|needed treatment",
                  verbs=("injure", "wound", "hurt", "hospitalise", "hospitalize", "maim", "burn")),
        Cue(value="injured", after=r"^\W*(?:people |persons )?(?:hurt|injured|wounded)\b", weight=4),
        Cue(value="injured", after=r"^\W*of (?:them|whom) with (?:\w+ )?(?:bones|injuries|wounds|burns|fractures|concussion)\b", weight=4),
        *_outcome("missing", to=r"(?:search(?:ed|ing)?|look(?:ed|ing)?|hunt(?:ed|ing)?) for|trapped|buried",
                  ends=rf"missing|unaccounted for|(?:{_HELP})?(?:trapped|buried)|(?:has|have|had) not been (?:found|seen|traced)",
                  verbs=("trap", "vanish", "disappear")),
        *_outcome("rescued", to=r"rescu(?:es|ed|ing)|sav(?:es|ed|ing)|pull(?:s|ed|ing)(?: out)?|fre(?:ed|eing)|winch(?:ed|ing)|lift(?:ed|ing)",
                  ends=rf"{_HELP}(?:rescued|saved|freed|winched|pulled (?:out|from|alive)|brought ashore|found alive)|survived|escaped|got out|made it (?:to|ashore|out)|swam (?:to|ashore)|reached (?:safety|the shore)",
                  verbs=("rescue", "save", "survive", "escape", "pull")),
        *_outcome("displaced", to=r"displac(?:es|ed|ing)|sheltering|evacuat(?:es|ed|ing)|uproot(?:s|ed|ing)|driv(?:es|en|ing)|drove|forc(?:es|ed|ing)|mov(?:es|ed|ing)",
                  ends=rf"{_HELP}(?:displaced|evacuated|homeless|made homeless|left homeless|moved(?: out)?|taken to (?:shelters?|schools?|tents?|camps?)|told to leave|ordered to leave|forced (?:to (?:flee|leave)|from|out))|fled|left their homes|lost their homes|took (?:shelter|refuge)|sheltered|(?:sle(?:pt|eps?|eping)|camp(?:ed|ing)|liv(?:ed|ing)) (?:out(?:side|doors|)\b|rough|in (?:the open|their cars|cars|tents?|shelters?|schools?|camps?))|(?:were|are) camping|sp(?:ent|end) the (?:day|night|week|weekend) in",
                  verbs=("displace", "evacuate", "flee", "shelter", "uproot")),
        *_outcome("arrested", to=r"(?:police|officers|guards|troops) (?:have |had )?held|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)|charg(?:es|ed|ing)|jail(?:s|ed|ing)|sentenc(?:es|ed|ing)|convict(?:s|ed|ing)|round(?:s|ed|ing)? up|indict(?:s|ed|ing)",
                  ends=rf"{_HELP}(?:arrested|detained|charged|jailed|sentenced|convicted|indicted|remanded|taken (?:into custody|away)|in custody|on trial|questioned)|in custody|(?:face|faced|facing) (?:charges|trial|prison)|stood trial|pleaded",
                  verbs=("arrest", "detain", "charge", "jail", "sentence", "convict", "indict", "round up")),
        Cue(value="arrested", before=r"\bin custody\b[^.;]{0,30}$", weight=1.5),
        *_outcome("attending", to=r"attended by|(?:crowds?|turnout|audience|gathering|march|rally|congregation|procession|assembly)(?: \w+)? of|drew|drawing|attract(?:ed|ing)|brought",
                  ends=r"attended|gathered|marched|protested|rallied|demonstrated|took part|take part|taken part|turned out|showed up|assembled|came out|took to the streets|walked out|packed|filled|lined|watched|cheered|met in|bought tickets|queued|voted|cast (?:their |a )?(?:votes?|ballots?)|went to the polls",
                  verbs=("attend", "gather", "march", "protest", "rally", "demonstrate", "assemble", "flock", "watch", "celebrate", "visit", "join", "vote")),
        Cue(value="attending", before=rf"\b(?:turnout|attendance|crowds?|number of (?:participants|protesters|demonstrators|marchers|strikers))\b[^.;]{{0,60}}\b(?:to|at|of|was|is|reached|passed|hit|exceeded|topped|numbered)\s+{_ARTICLES}$", weight=3),
        Cue(value="attending", after=r"^\W*(?:\w+ ){0,3}(?:had |have |has )?(?:come|came|turned out|turned up|showed up)\b", weight=2),
        Cue(value="attending", after=r"^\W*(?:\w+ ){0,2}(?:had |have |has )?(?:joined the (?:\w+ ){0,2}(?:walkout|strike|stoppage|march|protest|rally)|walked out|downed tools|were on strike)\b|^\W*strikers?\b(?! (?:were|was|had been|have been))", weight=2.5),
        Cue(value="attending", nouns=("protester", "protestor", "demonstrator", "marcher", "participant", "worshipper", "mourner", "fan", "pilgrim", "supporter", "guest"), weight=1.0),
        Cue(value="other", after=r"^\W*(?:[\w’'-]+\s+){0,3}(?:(?:are|were|is) )?(?:eligible|registered|entitled) to vote\b", weight=4),
        *_outcome("affected", to=r"affect(?:s|ed|ing)|strand(?:s|ed|ing)|infect(?:s|ed|ing)|poison(?:s|ed|ing)|sicken(?:s|ed|ing)|carrying|leav(?:es|ing)|left",
                  ends=rf"(?:{_HELP})?(?:affected|stranded|infected|poisoned|aboard|on board|on the (?:boat|ship|ferry|plane|bus|train)|crammed|cut off|quarantined|laid off|ill|without (?:\w+ )?(?:power|water|electricity|gas|heating))|fell ill|(?:lost|lose) (?:their )?(?:jobs|work|power)",
                  verbs=("affect", "strand", "infect", "poison", "sicken", "cram", "quarantine")),
        *_outcome("other", to=r"licen[sc]ed (?:to|for)(?: \w+)?|(?:roll|register|electorate) of|capacity(?: of| for)|built for|designed for|room for|employ(?:s|ed|ing)?|population of|(?:town|city|village|island|community|nation|workforce|jury|staff|force|team|panel|crew) of|home to|sent|deploy(?:s|ed|ing)",
                  ends=r"fought (?:the )?(?:flames|fire|blaze)|(?:were|was) (?:sent|deployed|called (?:in|out))|live (?:in|on)|are employed",
                  verbs=("employ", "deploy", "licence", "license")),
        Cue(value="other", nouns=("firefighter", "rescuer", "diver", "paramedic", "juror", "judge"), text=r"\b(?:fought|searched|battled|worked|helped|deployed|sent|ruled|voted)\b", weight=2),
    ),
)

# --- which event the number belongs to ----------------------------------------------------------------

OCCASION = Label(
    values={"this": "the event that the article reports", "planned": "something still to come", "earlier": "another event before this one", "other": "no event: how many live, work or fit there"},
    question="Is this number about the event reported, something still to come, an earlier event, or no event at all?",
    cues=(
        Cue(value="earlier", when=("before",), tenses=("past", "past_perfect"), weight=2),
        Cue(value="earlier", sentence=r"^\W*(?:in|back in|since)\s+(?:19|20)\d\d\b", weight=2.5),
        Cue(value="earlier", text=r"\b(?:in|of|since)\s+(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?:19|20)\d\d\b", tenses=("past", "past_perfect"), weight=2),
        Cue(value="earlier", sentence=r"\bin (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:19|20)\d\d)?|(?:19|20)\d\d), when\b", weight=3),
        Cue(value="earlier", before=r"\bin (?:19|20)\d\d\b[^.;]{0,30}$", weight=4),
        Cue(value="earlier", text=r"\b(?:last (?:year|month|week|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|(?:a|two|three|four|five|ten|\d+|several) (?:weeks|months|years|decades|year|month|decade) (?:ago|earlier|before))\b", weight=2.5),
        Cue(value="earlier", text=r"\b(?:previous|earlier|similar|last such|worst since|another such|deadliest)\s+(?:\w+\s+){0,2}(?:disaster|accident|attack|protest|fire|blast|explosion|crash|election|vote|quake|earthquake|flood|storm|outbreak|summit|strike|march|rally|incident|case|collapse|sinking|edition)\b", weight=2),
        Cue(value="earlier", tenses=("past_perfect",), text=r"\b(?:there|fire|blast|crash|attack|accident|flood|before|earlier|previously)\b", weight=1.5),
        Cue(value="planned", tenses=("future", "planned"), weight=2.5),
        Cue(value="other", after=r"^\W*(?:[\w’'-]+\s+){0,3}(?:(?:are|were|is) )?(?:eligible|registered|entitled) to vote\b", weight=3),
        Cue(value="planned", text=r"\b(?:is|are|was|were)\s+(?:expected|due|set|scheduled|planned|likely|to be)\b|\b(?:plans? to|tomorrow|next (?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b", weight=2),
        Cue(value="other", before=r"\b(?:licen[sc]ed (?:to|for)|capacity (?:of|for)|built for|designed for|room for|employs?|population of|home to|(?:roll|register|electorate|town|city|village|island|nation|workforce) of)\s+(?:[\w’'-]+\s+){0,3}$", weight=3),
        Cue(value="other", after=r"^\W*(?:[\w’'-]+\s+){0,2}(?:subscribers|followers|readers|live (?:in|on)|(?:are|were) employed)\b", weight=3),
        Cue(value="this", when=("same",), weight=1.2),
        Cue(value="this", text=r"\b(?:today|tonight|overnight|this (?:morning|afternoon|evening)|so far|by (?:nightfall|midday|noon|dawn|evening)|still)\b", weight=1),
        Cue(value="this", tenses=("past", "present"), weight=1.2),
        Cue(value="this", tenses=("past_perfect",), weight=1),
        *(Cue(value="this", given={"outcome": value}, weight=1) for value in ("killed", "injured", "missing", "rescued", "displaced", "arrested", "attending", "affected")),
    ),
)

# --- what, where, who, how far ------------------------------------------------------------------------

_KINDS: dict[Kind, str] = {
    "explosion": r"explosions?|exploded|blasts?", "fire": r"(?:wild|forest |bush)?fires?|blazes?|caught fire|burn(?:ed|t) down",
    "earthquake": r"earthquakes?|quakes?|(?:after|fore)shocks?|tremors?", "flood": r"floods?|flooding|flooded|flash floods?|inundat\w+",
    "storm": r"storms?|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|gales?", "landslide": r"landslides?|mudslides?|avalanches?|rockfalls?",
    "shipwreck": r"shipwrecks?|(?:ferry|boat|ship|vessel|trawler)[^.]{0,60}(?:capsiz\w+|sank|sunk|sinking|rolled over|went down|goes down|overturned)|capsiz\w+",
    "plane crash": r"(?:plane|aircraft|jet|helicopter|airliner)\b[^.]{0,60}\bcrash\w*|(?:plane|air|helicopter) crash\w*",
    "train crash": r"(?:train|rail)\b[^.]{0,60}\b(?:crash\w*|derail\w*|collid\w+)|derailments?",
    "road crash": r"(?:bus|car|lorry|truck|coach|minibus)\b[^.]{0,60}\b(?:crash\w*|collid\w+|overturned|plunged)|pile-?ups?",
    "building collapse": r"(?:building|bridge|roof|tower|dam|mine|stand|balcony)\b[^.]{0,40}\b(?:collaps\w+|caved in|gave way)",
    "outbreak of disease": r"outbreaks?|epidemics?|cholera|measles|ebola", "shooting": r"shootings?|shot (?:dead|and)|opened fire|gunfire",
    "stabbing": r"stabbings?|stabbed|knife attacks?", "bombing": r"bombings?|bomb(?:ed)?|car bombs?|suicide (?:bomb\w*|attacks?)",
    "airstrike": r"air ?strikes?|air raids?|drone strikes?|shelling|missile (?:strikes?|attacks?)", "kidnapping": r"kidnap\w*|abduct\w*",
    "killing": r"murders?|killings?|assassinat\w+|massacres?",
    "protest": r"protests?|protesters|demonstrations?|demonstrators|march(?:es|ed|ers)|rall(?:y|ies|ied)|riots?|sit-ins?",
    "strike": r"strikes? (?:over|for|by|at|action|ballot|(?:on|since|from) (?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?<!air )(?<!drone )(?:hour|day|week|general|rail|national|pay|teachers’|doctors’|nurses’|drivers’)[- ](?:long )?strikes?|on strike|walk(?:ed)? ?out|stoppages?|picket\w*",
    "election": r"elections?|by-elections?|polling stations?|polls (?:opened|closed)|ballots?", "referendum": r"referend\w+|plebiscites?",
    "trial": r"trials?|stood trial|in the dock|defendants?|acquitt\w+",
    "court ruling": r"(?:court|judges?|tribunal)\b[^.]{0,60}\b(?:ruled|rules|ruling|struck down|upheld|annulled|overturned|dismissed|ordered)|verdicts?",
    "summit": r"summits?", "talks": r"talks|negotiations?",
    "agreement": r"agreements?|accords?|treat(?:y|ies)|signed (?:a|the) (?:deal|pact)|ceasefires?|truces?",
    "resignation": r"resign(?:s|ed|ation|ations)?|stepp?(?:ed|s|ing) down|stood down",
    "appointment": r"appoint(?:s|ed|ment)|sworn in|took office|named as", "festival": r"festivals?|carnivals?|parades?",
}
_HAPPENED = "|".join(_KINDS.values())
_ENTITIES = ("GPE", "LOC", "FAC")

NAMES: dict[str, tuple[NameCue, ...]] = {
    "what": tuple(NameCue(value=kind, role="clause", pattern=rf"\b(?:{words})\b", unless=r"\b(?:last year|years? ago|in (?:19|20)\d\d)\b") for kind, words in _KINDS.items()),
    "date": (
        NameCue(role="clause", pattern=rf"\b(?:{_HAPPENED})\b", unless=r"\b(?:last year|years? ago|previous|earlier|similar)\b", weight=2),
        NameCue(role="clause", pattern=r"\b(?:killed|died|drowned|injured|hurt|arrested|gathered|marched|voted|struck|hit|tore|won|met|opened|closed|signed|ruled|sank|rolled over|collapsed|crashed)\b", unless=r"\b(?:last year|years? ago|previous|earlier|similar)\b", weight=2),
        NameCue(role="clause", pattern=r"\b(?:will|due|scheduled|planned|expected)\b", weight=0.5),
    ),
    "places": (
        NameCue(role="in", kinds=_ENTITIES, pattern=rf"\b(?:{_HAPPENED}|killed|died|drowned|gathered|took place|struck|hit)\b", unless=r"\b(?:last year|years? ago|in (?:19|20)\d\d|born)\b", weight=2.5),
        NameCue(role="at", kinds=_ENTITIES, nouns=("airport", "border", "crossing", "bridge", "square", "station", "harbour", "harbor", "port", "stadium"), pattern=rf"\b(?:{_HAPPENED}|killed|died|drowned|gathered|took place)\b", weight=2),
        NameCue(role="object", kinds=_ENTITIES, verbs=("strike", "hit", "shake", "devastate", "rock", "flood", "ravage", "batter", "engulf", "bury", "lash"), pattern=rf"\b(?:{_HAPPENED})\b", unless=r"\b(?:last year|years? ago|in (?:19|20)\d\d)\b", weight=2.5),
        NameCue(role="on", kinds=("LOC", "FAC"), pattern=rf"\b(?:{_HAPPENED})\b", weight=1.5),
    ),
    "actors": (
        NameCue(role="subject", kinds=("ORG", "GPE", "NORP", "PERSON"), verbs=("organise", "organize", "stage", "lead", "host", "sign", "rule", "order", "launch", "carry out", "attack", "bomb", "strike", "resign", "appoint", "convene", "sue", "acquit", "convict", "sentence", "arrest", "elect"), weight=2),
        NameCue(role="agent", kinds=("ORG", "GPE", "NORP", "PERSON"), verbs=("organise", "organize", "stage", "lead", "host", "sign", "win", "order", "launch", "carry out", "attack", "bomb", "elect", "appoint", "sue"), weight=2),
    ),
    "stage": (
        NameCue(value="over", role="clause", pattern=r"\b(?:ended|is over|was over|were over|came to an end|concluded|under control|put out|extinguished|called off|wrapped up|at the close of|dispersed|search (?:was|has been) (?:called off|suspended|ended))\b", unless=r"\b(?:not|before|until|if|when|once|will|would)\b[^.]{0,40}\b(?:ended|over|concluded|control|off)\b", weight=2.5),
        NameCue(value="under_way", role="clause", pattern=r"\b(?:under ?way|continu(?:es|ed|ing)|still (?:burning|searching|looking|fighting|counting)|ongoing|goes on|went on|resumed|is spreading|out of control|bound to rise|expected to rise|search(?:ing)? for)\b", unless=r"\b(?:not|until|before)\b", weight=2),
        NameCue(value="planned", role="clause", pattern=rf"\b(?:{_HAPPENED})\b[^.]{{0,60}}\b(?:is|are) (?:due|set|scheduled|planned|expected) (?:to|for)\b|\b(?:will|is to|are to) (?:be held|take place|meet|convene|vote|march|gather)\b", unless=r"\b(?:again|next (?:round|summit|meeting|session|election|march|rally))\b", weight=2),
    ),
}

# --- how claims are compared, and said ----------------------------------------------------------------

_WHO = "{{ {'police': 'police officer', 'firefighters': 'firefighter', 'soldiers': 'soldier', 'rescuers': 'rescuer', 'delegates': 'delegate', 'leaders': 'leader', 'ministers': 'minister', 'journalists': 'journalist'}"
_COUNTED = (
    "{% set one = detail in ('1', 'one') %}{% set was = 'was' if one else 'were' %}{% set badly = 'seriously ' if labels.get('group') == 'seriously' and labels.outcome == 'injured' else '' %}"
    "{% set noun = " + _WHO[3:] + ".get(labels.get('group')) %}"
    "{{ detail }} {{ (noun if one else noun ~ 's') if noun else ('person' if one else 'people') }} "
    "{% if labels.get('group') == 'voters' and labels.outcome == 'attending' %}{{ {'planned': was ~ ' expected to vote', 'earlier': 'had voted earlier'}.get(labels.occasion, 'voted') }}"
    "{% elif labels.outcome == 'attending' %}{{ {'planned': was ~ ' expected to take part', 'earlier': 'had taken part earlier'}.get(labels.occasion, 'took part') }}"
    "{% else %}{{ {'planned': was ~ ' expected to be', 'earlier': 'had earlier been'}.get(labels.occasion, was) }} "
    "{{ badly }}{{ labels.outcome if labels.outcome and labels.outcome != 'other' else 'counted in another connection' }}{% endif %}"
)

_POINT = """{% set noun = {'police': 'police officers', 'firefighters': 'firefighters', 'soldiers': 'soldiers', 'rescuers': 'rescuers', 'delegates': 'delegates', 'leaders': 'leaders', 'ministers': 'ministers', 'journalists': 'journalists', 'other': 'some of the people'}.get(labels.get('group'), 'people') %}
{%- if labels.get('group') == 'voters' and labels.outcome == 'attending' %}people voting{% else %}{{ noun }}
{{- {'killed': ' killed', 'injured': ' injured', 'missing': ' missing', 'rescued': ' rescued or safe',
'displaced': ' displaced', 'arrested': ' arrested', 'attending': ' attending', 'affected': ' affected'}.get(labels.outcome, '') }}
{{- ', seriously' if labels.get('group') == 'seriously' and labels.outcome == 'injured' }}{% endif %}
{{- ' otherwise counted' if labels.outcome in ('other', none) and labels.occasion == 'this' }}
{{- ', an earlier count' if labels.get('group') == 'earlier' }}
{{- {'planned': ', still to come', 'earlier': ', in an earlier event', 'other': ', outside the event itself'}.get(labels.occasion, '') }}"""

_AT = (
    "{{ 'at' if NAME.split()[-1] | lower in ('airport', 'crossing', 'bridge', 'square', 'station', 'checkpoint', 'stadium', 'court', 'port')"
    " else 'on' if NAME.split()[-1] | lower in ('island', 'islands', 'coast', 'border', 'frontier', 'river', 'lake', 'road', 'motorway', 'highway') else 'in' }} {{ NAME }}"
)

FIELDS = {
    "what": FieldRule(
        title="What happened", rank=1, told="unless agreed",
        phrase={
            "clause": "{% if many %}there were reports of {{ value }}{% elif value in ('talks',) %}there were {{ value }}"
                      "{% else %}there was {{ 'an' if value[0] in 'aeiou' else 'a' }} {{ value }}{% endif %}",
        },
    ),
    "figures": FieldRule(
        title="How many people", rank=10,
        # A later count replaces an earlier one, and "at least 12" agrees with 14: the merge compares
        # bounds and the times of the reports. Only the same outcome of the same event is compared.
        point=("outcome", "occasion"),
        grows={"outcome": ("killed", "injured", "missing", "rescued", "displaced", "arrested", "affected")},
        changes={"outcome": ("missing", "injured", "displaced", "affected", "arrested")},
        estimates={"outcome": ("attending",)},
        # Nine officers hurt and twenty protesters hurt are no rival counts, nor voters and those who cheered.
        groups={
            "police": (r"^\W*(?:[\w’'-]+\s+){0,2}(?:police|(?:police|riot|security|prison) ?(?:officers?|guards?|forces)|officers?|policem[ae]n|guards?)\b(?! (?:of the|station))",),
            "firefighters": (r"^\W*(?:[\w’'-]+\s+){0,2}firefighters?\b",),
            "rescuers": (r"^\W*(?:[\w’'-]+\s+){0,2}(?:rescuers?|rescue workers?|paramedics?)\b",),
            "soldiers": (r"^\W*(?:[\w’'-]+\s+){0,2}(?:soldiers?|troops|servicem[ae]n)\b",),
            "voters": (r"^[^.;]{0,40}\b(?:voted|voters?|cast (?:their |a )?(?:votes?|ballots?)|went to the polls)\b",),
            "delegates": (r"^\W*(?:[\w’'-]+\s+){0,2}delegates?\b",),
            "leaders": (r"^\W*(?:[\w’'-]+\s+){0,2}(?:heads of (?:state|government)|leaders)\b",),
            "ministers": (r"^\W*(?:[\w’'-]+\s+){0,2}ministers\b",),
            "journalists": (r"^\W*(?:[\w’'-]+\s+){0,2}(?:journalists|reporters)\b",),
            "seriously": (r"^[^.;,]{0,50}\b(?:in (?:\w+ )?(?:critical|serious) condition|in intensive care|with (?:serious|severe|life-threatening) (?:injuries|burns|wounds)|(?:seriously|critically|badly|severely) (?:injured|hurt|wounded|burned|burnt|ill))\b",),
        },
        kept={"group": ("all", "seriously", "voters", "police", "firefighters", "rescuers", "soldiers", "leaders", "ministers", "delegates", "journalists"),
              "occasion": ("this",), "outcome": ("killed", "missing", "attending", "injured", "rescued", "displaced", "arrested", "affected")},
        background={"occasion": ("planned", "earlier", "other")},
        phrase={"point": _POINT, "counted": _COUNTED, "clause": "{{ counts }}", "headline": "{% if title is defined %}{{ title.split(', ')[0] }}: {{ counts | replace(' were ', ' ') | replace(' was ', ' ') | replace(' people ', ' ') }}{% else %}{{ counts | cap }}{% endif %}",
                "headline_disputed": "{{ title.split(', ')[0] }}: accounts differ on how many {{ 'voted' if labels.get('group') == 'voters' else 'took part' if labels.outcome == 'attending' else 'were ' ~ labels.outcome }}"},
    ),
    "date": FieldRule(
        title="When it happened", rank=3, exclusive=True,
        phrase={"clause": "{% if when %}it happened {{ when }}{% else %}the date was given as {{ value }}{% endif %}"},
    ),
    "places": FieldRule(
        title="Where it happened", rank=2, told="unless agreed",
        phrase={
            "clause": "it happened {% if where is defined and where %}{{ where }}{% else %}" + _AT.replace("NAME", "value") + "{% endif %}",
        },
    ),
    "actors": FieldRule(title="Who was involved", rank=30, told="never", phrase={"clause": "{{ value }} {{ 'were' if many else 'was' }} involved"}),
    "stage": FieldRule(title="How far it has come", rank=40, told="never", order=("planned", "under_way", "over"), phrase={"clause": "it was {{ value | replace('_', ' ') }}"}),
    "statements": FieldRule(title="What was said", rank=60),
    "wording": FieldRule(title="How it was worded", rank=90),
}

# --- contested wording --------------------------------------------------------------------------------


def _contested(refers_to: str, used: str, reason: str, *terms: str) -> Contested:
    return Contested(refers_to=refers_to, used=used, terms=tuple(rf"\b(?:{term})\b" for term in terms), reason=reason)


CONTESTED = (
    _contested("a government", "government", "“regime” and “junta” deny a government its standing; whether it has any is for the sources to say.", r"regimes?", r"juntas?"),
    _contested("armed attackers", "armed attackers", "“terrorist”, “militant” and “freedom fighter” judge the cause; what they did can be told without it.", r"terrorists?", r"militants?", r"extremists?", r"jihadis?(?:ts?)?", r"gunm[ae]n", r"freedom fighters?", r"martyrs? brigades?"),
    _contested("an armed group", "armed group", "whether they rebel, resist or separate is the very thing disputed.", r"rebels?", r"insurgents?", r"separatists?", r"terror(?:ist)? (?:group|organi[sz]ation|network|cell)s?", r"resistance fighters?"),
    _contested("an attack", "attack", "the word for the deed should not say whether it was justified.", r"terror(?:ist)? attacks?", r"acts? of terror(?:ism)?", r"atrocit(?:y|ies)", r"martyrdom operations?", r"outrages?"),
    _contested("people who protest", "protesters", "“mob” and “rioters” make all of them violent, “patriots” make all of them right.", r"mobs?", r"rioters?", r"thugs?", r"hooligans?", r"rabble", r"agitators?", r"anarchists?", r"provocateurs?"),
    _contested("a protest", "protest", "whether it was a riot is what a court decides, whether an uprising what history does.", r"riots?", r"rioting", r"uprisings?", r"revolts?", r"disturbances", r"unrest"),
    _contested("action by the police", "police action", "“crackdown” condemns it and “restoring order” approves of it.", r"crackdowns?", r"clamp-?downs?", r"crack(?:ed|s|ing)? down on", r"restor(?:e|ed|ing) order", r"brutal(?:ly)? (?:repression|repress(?:ed|es)|suppress(?:ed|ion))", r"reigns? of terror"),
    _contested("people without residence papers", "migrants without residence papers", "“illegal” calls the person a crime, “undocumented” leaves out that papers are required.", r"illegal (?:im)?migrants?", r"illegal aliens?", r"illegals", r"undocumented (?:(?:im)?migrants?|workers?|people)", r"irregular migrants?", r"clandestines?"),
    _contested("arrivals of migrants", "arrivals", "people are no water and no army.", r"(?:waves?|floods?|tides?|swarms?|hordes?|influx|invasion) of (?:\w+ )?(?:migrants|refugees|asylum seekers|foreigners)"),
    _contested("the killing of many", "killings", "the number tells how many; the word adds a verdict.", r"massacres?", r"slaughter(?:ed|s|ing)?", r"bloodbaths?", r"carnage", r"butcher(?:ed|y)"),
    _contested("those who died", "the dead", "“martyrs” honours them for a cause.", r"martyrs?", r"fallen heroes"),
    _contested("an accident or a disaster", "accident", "horror is what a reader may feel; the facts carry it.", r"horror (?:crash|fire|blaze|smash|accident)", r"(?:ferry|bus|train|plane|coach|air|school|factory) horror", r"death ?(?:trap|boat|bus|train|tower)s?", r"killer (?:quake|storm|flood|wave|virus|bug)s?"),
    _contested("owners or managers", "owners", "greed is a motive that no source here can know.", r"greedy (?:\w+ )?(?:owners?|bosses|landlords?|managers?|operators?)", r"fat cats", r"profiteers?", r"exploiters?"),
    _contested("a court case", "case", "whether the case is fair is what its sides dispute.", r"witch-? ?hunts?", r"show trials?", r"kangaroo courts?", r"sham (?:trials?|proceedings)"),
    _contested("an election", "election", "whether it was fair is for the sources to say, each in its own name.", r"(?:sham|stolen|rigged|fake|so-called) (?:elections?|votes?|polls?|ballots?)", r"farce"),
    _contested("a change of power", "change of power", "one side's coup is the other's revolution.", r"coups?(?: d[’']?[eé]tat)?", r"putsch(?:es)?", r"power grabs?", r"palace revolutions?"),
    _contested("climate activists", "climate activists", "the label stands for a judgement of their means.", r"eco-?(?:terrorists?|zealots?|fanatics?|warriors?|mob)", r"climate (?:zealots?|fanatics?|alarmists?)"),
    _contested("something whose name is disputed", "the name alone", "the prefix denies a claim without arguing against it.", r"so-called", r"self-styled", r"self-proclaimed"),
)

# --- examples of our own making -----------------------------------------------------------------------

EXAMPLES = (
    Example(text="The landslide buried a row of houses and killed 14 people, the district governor said.", number="14", labels={"outcome": "killed", "occasion": "this"}),
    Example(text="Nearly 60 passengers were treated in hospital for smoke.", number="60", labels={"outcome": "injured", "occasion": "this"}),
    Example(text="By nightfall three climbers were still unaccounted for on the north face.", number="three", labels={"outcome": "missing", "occasion": "this"}),
    Example(text="A lifeboat pulled eleven anglers out of the estuary.", number="eleven", labels={"outcome": "rescued", "occasion": "this"}),
    Example(text="Some 2,400 villagers left their homes when the dam began to leak.", number="2,400", labels={"outcome": "displaced", "occasion": "this"}),
    Example(text="Police detained 35 students outside the assembly.", number="35", labels={"outcome": "arrested", "occasion": "this"}),
    Example(text="More than 9,000 people marched through the old town against the toll road.", number="9,000", labels={"outcome": "attending", "occasion": "this"}),
    Example(text="About 1.1 million people are registered to vote in Sunday’s poll.", number="1.1 million", labels={"outcome": "other", "occasion": "other"}),
    Example(text="In 1998 a fire in the same hall killed 22 dancers.", number="22", labels={"outcome": "killed", "occasion": "earlier"}),
    Example(text="The plant employs 410 people.", number="410", labels={"outcome": "other", "occasion": "other"}),
    Example(text="The union expects 500 delegates to attend the congress in May.", number="500", labels={"outcome": "attending", "occasion": "planned"}),
    Example(text="The storm left 7,500 households without power.", number="7,500", labels={"outcome": "affected", "occasion": "this"}),
)

# Bare numbers count people after these words, and before those: "the toll rose to 41", "80,000 had come".
_TALLY_BEFORE = (
    rf"\b(?:toll|tally|body count|turnout|attendance|crowds?|numbers?|count)\b[^.;:]{{0,60}}?\b(?:to|at|of|was|is|reached|passed|hit|exceeded|topped|stands?|stood)\s+{_ARTICLES}(?:between\s+)?$"
    rf"|\b(?:number of (?:the |those |people |persons )*(?:dead|killed|deaths|victims|injured|wounded|missing|rescued|arrested|participants|protesters|strikers))\b[^.;:]{{0,60}}?\b(?:to|at|was|is|reached|passed)\s+{_ARTICLES}$"
    rf"|\b(?:killed|killing|injured|injuring|wounded|wounding|hurt|hurting|arrested|arresting|detained|detaining|rescued|rescuing)\s+{_ARTICLES}$"
    rf"|\b(?:counted|tallied|spoke of|speaks of|estimated (?:it|them)? ?at|put (?:it|them) at|arrived at|came to)\s+{_ARTICLES}(?:between\s+)?$"
)
_TALLY_AFTER = (
    r"^\s+(?:had |have |has )?(?:already )?(?:come|came|turned out|turned up|showed up|died|drowned|perished|slept|fled|marched|gathered|rallied|protested|took part|escaped|survived)\b"
    r"|^\s+(?:(?:was|were|is|are|still|also|feared|reported) )+(?:dead|missing|unaccounted for|injured|wounded|hurt|homeless|trapped)\b"
)
_TALLY_OF = {
    "attending": rf"\b(?:{'|'.join(_KINDS[k] for k in ('protest', 'strike', 'summit', 'festival'))})\b",
    "killed": rf"\b(?:{'|'.join(_KINDS[k] for k in ('explosion', 'fire', 'earthquake', 'flood', 'storm', 'landslide', 'shipwreck', 'plane crash', 'train crash', 'road crash', 'building collapse', 'shooting', 'stabbing', 'bombing', 'airstrike', 'killing', 'outbreak of disease'))}|dead|died|killed|drowned)\b",
}

_VERBS = tuple(dict.fromkeys(verb for cue in OUTCOME.cues for verb in cue.verbs if verb not in ("watch", "join", "visit", "pull", "save", "burn")))

PACK = Pack(
    name="event",
    title="News event",
    description="Any happening: what, when, where, who, how many, and who says so.",
    facts=EventFacts,
    people=PEOPLE,
    people_label="outcome",
    not_people=(
        "year", "month", "week", "day", "hour", "minute", "metre", "meter", "kilometre", "kilometer", "mile", "tonne", "ton", "percent", "point", "seat",
        "vote", "house", "home", "building", "vehicle", "car", "bus", "train", "ship", "boat", "aircraft", "tank", "drone", "missile", "shot", "round",
        "country", "nation", "state", "town", "city", "village", "party", "company", "dollar", "euro", "pound", "time", "page", "film", "goal",
    ),
    labels={"outcome": OUTCOME, "occasion": OCCASION},
    names=NAMES,
    fields=FIELDS,
    contested=CONTESTED,
    examples=EXAMPLES,
    # Counts change from report to report of one happening, so no figure tells two apart.
    occurrence=Occurrence(window_days=3),
    event_title=(
        "{% set what = agreed.get('what', []) %}{% set places = agreed.get('places', []) %}"
        "{{ (what[0] if what else 'news event') | cap }}{% if places %} " + _AT.replace("NAME", "places[0]") + "{% endif %}{% if date %}, {{ date | date }}{% endif %}"
        "{% if not what and not places %}: “{{ lead }}”{% endif %}"
    ),
    extra={
        "whole": Proposal,
        "people": COUNTED,
        "tally": {"before": _TALLY_BEFORE, "after": _TALLY_AFTER, "kinds": _TALLY_OF, "entries": ("name",),
                  "counters": ("count", "tally", "put", "estimate", "raise", "lower", "have", "list", "speak", "arrive", "give", "keep", "record", "register")},
        "people_verbs": _VERBS,
        "main_verbs": _VERBS,
        "before_event": r"\b(?:before|ahead of|on the eve of|the day before)\b",
    },
)
# fmt: on
