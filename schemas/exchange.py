"""The pack `exchange`: prisoners, hostages and bodies handed over between any two or more parties."""

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
    Frame,
    Label,
    LabelClaim,
    NameCue,
    NamedClaim,
    Occurrence,
    Pack,
    Statement,
    WordingClaim,
)

Who = Literal["military", "civilians", "women", "men", "children", "bodies", "all", "other"]
Occasion = Literal["this", "planned", "earlier", "remaining", "other"]
Stage = Literal["planned", "begun", "partial", "completed"]


class ExchangeFigure(Figure):
    """A number of people in an exchange; a label that nothing decided is null."""

    who: Who | None = None
    direction: str | None = Field(default=None, pattern=r"^(to:.+|each|total|n/a)$")
    occasion: Occasion | None = None


class StageClaim(LabelClaim):
    """How far the exchange has come."""

    value: Stage


class ExchangeFacts(Facts):
    """What an article says about an exchange."""

    figures: tuple[ExchangeFigure, ...] = ()
    date: DateClaim | None = None
    places: tuple[NamedClaim, ...] = ()
    mediators: tuple[NamedClaim, ...] = ()
    initiators: tuple[NamedClaim, ...] = ()
    stage: tuple[StageClaim, ...] = ()
    statements: tuple[Statement, ...] = ()
    wording: tuple[WordingClaim, ...] = ()


# --- what a model returns when it is asked for everything in one call ------------------------------
# Quotations are strings: code finds where they stand, and what can't be found is refused.


class FigureProposal(BaseModel):
    """A number of people as a model proposes it: the quotation is looked for, the rest is checked."""

    value: int
    quote: str
    who: Who | None = None
    direction: str | None = None
    occasion: Occasion | None = None
    speaker: str | None = None


class PointProposal(BaseModel):
    """A sentence of the summary with words copied from the article."""

    text: str
    quote: str


class NameProposal(BaseModel):
    """A place, a mediator or whoever proposed the exchange."""

    value: str
    quote: str


class StageProposal(BaseModel):
    """How far the exchange has come."""

    value: Stage
    quote: str


class StatementProposal(BaseModel):
    """What somebody said, in the article's words."""

    speaker: str
    quote: str


class WordingProposal(BaseModel):
    """A loaded name for somebody or something."""

    term: str
    refers_to: str


class Proposal(BaseModel):
    """Everything at once, as a model that is asked for the whole answers."""

    headline: str = Field(max_length=160)
    gist: list[PointProposal] = Field(max_length=4)
    figures: list[FigureProposal] = Field(max_length=40)
    places: list[NameProposal] = Field(default_factory=list, max_length=6)
    mediators: list[NameProposal] = Field(default_factory=list, max_length=6)
    initiators: list[NameProposal] = Field(default_factory=list, max_length=4)
    stage: list[StageProposal] = Field(default_factory=list, max_length=4)
    statements: list[StatementProposal] = Field(default_factory=list, max_length=16)
    wording: list[WordingProposal] = Field(default_factory=list, max_length=16)


# --- who is counted -------------------------------------------------------------------------------

PEOPLE = {
    "bodies": ("body", "bodies", "remains", "corpse", "fallen", "dead", "coffin", "casket", "ashes", "skeleton", "martyr"),
    "women": ("woman", "women", "servicewoman", "mother", "wife", "wives", "widow"),
    "children": ("child", "children", "minor", "teenager", "infant", "baby", "boy", "girl", "orphan", "schoolgirl", "schoolboy", "schoolchild", "schoolchildren", "pupil", "toddler", "adolescent", "youngster", "kid"),
    "men": ("man", "men", "son of country", "son of nation", "son of homeland", "son of land"),
    "civilians": (
        "civilian", "resident", "villager", "fisherman", "fishermen", "journalist", "reporter", "activist", "student", "teacher",
        "farmer", "worker", "businessman", "doctor", "nurse", "pilgrim", "tourist", "academic", "dissident", "non-combatant",
        "noncombatant", "townspeople", "driver", "trucker", "herder", "shepherd", "labourer", "laborer", "trader", "lawyer", "dissidents",
        "engineer", "priest", "monk", "nun", "aid worker", "oil worker", "medic", "nurse", "schoolteacher", "mayor", "official", "blogger",
        "writer", "politician", "farmhand", "peasant", "evacuee", "refugee", "migrant", "clergyman", "priest", "settler", "missionary", "businesswoman", "merchant",
        "shopkeeper", "technician", "contractor", "photographer", "cameraman", "editor", "scientist", "professor", "trawlerman", "trawlermen", "mariner",
        "rescuer", "paramedic", "volunteer medic", "judge", "councillor", "builder", "herdsman", "herdsmen", "fisherfolk", "humanitarian", "non-combatants", "employee", "fisher", "seaman", "seafarer", "crew member", "family member", "family", "relative", "kinsman", "kinsmen", "dependant", "dependent", "quarryman", "quarrymen", "miner", "worshipper", "commuter", "shopper",
        "surveyor", "electrician", "mechanic", "carpenter", "baker", "butcher", "tailor", "barber", "waiter", "clerk", "accountant", "banker", "consultant",
        "singer", "musician", "actor", "artist", "poet", "filmmaker", "hiker", "climber", "welder", "pharmacist", "dentist", "midwife", "surgeon", "preacher",
        "imam", "rabbi", "bishop", "pastor", "cleric", "mullah", "firefighter", "railwayman", "railwaymen", "steelworker", "logger", "hunter", "vendor", "porter",
        "guide", "translator", "interpreter", "lecturer", "archaeologist", "geologist", "biologist", "historian", "economist", "executive", "manager",
        "entrepreneur", "programmer", "scholar", "campaigner", "protester", "protestor", "demonstrator", "trade unionist", "unionist", "smallholder", "grower", "pensioner", "cook", "diplomat", "lawmaker", "researcher", "athlete",
    ),
    "military": (
        "soldier", "serviceman", "servicemen", "servicemember", "troop", "troops", "pow", "pows", "prisoner of war", "fighter",
        "officer", "conscript", "marine", "guard", "defender", "combatant", "militant", "sailor", "pilot", "rebel", "guerrilla",
        "insurgent", "militiaman", "militiamen", "gunman", "gunmen", "guardsman", "guardsmen", "paratrooper", "reservist",
        "recruit", "airman", "airmen", "infantryman", "infantrymen", "legionnaire", "volunteer", "veteran", "mujahideen", "mujahid",
        "police", "commander", "military personnel", "army personnel", "security personnel", "military captive",
        "captured soldier", "military prisoner", "military detainee", "war prisoner", "rifleman", "riflemen", "gunner", "tanker", "cadet",
        "general", "brigadier", "admiral", "corporal", "sergeant", "lieutenant", "captain", "colonel", "major", "private", "ranger", "commando", "trooper", "warfighter", "partisan",
        "member of force", "member of formation", "member of army", "member of unit", "member of brigade", "member of militia",
        "member of guard", "member of military", "border guard", "prisoners of war", "infantry", "gendarme", "crewman", "crewmen",
        "submariner", "artilleryman", "artillerymen", "jihadist", "mercenary", "legionary", "peacekeeper", "personnel", "militiawoman", "officer and man", "gunboat crew", "warrior", "comrade",
        "hero", "operative", "other rank", "member of front", "member of regiment", "member of battalion", "member of garrison", "member of police", "noncommissioned officer",
    ),
    "all": (
        "prisoner", "people", "person", "captive", "detainee", "hostage", "inmate", "individual", "citizen", "national",
        "convict", "returnee", "internee", "abductee", "member", "other", "others", "man and woman", "name", "life",
        "lives", "compatriot", "countryman", "countrymen", "passenger", "survivor", "suspect", "spy", "terrorist", "lifer", "sleeper", "deportee", "wounded", "injured", "sick", "sympathiser", "sympathizer", "loyalist", "supporter", "separatist",
        "spies", "agent", "patient", "figure", "soul", "daughter", "son", "ours", "policeman", "policemen", "policewoman", "police officer", "intelligence officer", "intelligence operative", "man of war", "abducted", "missing",
        "freed", "released", "counterpart", "brother", "sister", "nephew", "niece", "cousin", "uncle", "leader", "minister", "delegate", "mediator", "negotiator", "elder", "envoy", "observer", "expert", "witness", "adviser", "representative", "islander", "advocate", "monitor", "facilitator", "guarantor", "senator", "parliamentarian", "inhabitant", "head", "peer", "adult", "ones", "amputee", "mourner", "bystander", "pirate", "bandit", "smuggler", "trafficker", "criminal", "offender", "fugitive", "gangster", "kidnapper", "attacker", "collaborator", "informer", "informant", "accomplice", "being", "kidnap victim", "victim", "pair", "couple", "trio", "element", "associate", "grandchild", "grandchildren", "expatriate",
    ),
}  # fmt: skip

# --- occasion --------------------------------------------------------------------------------------

TRANSFER = (
    "exchange", "swap", "release", "free", "return", "hand over", "receive", "repatriate", "transfer", "deliver", "bring back",
    "bring home", "send back", "send home", "send", "give", "give back", "recover", "get back", "come home", "come back", "go home",
    "arrive", "fly", "cross", "walk", "trade", "turn over", "liberate", "welcome", "surrender", "set", "let", "take back", "get",
    "pardon", "reunite", "land", "accept", "collect", "convey", "ferry", "bus", "board", "step", "hand", "bring", "take", "pass",
    "handover", "swapping", "repatriation", "homecoming", "transfer", "exchanging", "freeing", "deportation", "deport", "extradite",
    "evacuate", "transport", "escort", "airlift", "expel", "exile", "ransom", "collect", "let out", "part", "leave", "reach", "move", "drive", "carry", "travel", "go", "come",
)  # fmt: skip

_EVENT = (
    r"(?:exchange|swap|handover|hand-over|release|repatriation|transfer|prisoner deal|homecoming)s?"
)
_GONE = r"\b(?:freed|releas\w+|return\w*|exchang\w+|swap\w*|handed|repatriat\w+)\b"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)

# A comparison with the past is no sum over it: "the largest swap since March"; nor is how long they were held.
_LARGEST_SINCE = (
    r"\b(?:largest|biggest|first|only|most|highest|second|third|latest)\b.{0,60}\bsince\b"
    r"|\b(?:held|jailed|detained|missing|captive|captivity|custody)\b.{0,20}\bsince\b"
)

# Those who wait, speak or stand by: no captives, unless a verb moves them.
_BYSTANDERS = (
    "relative", "family", "kin", "parent", "grandchild", "sibling", "nephew", "niece", "cousin", "widow", "official", "diplomat", "envoy",
    "delegate", "mediator", "negotiator", "leader", "elder", "witness", "lawyer", "reporter", "correspondent", "expert", "source",
    "onlooker", "spectator", "neighbour", "neighbor", "mourner", "supporter", "life",
)  # fmt: skip
# What they are known by may be taken for the verb: "18 gunners captured in July were repatriated".
_NOT_THEN_MOVED = (
    r"^(?!(?:(?!\b(?:and|but|while)\b)[^.;,])*\b(?:were|was|(?:have|has|had) been)\s+(?:\w+\s+)?"
    r"(?:repatriated|freed|released|returned|handed|exchanged|swapped|sent|flown|brought|let)\b)"
)
_MOVED = r"\b(?:exchang|swap|freed|free|releas|return|handed|handing|hand over|repatriat|transfer|deliver|brought|sent|fl[ey]w|flown|travel|aboard|on board|rescu|evacuat|back|home|reunit|held|captive|prison|abduct|seiz|jail|detain|kidnap|hostage)"

# What people who arrange or examine sit on.
_BODY_OF = (
    r"\b(?:commission|mission|team|panel|committee|jirga|council)s?\s+(?:(?:made up|composed|consisting)\s+)?of\s+"
    r"(?:[\w-]+\s+){0,2}?(?:[^.;,]{1,60}\sand\s+)?$"
)

_CAPTIVES = (
    "prisoner", "captive", "detainee", "hostage", "inmate", "internee", "pow", "prisoner of war", "soldier", "serviceman", "servicemen",
    "fighter", "fisherman", "fishermen", "civilian", "person", "people",
)  # fmt: skip

OCCASION = Label(
    values={
        "this": "moved in the exchange that the article reports",
        "planned": "still to be exchanged",
        "earlier": "moved in another exchange before this one",
        "remaining": "still held after it",
        "other": "something else: captured, killed, wounded, fighting",
    },
    question="Is this number about the exchange reported, a later one, an earlier one, people still held, or something else?",
    default="this",
    cues=(
        # still held
        Cue(value="remaining", text=r"\b(?:those|people|prisoners|captives|hostages|detainees|soldiers|the rest|others)\s+(?:who (?:are|were) )?still\s+(?:in|inside|there|held|being|behind)\b", weight=3),
        Cue(value="remaining", text=r"\b(?:remain|remains|remaining|remained|still)\b.{0,40}\b(?:custody|captivity|held|holds?|holding|detained|detention|prison|jail\w*|behind bars|imprisoned|in the hands|missing|unaccounted|unreturned|hostage\b)", weight=3),
        Cue(value="remaining", text=r"\b(?:still|continues? to|continued to)\s+(?:be\s+)?(?:hold|holds|holding|held|keep\w*|detain\w*|languish\w*)", weight=3),
        Cue(value="remaining", text=r"\b(?:yet to be|not yet|have not been|has not been|waiting to be|awaiting)\s+(?:freed|released|returned|handed|exchanged|repatriated|release|exchange|return)", weight=3),
        Cue(value="remaining", verbs=("remain", "languish", "await", "linger"), tenses=("present",), weight=2),
        Cue(value="remaining", text=r"\b(?:total number of|number of)\b.{0,60}\b(?:prisoners|captives|detainees|pows|hostages)\b.{0,30}\bat\b", weight=2),
        Cue(value="remaining", text=r"\b(?:are|is|being|currently|now)\s+(?:still\s+|currently\s+|being\s+|believed to be\s+)*(?:held|holding|imprisoned|detained|jailed|in captivity|in custody|captive|behind bars|kept)\b", weight=2),
        Cue(value="remaining", text=r"\bleaves?\b.{0,60}\b(?:in captivity|in custody|behind|held|in the hands)", weight=2),
        Cue(value="remaining", verbs=("hold", "detain", "imprison", "keep"), tenses=("present",), unless=r"released|freed|returned|handed|swapped|exchanged", weight=1.5),
        Cue(value="remaining", text=r"\bremaining\b", unless=r"\b(?:released|freed|returned|handed|swapped|exchanged)\b", weight=1.5),
        Cue(value="remaining", text=r"\b(?:sit|sits|has|have|had|is|are|languish\w*|keeps?|stay\w*)\b.{0,60}\b(?:in|inside|behind)\b.{0,30}\b(?:cells?|custody|jails?|prisons?|camps?|dungeons?|captivity|detention|bars|the jungle|its hands|their hands|the hands|hands of|[\w’']+s hands)\b", tenses=("present",), weight=2),
        Cue(value="remaining", text=r"\b(?:admits?|admitted|acknowledg\w+|confirm\w*)\s+(?:to\s+)?(?:hold\w*|only|just)\b", weight=2),
        Cue(value="remaining", text=r"\b(?:have|has|had|were|was|been)\s+(?:been\s+)?left (?:off|out|behind)\b|\bleft\b.{0,40}\b(?:in captivity|in custody|behind)\b", weight=2),
        Cue(value="remaining", text=r"\b(?:in (?:enemy|hostile|the other side.s|their|its|rebel) (?:hands|captivity))\b|\b(?:missing|unaccounted for|not (?:yet )?(?:been )?(?:accounted|returned|released|freed))\b", unless=r"\bwere (?:freed|released|returned|exchanged)", weight=1.6),
        Cue(value="remaining", text=r"\b(?:is|are|remain|were) still (?:in|there|inside|missing|held|captive|behind|with)\b|\bstill (?:in|inside) (?:the|their|its) \w+\b", weight=2.5),
        Cue(value="remaining", after=r"^(?:\s+[\w’'-]+){0,9}?\s+(?:who|that) (?:are|remain|were|remained) (?:still|yet)\b|^(?:\s+[\w’'-]+){0,5}?\s+still (?:in|on|under|held)\b", weight=3),
        Cue(value="remaining", text=r"\bstill (?:on|in|under) (?:[\w’'-]+ ){0,3}(?:territory|soil|captivity|control|hands)\b", weight=3),
        Cue(value="remaining", text=r"\bstill (?:down |over |up )?there\b|\b(?:in|under) the (?:power|hands|control|grip|clutches) of\b", tenses=("present",), weight=2.5),
        Cue(value="remaining", text=r"\b(?:is|are)\s+(?:still\s+|believed to be\s+|thought to be\s+)?alive (?:in|inside|there|somewhere)\b", weight=2),
        Cue(value="remaining", verbs=("visit", "meet", "register", "interview"), nouns=("prisoner", "captive", "detainee", "hostage", "pow", "internee", "prisoners of war"), unless=r"\b(?:freed|released|returned|returning|home|beforehand)\b", weight=1.5),
        Cue(value="remaining", text=r"\b(?:declin|refus)\w*\s+to\s+(?:return|go|leave|come|cross|be (?:\w+ed|sent|taken|flown))\b|\b(?:cho(?:o?se|osing|sen)|opt\w*|elect\w*|decided?|prefer\w*)\s+(?:not to (?:return|go|leave|come|cross|be)|to (?:stay|remain))\b|\b(?:not|n[’']t) (?:want|wish) to (?:return|go|leave|come|be)\b", weight=5),
        Cue(value="remaining", verbs=("remain", "stay"), tenses=("future", "planned"), weight=4),
        Cue(value="remaining", text=r"\b(?:declin|refus|fail)\w*\s+to\s+(?:deliver|hand|release|free|give|surrender|turn|return|let|repatriate)\b", unless=r"\buntil\b|\bat first\b|\bhad (?:refused|declined|failed)\b", weight=5),
        Cue(value="remaining", text=r"\b(?:not|n[’']t|never)\s+(?:\w+\s+)?(?:cover(?:ed)?|included?|part of|eligible|on (?:the|any|either) lists?|among (?:those|the))\b|\b(?:exclud|exempt|struck|strik|drop)\w*\b[^.;]{0,40}\bfrom (?:the|any|this|either)\b", verbs=("cover", "include", "exclude", "exempt", "strike", "drop", "be", "leave"), weight=4),
        Cue(value="remaining", text=r"\b(?:fail\w*|refus\w*|yet|unable)\s+to\s+account for\b|\b(?:not|n[’']t|never) (?:accounted for|explained|said what)\b", weight=3),
        Cue(value="remaining", before=r"\bdeprived of (?:their )?liberty\b[^;]*$", weight=6),
        Cue(value="remaining", text=r"\b(?:rots|rotting|languish\w*|pining|wasting away)\b", weight=2.5),
        Cue(value="remaining", text=r"\b(?:is|are)\s+(?:only\s+|still\s+|now\s+)?left\b(?! (?:out|off|by|to|the)\b)", tenses=("present",), weight=2.5),
        Cue(value="remaining", before=r"\bleav(?:es|ing)\s+(?:[\w-]+\s+){0,3}$", after=r"^(?:\s+(?!to\b|for\b)[\w’'-]+){0,3}?\s+(?:inside|behind|there|still|in (?:captivity|custody|prisons?|jails?|detention|the hands))\b", weight=2.5),
        Cue(value="remaining", before=r"\b(?:says?|said|admits?|admitted|insists?|insisted|maintains?|claims?|claimed)\s+(?:that\s+)?(?:it|they|he|she)\s+(?:still\s+|now\s+|only\s+)?(?:has|have|had)\s+(?:[\w-]+\s+){0,3}$", after=r"^(?:\s+(?!\w+ed\b|sent\b|given\b|brought\b)[\w’'-]+){0,5}\s*(?:[.;,]|$)", verbs=("have",), weight=1.6),
        Cue(value="remaining", after=r"^(?:\s+[\w’'-]+){0,2}?\s+(?:jailed|held|imprisoned|detained|locked up)\s+(?:in|by|at)\b", verbs=("know", "count", "list", "speak", "tell"), tenses=("present",), weight=2),
        Cue(value="remaining", text=r"\bstay(?:s|ed|ing)?\s+(?:behind|put)\b", weight=2.5),
        Cue(value="remaining", before=rf"\b(?:number|count|total) of\b(?:(?!{_GONE})[^.;]){{0,60}}\b(?:remaining|left|still|missing)\b(?:(?!{_GONE})[^.;]){{0,60}}\b(?:(?:is|was|stands?|stood)(?: at)?|at)\s+(?:\w+\s+){{0,2}}$", weight=4),
        Cue(value="remaining", after=r"^(?:\s+[\w’'-]+){0,5}?\s+(?:who|that) (?:have |had )?never (?:came|come|returned|went|gone|been (?:returned|seen|heard))\b", unless=r"\b(?:bodies|remains)\b", weight=4),
        Cue(value="remaining", before=r"\b(?:number|count|figure|total|tally)\b(?:\s+(?!of\b)\w+){0,2}\s+(?:at|is|was|to be)\s+(?:[\w-]+\s+){0,2}$", paragraph=rf"\b(?:(?:remain(?:s|ed|ing)?|still|holds?|held|missing)\b)(?:(?!{_GONE})[^.?!]){{0,80}}[.?!]\W*$", weight=3),
        Cue(value="remaining", before=r"\baccount(?:ing)? (?:of|for)\s+(?:[\w-]+\s+){0,3}$", weight=3.5),
        Cue(value="remaining", after=r"^[^.;]{0,60}\b(?:last )?seen alive\b|^[^.;]{0,120}\b(?:has|have|had) (?:never|not) (?:\w+ )?accounted\b", weight=3.5),
        Cue(value="remaining", before=r"\b(?:was|were) (?:then |still |also )?(?:holding|detaining)\s+(?:[\w-]+\s+){0,3}$", weight=3),
        Cue(value="remaining", before=r"\blists?\b[^.;]{0,60}\b(?:contain\w*|nam(?:es|ed|ing)|includ\w+|had|holds?)\b[^.;]{0,60}$", paragraph=r"\bexchanged?\b[^.;]{0,20}\blists?\b|\b(?:holding|in (?:its|their|each other[’']s) (?:custody|jails|prisons))\b[^.;]*[.;]\s*$", weight=3.5),
        Cue(value="remaining", text=r"\b(?:taken|struck|crossed|kept|pulled|removed) off (?:the|its|their|that) (?:\w+ )?(?:lists?|bus(?:es)?|planes?|trains?|convoys?)\b", weight=3),
        Cue(value="remaining", before=r"\bthere (?:are|is) still\b[^.;]{0,30}$", weight=2),
        Cue(value="remaining", after=r"^(?:\s+[\w’'-]+){0,5}?\s+(?:is |are )?(?:still\s+)?(?:waiting|hoping) (?:for (?:news|word)|to be (?:freed|released|let))\b", nouns=_CAPTIVES, weight=3),
        Cue(value="remaining", before=r"\bbeliev\w+\s+(?:[\w-]+\s+){0,3}$", after=r"^(?:\s+[\w’'-]+){0,4}?\s+to be (?:still )?(?:alive|held|in (?:captivity|custody))\b", weight=3),
        Cue(value="remaining", before=r"\b(?:books?|records?|registers?|files?|lists?)\s+(?:show|shows|give|gives|have|has)\s+(?:[\w-]+\s+){0,3}$", nouns=_CAPTIVES, weight=2),
        Cue(value="remaining", text=r"\bstill (?:sitting|waiting|stuck|lying|kept|rotting)\s+(?:over |down |up )?(?:there|in|inside|behind)\b", weight=3),
        Cue(value="remaining", before=r"\b(?:consider|regard|class|deem|designat)\w*\b[^.;]{0,60}$", after=r"^[^.;]{0,60}\b(?:wrongfully|wrongly|unlawfully|arbitrarily|unjustly|illegally) (?:detained|held|jailed|imprisoned)\b", weight=3),
        Cue(value="remaining", text=r"\b(?:shar|g[ai]v|submit|provid|suppl|forward|handed over|exchang)\w*\b", before=r"\bnames? of\s+(?:\w+\s+){0,3}$", nouns=_CAPTIVES, unless=r"\b(?:free|freed|freedom|released?|return(?:ed)?|to be)\b", weight=2.5),
        Cue(value="remaining", after=r"^(?:\s+[\w’'-]+){0,5}?(?:\s+and\s+\d[\d,]*(?:\s+[\w’'-]+){1,3}?)?\s+in\s+(?:its|their|each other[’']s|the other[’']s)\s+(?:custody|captivity|hands|jails?|prisons?|cells|camps|dungeons)\b", unless=r"\b(?:freed?|releas\w+|return\w*|swap\w*|hand(?:ed|ing)?|repatriat\w+|die[ds]?|kill\w*)\b", weight=2.5),
        Cue(value="remaining", after=r"^(?:\s+[\w’'-]+){0,5}?\s+(?:(?:it|he|she|they)\s+(?:says?|believes?|claims?)\s+|(?:who|that|which)\s+)(?:are|is|remain)\s+(?:still\s+|being\s+|(?:believed|thought|known|said|feared)\s+(?:to be\s+)?|listed as\s+)*(?:missing|held|captive|in captivity|in custody|imprisoned|detained|jailed|locked up|behind bars)\b", weight=3.5),
        Cue(value="remaining", verbs=("count", "list", "estimate", "number", "speak", "talk", "know"), tenses=("present",), nouns=("prisoner", "captive", "detainee", "hostage", "inmate"), weight=1.5),
        Cue(value="other", before=r"^\W*of (?:the|some|those|about|more than|an estimated)\s+(?:\w+\s+)?$", after=r"^(?:[^.;,]{0,60}\s)?(?:captured|taken|seized|abducted|kidnapped|rounded up)\b[^.;,]{0,80},", weight=15),
        Cue(value="other", after=r"^\s+(?:of (?:them|these|those)\s+)?(?:are|were|is|was)\s+(?:already\s+|now\s+|\w+ly\s+)?(?:dead|killed)\b", weight=15),
        # to come
        Cue(value="planned", before=r"\b(?:want|demand|need)(?:s|ed|ing)?\b[^.;]{0,40}$", after=r"^[^.;,]{0,40}\b(?:freed|released|returned|handed over)\b", weight=2.5),
        Cue(value="planned", before=r"\b(?:demand|insist|request|propos|recommend|stipulat|ask|urg)\w* that\s+(?:[\w’'-]+\s+){0,5}$", after=r"^[^.;]{0,60}\bbe\s+\w+", weight=3),
        Cue(value="planned", before=r"\bof (?:the|those)\s+(?:[\w’'-]+\s+){0,3}?(?:(?:who|that) are\s+)?(?:still\s+)?(?:to be|due (?:to be|for)|expected to be|set to be)\b[^.;]*$", weight=3),
        Cue(value="planned", before=r"\b(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?) for\s+(?:(?!help\b|talks\b)[\w-]+\s+){0,3}$", weight=2.6),
        Cue(value="planned", before=r"\b(?:if|unless|provided(?: that)?|on condition that)\b[^.;,]{0,40}$", verbs=TRANSFER, unless=r"\b(?:asked|knows?|knew|clear|sure) if\b", weight=3),
        Cue(value="planned", text=r"\b(?:ask|urg|call|press|demand|appeal|want|seek|sought|insist)\w*\b[^.;]{0,80}\b(?:release|return|repatriation|freeing|freedom|exchange|swap|transfer|handover|liberation) (?:of|for)\b", unless=r"\b(?:has|have) (?:been )?(?:released|freed|returned)\b", weight=2.5),
        Cue(value="planned", tenses=("future", "planned"), verbs=TRANSFER, weight=2.5),
        Cue(value="planned", text=rf"\b(?:agree[ds]?|undert(?:ook|ake|akes|aken)|plan(?:s|ned)?|pledged?|promised?|expected|due|set|scheduled|slated|intend\w*|hopes?|ready|prepared|committed)\b(?! to be (?:the|an?)\b).{{0,50}}\b(?:to\s+(?:\w+\s+){{0,2}}(?:exchange|swap|free|release|return(?! to (?:duty|service|work|the front|their units?|school))|hand|send|repatriate|transfer|trade|let|give|be (?:\w+ed|sent|brought|flown|let|given|taken|driven|out|back|home)|go|come|arrive|cross|leave|receive|get|fly|walk|follow)\b|(?:an?|the|on)\b.{{0,40}}{_EVENT})", unless=r"\bas agreed\b", weight=2),
        Cue(value="planned", text=r"\b(?:is|are|was|were)\s+(?:now\s+|also\s+)?(?:expected|due|scheduled|slated|planned|awaited)\s+(?:out|back|home|in|on|for|at|later|soon|tomorrow|tonight|by|within|to (?:go|come|leave|return|arrive|cross))\b|\b(?:is|are)\s+(?:expected|due|scheduled|slated|planned)\s+(?:next|this|over)\b", weight=2),
        Cue(value="planned", text=r"\bowe[sd]?\b", weight=2.5),
        Cue(value="planned", verbs=("expect", "demand", "seek", "await", "propose", "offer", "request", "want", "promise"), tenses=("past", "present"), weight=2.6),
        Cue(value="planned", before=r"\blists?\b[^.;]{0,60}\b(?:contain\w*|nam(?:es|ed|ing)|includ\w+|compris\w+|has|had|holds?|runs? to)\s+(?:\w+\s+){0,3}$", weight=2),
        Cue(value="planned", text=r"\b(?:under|according to|part of|as part of)\s+(?:the|a|an|this|that)\s+(?:\w+\s+){0,3}(?:terms|deal|agreement|accord|arrangement|formula|framework|plan|pact)\b", tenses=("future", "planned", "present"), weight=1.5),
        Cue(value="planned", text=r"\b(?:calls? for|provides?\b[^.;]{0,30}\bfor|envisages?|envisions?|foresees?|stipulates?|would see|will see|is to see|allows? for|covers?|set out)\b", weight=2),
        Cue(value="planned", text=r"\b(?:in the coming|in the next|next (?:week|month|phase|stage|round)|over the (?:coming|next)|later (?:this|in the)|second (?:phase|stage|round|batch) (?:is|will|would)|tomorrow|upcoming|eventually)\b", tenses=("future", "planned", "present"), weight=1.5),
        Cue(value="planned", text=r"\b(?:to be|about to be|are to be|is to be)\s+(?:exchanged|swapped|freed|released|returned|handed|sent|repatriated)", weight=2),
        Cue(value="planned", before=r"\b(?:agreement|deal|accord|plan|pledge|proposal|promise|commitment|list|lists)\s+(?:\w+\s+){0,3}(?:to|for|on|of|with)\b.{0,40}$", unless=r"\bhave been\b|\bwas completed\b", weight=1.5),
        Cue(value="planned", tenses=("future", "planned"), weight=1.5),
        Cue(value="planned", before=r"\b(?:will|would) (?:\w+ )?(?:release|free|return|hand over|repatriate|send(?: back| home)?)\s+(?:(?!only\b|no\b)[\w-]+\s+){0,3}$", tenses=("future", "planned"), weight=3),
        Cue(value="planned", before=r"\b(?:undert(?:ook|aken)|agreed|promised|pledged|vowed|committed) to (?:\w+ (?:for )?and )?(?:release|free|return|hand over|repatriate|send)\b[^.;]{0,60}$", weight=1.5),
        Cue(value="planned", before=r"\b(?:provides?\b[^.;]{0,30}\bfor|calls? for|envisages?|envisions?|foresees?|stipulates?|would see|will see|is to see|allows? for|promised to|agreed to|pledged to|commit\w* to|obliges?)\b[^.;]{0,80}$", weight=2),
        Cue(value="planned", text=r"\b(?:is|are|was|were)\s+(?:still\s+|meant\s+|supposed\s+|intended\s+|bound\s+|about\s+|entitled\s+)?to\s+(?:be\s+|come|go|follow|move|return|receive|free|release|hand|send|cross|leave|arrive|fly|land|get|walk|reach|join)", unless=r"\bsaid to\b|\bbelieved to\b|\bthought to\b", weight=1.5),
        Cue(value="planned", text=r"\b(?:settled on|pencilled in|a further|the remaining \d+|another)\b.{0,80}\b(?:will|would|to follow|are to|is to|due|expected|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", weight=1.5),
        Cue(value="planned", text=r"\b(?:settled on|agreed on|shook hands on|signed off on|committed to|signed up to)\b.{0,60}$", weight=1.5),
        Cue(value="planned", before=r"\b(?:settled|agreed|shook hands|signed off) on\s+(?:[\w-]+\s+){0,3}$", weight=2),
        Cue(value="planned", text=r"\buntil\b.{0,80}\bhave been\b|\bshould have been\b|\bhad asked for\b|\bonce\b.{0,60}\bhave been\b", weight=2.5),
        Cue(value="planned", sentence=r"\b(?:under|in)\s+(?:the|a|an)\s+(?:\w+\s+){0,3}(?:understanding|deal|agreement|accord|formula|plan)\b", tenses=("future", "planned", "present"), weight=1),
        Cue(value="planned", before=r"\b(?:trucks?|lorr\w+|bus(?:es)?|trains?|planes?|convoys?|wagons?|ambulances?)\b[^.;,]{0,40}$", sentence=r"\b(?:been|still|are|is) (?:standing|waiting|stuck|parked|stranded|held up)\b", weight=3),
        Cue(value="planned", text=r"\b(?:will|would|[’']ll)\s+(?:also\s+)?be\s+(?:on|aboard|among|part of)\b", weight=3),
        # another one before
        Cue(value="earlier", text=rf"\b(?:the|an?|its|their) (?:\w+ )?(?:{_MONTH}|(?:19|20)\d\d|spring|summer|autumn|winter|new year|christmas|easter)(?:[’']s)? (?:\w+ )?{_EVENT}\b", weight=2.5),
        Cue(value="earlier", sentence=r"^(?:(?:the|an?) )?(?:earlier|previous|first|last|initial|similar)(?:,(?![^.;,]{0,40}\b(?:said|told|announced|reported|added|stated|wrote)\b)| (?:exchange|swap|handover|release|round|batch|group|phase|deal|one)\b)[^.]{0,60}\b(?:last|in|on|ago|had|saw|involved|earlier)\b", tenses=("past", "past_perfect"), weight=1.8),
        Cue(value="earlier", text=r"\b(?:already|previously|since then|before that|in the (?:past|first (?:round|phase|stage|exchange))|once before|only once|the year before|the month before|months before|years before)\b", tenses=("past", "past_perfect"), verbs=TRANSFER, weight=2),
        Cue(value="earlier", sentence=r"\b(?:it|this|that|which) (?:followed|follows|came after|comes after|succeeds|builds on)\b|\b(?:following|after) (?:an? |the )?(?:earlier|previous|first|similar)\b", after=r"", before=r"\b(?:followed|follows|came after|comes after|builds on|following|after)\b[^.;]{0,80}$", weight=2.5),
        Cue(value="earlier", before=r"\b(?:a|one|two|three|four|five|six|several|\d+)\s+(?:days?|weeks?|months?|years?)\s+(?:ago|earlier|before)\b,?\s*(?:when|in which)\b[^.;]{0,40}$", weight=3),
        Cue(value="earlier", before=rf"\b(?:in|of|on|from|since)\s+(?:(?:early|late|mid-?)\s*)?(?:{_MONTH}(?:\s+(?:of\s+)?(?:19|20)\d\d)?|(?:19|20)\d\d|last \w+),?\s+(?:when|in which)\b[^.;]{{0,80}}$", verbs=TRANSFER, weight=3),
        Cue(value="earlier", before=rf"\blast (?:{_MONTH}|year|month|spring|summer|autumn|winter),?\s+(?:when|in which)\b[^.;]{{0,80}}$", verbs=TRANSFER, weight=3),
        Cue(value="earlier", before=rf"\b(?:second|third|fourth|fifth|another) (?:such )?(?:\w+ )?{_EVENT}\b[^.;]{{0,60}}\b(?:after|following)\s+(?:[\w-]+\s+){{0,2}}$", verbs=TRANSFER, weight=3),
        Cue(value="earlier", sentence=r"^under (?:the|an?|its|their) (?:19|20)\d\d (?:[\w-]+ )?(?:deal|accord|agreement)\b", tenses=("past_perfect",), weight=3),
        Cue(value="earlier", sentence=r"^(?:in|as part of) (?:the|an?|its|their) (?:19|20)\d\d (?:[\w-]+ )?(?:deal|accord|exchange|swap|trade|handover|release)\b", tenses=("past", "past_perfect"), weight=3),
        Cue(value="earlier", after=rf"^(?:\s+[\w’'-]+){{0,4}}?\s+(?:whom|that|who)\s+(?:[\w’'-]+\s+){{0,4}}?(?:returned|freed|released|handed (?:over|back)|repatriated|sent (?:home|back)|let go)\s+(?:in {_MONTH}|last (?:year|month|spring|summer|autumn|winter))\b", weight=7),
        Cue(value="earlier", before=r"\b(?:including|among them)\s+(?:\w+\s+)?$", after=rf"^\s+(?:in (?:{_MONTH}|(?:19|20)\d\d)|last (?:year|month|week|spring|summer|autumn|winter))\b", weight=4.5),
        Cue(value="earlier", after=rf"^(?:\s+[\w’'-]+){{0,3}}?\s+(?:returned|freed|released|handed over|exchanged|swapped|repatriated|left|flew|arrived|(?:came|went|sent|flown)(?: home| back)?)\s+(?:in\s+(?:{_MONTH}|(?:19|20)\d\d)|last (?:year|month|week|spring|summer|autumn|winter))\b", weight=2),
        Cue(value="earlier", text=rf"\bthat (?:(?:same )?(?:spring|summer|autumn|fall|winter|year|month)|{_MONTH})\b", verbs=TRANSFER, tenses=("past", "past_perfect"), weight=3.2),
        Cue(value="earlier", before=r"\blast (?:week|month|year|spring|summer|autumn|winter)[’']s\b[^.;]{0,40}$|\bthe (?:last|previous|earlier) (?:time|exchange|swap|handover|release)\b[^.;]{0,60}$", weight=2.5),
        Cue(value="earlier", tenses=("past_perfect",), verbs=TRANSFER, unless=r"\b(?:by|as of|on)\s+(?:sunset|noon|midday|evening|nightfall|midnight|dusk|dawn|late|early|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|now)\b", weight=0.8),
        Cue(value="earlier", sentence=r"\b(?:biggest|largest|first|only|most significant)\b.{0,60}\bsince\b.{0,60}\bwhen\b", text=r"\b(?:freed|released|exchanged|swapped|returned|handed|flown|traded|repatriated|let)\b", weight=2.5),
        Cue(value="earlier", text=r"\b(?:in|of|back in|during)\s+(?:(?:early|late|mid-?)\s*)?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall)\s+)?(?:of\s+)?(?:19|20)\d\d\b", tenses=("past", "past_perfect"), unless=r"\b(?:captured|seized|taken|abducted|arrested|kidnapped|detained|killed|wounded|captures?d?|arrests?|died)\b", weight=2),
        Cue(value="earlier", sentence=r"\b(?:last (?:made|did|carried out|held|saw|took place)|the last time|at the last (?:exchange|swap|handover)|the (?:exchange|swap|handover|release|one) (?:of|on|in) (?:\d|january|february|march|april|may|june|july|august|september|october|november|december|last|late|early)|had been bigger|bigger than the one)\b", weight=2.5),
        Cue(value="earlier", sentence=r"^(?:in|on|last|back in) (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b(?! \d)", tenses=("past", "past_perfect"), weight=2.2),
        Cue(value="earlier", sentence=r"^(?:(?:an?|one|two|three|the)?\s*(?:week|month|year)s?|(?:\w+) days) (?:earlier|before)\b|^earlier (?:this|in the) (?:month|year|week|spring|summer|autumn|winter)\b", weight=3),
        Cue(value="earlier", text=r"\b(?:last|previous(?:ly)?|earlier|prior|preceding|first-ever|most recent)\s+(?:such\s+)?(?:\w+\s+){0,2}(?:exchange|swap|handover|release|repatriation|transfer|deal|round)", weight=3),
        Cue(value="earlier", text=r"\b(?:last|previously|earlier)\s+(?:exchanged|swapped|released|returned|freed|handed|traded|repatriated)\b", weight=3),
        Cue(value="earlier", sentence=r"\b(?:until now|before (?:that|this|then|now|today)|at that time|at the time|in the past(?!\s+(?:\w+\s+)?(?:years?|months?|weeks?|days?|decades?|hours?)\b)|on that occasion|back then|that (?:exchange|swap|handover|release)|in an? (?:earlier|previous|similar|prior)|the (?:previous|last|earlier) (?:exchange|swap|one|handover|release|round))\b", weight=2.5),
        Cue(value="earlier", sentence=r"^in (?:the|its|their|an?) (?:\w+ )?(?:first|previous|initial|earlier|opening|preceding) (?:stage|phase|round|part|leg|batch|exchange|swap|handover|release|one)\b[^.;]{0,60}\b(?:in|last|ago|earlier|before|completed|ended|finished)\b", unless=r"\b(?:today|now|this (?:morning|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", tenses=("past", "past_perfect"), weight=3),
        Cue(value="earlier", sentence=rf"^in (?:the|its|their) (?:[\w-]+ )?(?:previous|last|earlier|prior|preceding) (?:such )?(?:\w+ )?{_EVENT}\b", tenses=("past", "past_perfect", "present"), weight=3),
        Cue(value="earlier", text=rf"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|the (?:week|month|day) before|(?:last|the previous) (?:week|month|year))[’']s\s+(?:\w+\s+)?{_EVENT}\b", tenses=("past_perfect",), weight=2.5),
        Cue(value="earlier", before=r"\b(?:hours|days?|weeks?|months?|years?) after (?:freeing|releasing|handing over|returning|exchanging|swapping|repatriating|letting|receiving|sending|trading)\b[^.;]*$", weight=3),
        Cue(value="other", before=r"\b(?:number|total|tally|count) of\b[^.;]{0,80}\b(?:exchanged|freed|released|returned|swapped|repatriated|brought home)\b[^.;]{0,40}\b(?:risen|grown|climbed|brings?|bringing|brought|raised)\b[^.;]{0,20}$", weight=3),
        Cue(value="other", sentence=r"^(?:to date|so far)\b", weight=3),
        Cue(value="other", text=r"\b(?:in all|all told|in total|altogether|overall)\b.{0,80}\b(?:have|has)\b|\b(?:have|has)\b.{0,80}\b(?:in all|all told|in total|altogether|overall)\b", verbs=TRANSFER, unless=r"\b(?:today|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", weight=3),
        Cue(value="other", text=r"\b(?:over|in|during|for) the (?:past|last) (?:\w+ )?(?:decade|years|months|weeks|year)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|\d+) such (?:trades?|exchanges?|swaps?|deals?|handovers?|releases?)\b", tenses=("past", "past_perfect", "present"), weight=3),
        Cue(value="other", before=r"\b(?:count|number|total|tally) of (?:those|people|prisoners|captives|detainees|soldiers)\b.{0,60}\bsince\b|\b(?:number|total|tally|count) of .{0,40}\b(?:exchanged|freed|released|returned|swapped)\b.{0,40}\b(?:stands?|rose|rises|reached|reaches|now)\b", weight=3),
        Cue(value="other", text=r"\bsince (?:the (?:start|beginning|outbreak|onset)|the (?:war|fighting|conflict) (?:began|started|broke))\b|\b(?:to date|so far (?:this year|in the war))\b", verbs=TRANSFER, unless=_LARGEST_SINCE, weight=3),
        Cue(value="other", text=r"\b(?:have|has|had)\b.{0,80}\bsince\b|\bsince\b.{0,120}\b(?:have|has|had)\b", verbs=TRANSFER, unless=_LARGEST_SINCE, weight=4.5),
        Cue(value="other", text=r"\b(?:have|has|had)\b", sentence=r"\bsince\s+(?:the\s+|this\s+|that\s+)?(?:\w+\s+){0,3}(?:began|begun|started|broke out|broke|erupted|resumed|fell|ended|took|came)\b", verbs=TRANSFER, unless=_LARGEST_SINCE, weight=4.5),
        Cue(value="other", text=r"\b(?:have|has|had)\b.{0,60}\bso far\b|\bso far\b.{0,60}\b(?:have|has|had)\b", verbs=TRANSFER, unless=r"\b(?:today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|left (?:out|off|behind)|not|no|yet)\b", weight=2),
        Cue(value="other", text=r"\b(?:in|over|across|during|after) (?:the |all )?(?:two|three|four|five|six|seven|eight|nine|ten|several|both|\d+|\w+ty|\w+een) (?:\w+ )?(?:rounds|exchanges|swaps|handovers)\b", verbs=TRANSFER, weight=2.5),
        Cue(value="other", before=r"\b(?:bringing|brings?|brought|taking|takes?|raising|raises?)\b.{0,60}\b(?:total|number|tally|figure|count)\b.{0,60}$", weight=3),
        Cue(value="other", before=r"\b(?:bringing|brings?|brought|taking|takes?|raising|raises?)\b.{0,12}$", after=r"^\s+the (?:total|number|tally|figure|count)\b", weight=3),
        Cue(value="earlier", text=r"\b(?:in total|altogether|so far|to date|overall|cumulative(?:ly)?)\b.{0,40}\b(?:since|over the (?:past|course))", weight=2),
        Cue(value="earlier", when=("before",), verbs=TRANSFER, tenses=("past", "past_perfect"), unless=r"\b(?:seized|captured?|taken|abducted|arrested|kidnapped|since|attack|war|offensive|raid)\b", weight=2),
        Cue(value="earlier", when=("before",), text=r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b", verbs=TRANSFER, tenses=("past", "past_perfect"), unless=r"\b(?:seized|captured?|taken|abducted|arrested|kidnapped|since|attack|war|offensive|raid)\b", weight=1),
        Cue(value="earlier", when=("before",), text=rf"\bon (?:{_MONTH} \d|\d+ {_MONTH})", verbs=TRANSFER, tenses=("past", "past_perfect"), unless=r"\b(?:seized|captured?|taken|abducted|arrested|kidnapped|since|attack|war|offensive|raid)\b", weight=1),
        Cue(value="earlier", when=("before",), text=rf"\b{_MONTH}\b", verbs=TRANSFER, tenses=("past", "past_perfect"), unless=r"\b(?:seized|captured?|taken|abducted|arrested|kidnapped|since|attack|war|offensive|raid)\b", weight=1),
        Cue(value="earlier", text=r"\b(?:a|one|two|three|four|five|six|several|\d+)\s+(?:days?|weeks?|months?|years?)\s+(?:ago|earlier|before|prior)\b|\blast (?:month|year|week|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b|\bthe previous (?:week|month|year)\b", verbs=TRANSFER, tenses=("past", "past_perfect"), unless=r"\bagreed\b", weight=2),
        Cue(value="earlier", paragraph=r"\b(?:until now|at that time|previous (?:exchange|swap)|last (?:exchange|swap)|largest (?:\w+ )?(?:exchange|swap) (?:since|before|so far))\b", sentence=r"^(?:at that time|the day before|then|that day|in that|that exchange|a day earlier|it saw|it involved|on that|both sides then)\b", weight=3),
        Cue(value="other", sentence=r"^since\b[^.;]{0,200},", text=r"\b(?:have|has)\b", verbs=TRANSFER, unless=_LARGEST_SINCE, weight=4.5),
        Cue(value="other", text=r"\b(?:have|has)\s+already\b", verbs=TRANSFER, tenses=("past", "past_perfect"), weight=4),
        Cue(value="earlier", text=r"\blast\s+(?!of\b|to\b|\w+day\b|night\b)\w+ed\b", tenses=("past",), verbs=TRANSFER, weight=3),
        Cue(value="earlier", sentence=rf"^(?:the|its|their|an?|one)\s+(?:\w+\s+){{0,3}}?(?:largest|biggest|first|last|previous|second|third|latest|other|earlier|one)\b[^.;,]{{0,30}},?\s+(?:in|on)\s+(?:\d+ )?{_MONTH}\b[^.;]{{0,20}}\b(?:saw|involved|brought|freed|had|covered|included)\b", weight=3),
        Cue(value="earlier", before=rf"^\W*(?:in|back in)\s+(?:(?:early|late|mid-?)\s*)?(?:{_MONTH}\s+)?(?:19|20)\d\d,?[^.;]{{0,60}}\b(?:freed|released|exchanged|swapped|returned|handed over|repatriated|traded|sent)\b[^.;]{{0,20}}$", weight=2.5),
        Cue(value="earlier", nouns=("bodies", "body", "remains", "coffin", "corpse"), after=rf"^(?:\s+[\w’'-]+){{0,4}}?\s+(?:received|returned|handed over|repatriated|delivered|given|brought)\s+(?:back |home )?(?:in|last) {_MONTH}\b", weight=3),
        Cue(value="earlier", sentence=rf"^(?:in|last|that) (?:the )?(?:{_MONTH}|spring|summer|autumn|winter)\b[^.;]{{0,20}}\b(?:an? |the )?(?:similar|smaller|larger|bigger|first|separate|earlier) (?:\w+ )?(?:{_EVENT}|deal|one)\b", tenses=("past", "past_perfect"), weight=3),
        Cue(value="earlier", sentence=r"^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|several|\d+) (?:weeks|months|years|week|month|year) ago\b", verbs=TRANSFER, tenses=("past", "past_perfect"), weight=3),
        # not an exchange at all
        Cue(value="other", nouns=("refugee",), unless=_MOVED, weight=4),
        Cue(value="other", text=r"\b(?:(?:been |were |was )?put|stood|gone|went) on trial\b|\b(?:been|were|was) (?:prosecuted|tried)\b", unless=_MOVED, weight=3),
        Cue(value="other", nouns=_BYSTANDERS, unless=_MOVED, weight=2),
        Cue(value="other", before=_BODY_OF, weight=4.5),
        Cue(value="other", nouns=_BYSTANDERS, verbs=("wait", "gather", "watch", "look on", "cheer", "greet", "demonstrate", "line", "turn out"), weight=3),
        Cue(value="other", before=r"\b(?:left|leaving|leaves)\s+(?:[\w-]+\s+){0,3}$", after=r"^(?:\s+[\w’'-]+){0,4}?\s+(?:dead|homeless|wounded|injured)\b", weight=5),
        Cue(value="other", nouns=("son", "daughter", "brother", "sister"), before=r"\b(?:my|her|his|their|whose|have|has|had)\s+(?:\w+\s+){0,2}$", unless=_MOVED, weight=2),
        Cue(value="other", nouns=_BYSTANDERS, before=r"\b(?:according to|one of|by|told|through)\s+(?:at least |some |about |the )?$", weight=4.5),
        Cue(value="other", sentence=r"\b(?:had |have |has )?(?:asked|called|pressed|pushed|appealed) for\b[^.;]{0,80}\b(?:was|were|been|is|are|but|only to be)\b[^.;]{0,20}\b(?:told|refused|denied|rebuffed|rejected|turned down|given|offered)\b", weight=5),
        Cue(value="other", text=r"\b(?:kept|held|jailed|detained|locked up|imprisoned|crammed|crowded)\s+(?:\w+\s+){0,2}(?:with|alongside|among|beside)\b", before=r"\b(?:with|alongside|among|beside)\s+(?:\w+\s+){0,2}$", weight=4),
        Cue(value="other", text=r"\bloss(?:es)?\b[^.;]{0,80}\b(?:amount\w*|total\w*|reach\w*|stood|came)\b|\bcost\b[^.;]{0,60}\blives\b|\b(?:claim\w*|took)\b[^.;]{0,30}\blives\b", weight=4),
        Cue(value="other", after=r"^(?:\s+[\w’'-]+){0,5}?\s+(?:who|that) (?:had )?(?:fell|fallen|died|perished|were killed|lost their lives|gave their lives)\b", unless=r"\b(?:return|releas|hand|exchang|swap|repatriat|bodies|remains|coffins|brought|received)", weight=3),
        Cue(value="other", after=r"^(?:\s+[\w’'-]+){0,4}?\s+(?:had\s+|have\s+)?surrendered\b(?!\s+(?:the|its|their|\d))", weight=4),
        Cue(value="other", text=r"\b(?:drove|driven|forced|chased)\b[^.;]{0,60}\b(?:from|out of) (?:their|its|his) (?:homes?|houses|villages?|land|country)\b", weight=4),
        Cue(value="other", sentence=r"\bsince\b", before=r"\bof (?:whom|them),?\s+(?:\w+\s+){0,2}$", after=r"^\s+(?:have|has|were|was)\b", unless=r"\b(?:today|(?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:morning|week))\b", weight=2.5),
        Cue(value="other", before=r"\b(?:was|were)\s+among\s+(?!them\b|whom\b)(?:the\s+)?(?:\w+\s+)?$", after=r"^(?:\s+[\w’'-]+){0,3}?\s+(?:killed|slain|wounded|executed|massacred)\b", weight=4),
        Cue(value="other", text=r"\b(?:look(?:s|ed|ing)?|hunt(?:s|ed|ing)?|search(?:es|ed|ing)?) for\b|\bin pursuit of\b", before=r"\b(?:for|of)\s+(?:\w+\s+){0,2}$", unless=r"\b(?:missing|disappeared|vanished|hand(?:ed|ing)? over|return(?:ed|ing)?)\b", after=r"^(?![^.;]{0,60}\b(?:missing|disappeared|vanished)\b)", weight=2),
        Cue(value="other", text=r"\b(?:fate|whereabouts)\b[^.;]{0,40}\bof\b", verbs=("fate", "whereabouts"), weight=2.5),
        Cue(value="other", before=r"\b(?:garrison|force|unit|crew|battalion|contingent|population|column|squad|membership|army)\s+of\s+(?:\w+\s+){0,2}$", weight=4.5),
        Cue(value="other", text=r"\b(?:were|was|been)\s+(?:\w+\s+)?(?:held|interned|detained|kept|jailed)\b[^.;]{0,40}\b(?:at the height|during the war|at (?:its|their) peak|at one (?:time|point))\b", weight=4),
        Cue(value="other", verbs=("kill", "wound", "injure", "die", "lose", "fight", "deploy", "mobilise", "mobilize", "conscript", "perish", "train", "recruit", "martyr", "murder", "massacre", "slay", "shoot", "execute", "behead", "hang", "drown", "lynch", "escape", "defect", "desert", "abscond", "sleep"), unless=r"\b(?:slept|sleep|sleeping)\b[^.;]{0,40}\b(?:freedom|home|own beds?)\b|\b(?:lost|lose|losing)\b[^.;]{0,40}\b(?:kilos?|kg|weight|pounds|limbs?|legs?|arms?|hands?|f(?:oo|ee)t|fingers?|toes?|eyes?|sight|hearing|teeth)\b", weight=3),
        Cue(value="other", verbs=("serve",), unless=r"\bserv\w+\s+(?:\w+\s+){0,2}(?:life|sentences?|terms?|time|years?)\b", weight=3),
        Cue(value="other", verbs=("take",), text=r"\b(?:took|take|takes|taken)\b", unless=r"\b(?:back|home|to|into|by|aboard|off|away|delivery|custody|charge|across|in|on board|place|part|effect|hours|time)\b", weight=3),
        Cue(value="other", text=r"\b(?:storm\w*|raid\w*|attack\w*|overran|ambush\w*|seiz\w+)\b.{0,60}\b(?:took|taken|dragged|carried off|led away)\b", unless=r"\b(?:back|home)\b", weight=4.5),
        Cue(value="other", after=r"^(?:\s+[\w’'-]+){0,6}?\s+(?:laying|lay) down (?:their|his) (?:arms|weapons)\b|^(?:\s+[\w’'-]+){0,5}?\s+surrendering\b", weight=3),
        Cue(value="other", text=r"\bnot (?:been )?(?:recovered|identified|found)\b|\b(?:kept|keep)\b.{0,30}\bin (?:a|one) (?:cell|pit|room|cage)\b|\bshar\w+ (?:a|the|one) (?:cell|pit|room|cage)\b", weight=2),
        Cue(value="other", verbs=("capture", "seize", "arrest", "abduct", "kidnap", "imprison", "detain", "sentence", "convict", "storm", "ambush", "snatch"), tenses=("past", "past_perfect", "present"), after=_NOT_THEN_MOVED, unless=r"\b(?:return|releas|free|hand|exchang|swap|repatriat|home|transfer|who|had all been|had been)", weight=2),
        Cue(value="other", text=r"\b(?:taken|took|taking)\b.{0,60}\b(?:captive|prisoner|hostage)s?\b", unless=r"\b(?:return|releas|freed|hand|exchang|swap|repatriat|home)", weight=2.5),
        Cue(value="other", text=r"\b(?:surrender(?:ed|ing)?|laying down (?:their|his) arms|laid down (?:their|his) arms|killed|wounded(?!\s+(?:\w+\s+)?\w+s\b)|casualties|died|(?<!of the )(?<!of their )(?<!of its )dead|massacred|executed)\b", unless=r"\b(?:return|releas|freed|hand|exchang|swap|repatriat|bodies|remains|turned over|brought|gave|received|took delivery|got back|of its dead|of their dead)", weight=2),
        # this one
        Cue(value="other", verbs=("maim", "fall", "shelter", "feed", "house", "evacuate", "displace", "flee", "starve", "bury", "mourn", "bomb", "shell", "hit", "hurt", "strike", "attack", "trap", "accuse", "charge", "try", "convict", "question", "employ", "protest", "gather", "march", "demonstrate", "cheer", "watch", "attend", "crowd"), tenses=("past", "present", "past_perfect", "future"), weight=2),
        Cue(value="this", verbs=TRANSFER, tenses=("past", "present", "past_perfect"), weight=1.2),
        Cue(value="this", text=r"\b(?:came|come|coming|went|were|are|back|arrived|reached|walked|drove|flew)\b.{0,30}\b(?:home|back|free|north|south|east|west)\b", tenses=("past", "present", "past_perfect"), weight=1.2),
        Cue(value="this", text=r"\b(?:exchange|swap|handover|release|trade|transfer|return|repatriation|homecoming) of\b", weight=1.0),
        Cue(value="this", before=r"\bamong (?:those|the \w+)\s+(?:who (?:were|was)\s+)?(?:freed|released|returned|handed over|exchanged|swapped|repatriated|sent home)\b(?!\s+(?:in|last|earlier|before|since)\b)[^.;]{0,30}\b(?:is|are|was|were)\s+(?:[\w-]+\s+){0,3}$", weight=2.5),
        Cue(value="this", after=r"^\s+of (?:the|those|these)\s+(?:[\w-]+\s+)?(?:freed|released|returned|exchanged|swapped|repatriated|returnees)\b(?!\s+(?:in|last|earlier|before|since)\b)", unless=r"\b(?:will|would|yet|since)\b", weight=1.5),
        Cue(value="this", text=r"\b(?:were|was) among (?:those|the|them)\b|\bamong (?:those|the|them)\b.{0,30}\b(?:released|freed|returned|handed|exchanged|swapped)", weight=1.5),
        Cue(value="this", when=("same",), verbs=TRANSFER, weight=1),
        Cue(value="this", after=r"^(?:\s+of (?:them|these|those|the [\w-]+))?\s+[^.;]{0,40}?\b(?:stay|remain|stayed|remained|be (?:kept|taken|treated))\s+(?:\w+ )?(?:in|to|at)\s+(?:an? |the )?(?:(?!prison\b|jail\b|camp\b)\w+ )?(?:hospital|clinic|sanatorium|intensive care|infirmary)\b", weight=6),
        Cue(value="this", after=r"^(?:\s+[\w’'-]+){0,6}?\s+(?:who|that) (?:were|was|had been|have been) (?:freed|released|returned|handed over|exchanged|swapped|repatriated|sent (?:home|back))\b(?!\s+(?:in|last|on|earlier|before)\b)", weight=2.6),
        Cue(value="this", text=r"\b(?:today|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:morning|afternoon|evening|week)|overnight|tonight)\b", unless=r"\b(?:will|expected|due|next)\b", weight=0.6),
    ),
)  # fmt: skip

# --- direction -------------------------------------------------------------------------------------

DIRECTION = Label(
    party="to:{party}",
    values={
        "each": "both sides receive this number",
        "total": "both sides added together",
        "to:PARTY": "the people came home to PARTY",
        "n/a": "nobody moved",
    },
    question="Who receives these people?",
    cues=(
        Cue(value="n/a", given={"occasion": "remaining"}, weight=9),
        Cue(
            value="total",
            given={"occasion": "other"},
            sentence=r"^(?:to date|so far)\b|\b(?:exchanged|swapped|freed|released)\b.{0,60}\bsince\b|\bsince\b.{0,80}\b(?:exchanged|swapped|freed|released)\b",
            weight=9,
        ),
        Cue(
            value="n/a",
            given={"occasion": "other"},
            unless=r"\b(?:exchang|swapp?|traded|released|freed|returned)",
            weight=7,
        ),
        Cue(
            value="total",
            given={"occasion": "other"},
            text=r"\b(?:exchang\w+|swapp?\w*|traded|released|freed|returned)\b",
            weight=3,
        ),
        Cue(
            value="each",
            after=r"^(?:\s*(?!(?:kilos?|kg|pounds|years?|months?|weeks?|days?|dollars?|letters?|teams?)\b)[\w’'-]+){0,7}\s+(?:each|apiece)\b(?! (?:other|with|of|carrying|wearing|holding|in (?!an? (?:\w+ )?(?:exchange|swap|trade|deal))|clutching|one|a|an)\b)",
            weight=4,
        ),
        Cue(
            value="each",
            text=r"\beach(?:\s+(?:of the|side|country|party|nation|government|camp|state))?\s+(?:\w+\s+){0,3}(?:released|freed|returned|handed|sent|received|got|exchanged|swapped|gave|let|release|free|return|hand|send|receive|would|will|agreed|to)\b",
            weight=4,
        ),
        Cue(
            value="each",
            text=r"\b(?:from|on|by|for|per|to)\s+(?:each|either)\s+(?:of the\s+)?(?:two\s+)?(?:side|sides|country|countries|party|parties|camp|government|nation)s?\b|\bper side\b|\b(?:one|man|head)-for-(?:one|man|head)\b|\ball-for-all\b",
            weight=3,
        ),
        Cue(
            value="each",
            text=r"\b(?:both|they both)\s+(?:sides|countries|parties|governments|nations|neighbours|neighbors)?\s*(?:have\s+)?(?:returned|released|freed|handed|sent|received)\b",
            weight=1.6,
        ),
        Cue(
            value="total",
            text=r"\b(?:from|on|by|of|between) (?:both|the two) (?:sides|countries|parties|governments|camps)\b",
            unless=r"\beach\b|\bapiece\b",
            weight=1.5,
        ),
        Cue(
            value="total",
            text=r"\b(?:exchanged|swapped|traded|changed (?:hands|sides|planes))\b",
            unless=r"\bfor\b",
            weight=1.0,
        ),
        Cue(
            value="total",
            sentence=r"\b(?:both|the two) (?:parties|sides|governments|countries|powers)\b.{0,100}\b(?:exchange|swap|understanding|accord|deal|agreement|exchanged|swapped)\b",
            weight=1.0,
        ),
        Cue(
            value="total",
            sentence=r"\b(?:the|both|the two) (?:parties|sides) (?:have |had )?(?:re)?(?:affirmed|agreed|undertaken|undertook|pledged|committed)\b.{0,40}\b(?:that|to)\b",
            text=r"\bwill be (?:freed|released|let go|returned)\b",
            weight=1.0,
        ),
        Cue(
            value="total",
            before=r"\b(?:exchange|swap) (?:of|involving|covering)\s+(?:[\w-]+\s+){0,3}$",
            weight=1.0,
        ),
        Cue(
            value="total",
            before=r"\b(?:a )?total of\s+(?:\w+\s+){0,2}$",
            unless=r"\bto (?:its|their) home|\b(?:freed|released|transferred|repatriated|let go|set free|handed over|turned over|sent|received|delivered|welcomed|arrived|returned)\b",
            weight=1.4,
        ),
        Cue(
            value="total",
            before=r"\b(?:in total|in all|altogether|a combined|combined total of|totalling|totaling)\s+(?:\w+\s+){0,2}$",
            unless=r"\bto (?:its|their) home",
            weight=2.5,
        ),
        Cue(
            value="total",
            text=r"\b(?:by|between|of)\s+(?:the\s+)?(?:two|both|warring|all)?\s*(?:sides|parties|belligerents)\b",
            unless=r"\beach\b|\bapiece\b",
            weight=1.2,
        ),
        Cue(
            value="total",
            text=r"\b(?:combined|between them|both ways|on both sides (?:together|of the)|counting both sides|from both sides)\b",
            weight=2.5,
        ),
        Cue(
            value="total",
            text=r"\b(?:in total|altogether|in all(?! but)|all told|taken together)\b",
            unless=r"\b(?:turn(?:ed)? over|hand(?:ed|ing)? (?:over|back)|given? (?:back|up)|gave (?:back|up)|sen[dt] (?:back|home)|repatriat\w+|recei\w+|brought (?:back|home)|deliver\w+)\b",
            weight=2.5,
        ),
    ),
)

FRAMES = (
    Frame(
        verbs=(
            "receive",
            "get",
            "recover",
            "retrieve",
            "welcome home",
            "welcome back",
            "take back",
            "get back",
            "regain",
            "bring home",
            "bring back",
            "repatriate",
            "collect",
            "accept",
            "secure",
            "win",
            "bring",
            "reclaim",
            "take delivery",
            "take custody",
            "take charge",
            "take possession",
            "get home",
            "have back",
            "gain",
        ),
        receiver=("subject", "to"),
        giver=("from",),
    ),
    Frame(
        verbs=(
            "hand over",
            "hand",
            "release",
            "free",
            "send",
            "transfer",
            "deliver",
            "give",
            "surrender",
            "turn over",
            "turn",
            "set",
            "send back",
            "send home",
            "let",
            "give up",
            "give back",
            "liberate",
            "pardon",
            "hand back",
            "return",
            "extradite",
            "deport",
            "expel",
            "pass",
            "yield",
            "discharge",
            "convey",
            "relinquish",
            "trade away",
            "part with",
            "part",
            "let go",
            "let out",
            "bring up",
            "ship",
            "take out",
            "move",
            "bus",
            "fly",
        ),
        receiver=("to", "into"),
        giver=("subject", "by", "from"),
    ),
    Frame(
        verbs=(
            "return",
            "arrive",
            "come",
            "come back",
            "come home",
            "go",
            "go home",
            "cross",
            "fly",
            "walk",
            "land",
            "reach",
            "head",
            "travel",
            "step",
            "touch",
            "drive",
            "move",
            "be",
        ),
        moved="subject",
        receiver=("to", "into", "in", "home"),
        giver=("from",),
    ),
    # whoever carries them gives nobody up
    Frame(
        verbs=(
            "drive",
            "take",
            "bring",
            "transport",
            "ferry",
            "carry",
            "airlift",
            "escort",
            "accompany",
            "evacuate",
            "bus",
            "fly",
        ),
        receiver=("to", "into"),
        giver=("from",),
    ),
    Frame(verbs=("exchange", "swap", "trade"), receiver=("with",), giver=("subject", "by")),
    Frame(
        verbs=("hold", "capture", "detain", "imprison", "seize", "abduct", "keep", "jail"),
        giver=("subject", "by"),
    ),
    # nouns of action: "the release of 40 captives by X", "the return of 12 soldiers to X"
    Frame(
        verbs=(
            "release",
            "handover",
            "return",
            "transfer",
            "repatriation",
            "delivery",
            "freeing",
            "homecoming",
            "arrival",
        ),
        receiver=("to",),
        giver=("by", "from"),
    ),
)

# Words that say that a number is a part of those just told, that it is the other side's, that it is the price.
_COUNT = r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|hundreds?|dozens?)"
_DONE = r"(?:freed|released|returned|exchanged|swapped|handed|sent|repatriated|who|that|on|in)"
_TOLD = rf"(?:they|these|those|who|group|batch|prisoners|captives|detainees|hostages|returnees|soldiers|people|the {_COUNT})"
PARTS = {
    "before": rf"(?:\bamong (?:them|those|these|whom|the \w+)\b|\bincluding\b|\bof (?:them|these|whom)\b|(?<!number )\bof those (?:who|{_DONE})\b|\bof the {_COUNT}\b|\b{_TOLD}\s+(?:[\w-]+\s+){{0,6}}?(?:includ(?:es?|ed)|compris(?:es?|ed)|consist(?:s|ed)? of)\b)[^.;]{{0,60}}$",
    "after": rf"^\s*(?:\w+\s+)?of (?:them|these|those|whom|the (?:{_COUNT}|men|women|group|{_DONE}|prisoners|captives|hostages|detainees|people|soldiers))\b",
    "sentence": r"^(?:of (?:them|these|those)|among (?:them|those|the)|they (?:are|were|include)|those \w+ (?:are|were|include))",
}
COUNTERPART = r"\b(?:in (?:return|exchange)|for (?:its|their|his|her) part|in turn|the other (?:side|way|direction)|against|conversely|reciproc\w+)\b"
PRICE = r"\b(?:in (?:exchange|return)|swapp?ed|exchanged|traded)\s+(?:\w+\s+){0,4}for\s+(?:[\w,’'-]+\s+){0,4}$"
# Before a number of people: these are what others were given for.
PRICE_OF = (
    r"\b(?:(?:in|as part of an) (?:exchange|return|a swap|swap) for|in trade for|against|(?:swapped|exchanged|traded) for"
    r"|(?:soldiers|prisoners|captives|hostages|detainees|bodies|men|women|girls|people|freedom|release) for)\s+"
    r"(?:(?:the )?(?:\w+ )?(?:release|freedom|freeing|return|delivery|handover|liberation) of\s+)?(?:[\w’'-]+\s+){0,3}$"
)
# Between a state and an armed group: whose people these words stand for unless something is said.
PEOPLE_OF_SIDES = {
    "armed": ("fighter", "militant", "guerrilla", "rebel", "insurgent", "jihadist", "commander", "militiaman", "militiamen",
              "suspect", "convict", "inmate", "terrorist", "prisoner", "detainee", "partisan", "member", "sympathiser", "mujahideen",
              "brother", "convicted", "jailed", "suspected", "imprisoned"),
    "state": ("soldier", "policeman", "policemen", "police officer", "officer", "serviceman", "servicemen", "conscript", "troop", "troops",
              "hostage", "captive", "peacekeeper", "police", "personnel", "abductee", "guard", "ranger", "kidnapped", "abducted",
              *PEOPLE["civilians"], *PEOPLE["women"], *PEOPLE["children"]),
}  # fmt: skip
OF_ANY_SIDE = (
    "people",
    "person",
    "man",
    "woman",
    "child",
    "individual",
    "other",
    "name",
    "body",
    "member",
    "minor",
    "girl",
    "boy",
)

# Surface words that tell who receives ("to") or gives ("from") where the parse has lost the verb:
# NAME stands for a name; "after" is looked for behind the number, "before" in front of it.
_MOVED_ON = (
    r"(?:return(?:ed|ing|s)?|back|home|cross(?:ed|ing)?|fl(?:own|y|ew)|walk(?:ed|ing)?|driven|drove|bus(?:s?ed)|sent|hand(?:ed)?|over|transferred"
    r"|delivered|brought|taken|ferried|transported|released|freed|repatriated|came|come|went|go|gone|going|moved|travel(?:led|ed)|let go|deported|given)"
)
_GAVE = r"(?:released?|freed?|freeing|releasing|hand(?:ed|ing)?|sent|returned|let|gave|part(?:ed)?|surrendered|deliver(?:ed)?|transferred|turned|pardoned|repatriated)"
_GOT = r"(?:received?s?|got|gets|recovered|took (?:back|home|delivery|charge)|welcomed|brought (?:back|home)|regained|retrieved|collected|secured|was given|were given|was handed|were handed|has back|won)"
_CELLS = r"(?:captivity|custody|prisons?|jails?|cells?|camps?|hands|detention|dungeons?)"
MOVEMENTS = (
    (
        "to",
        "after",
        rf"^[^.;:]{{0,110}}?\b{_MOVED_ON}\b[^.;:,\d]{{0,40}}?\b(?:to|into|back in|arrived in|landed in)\s+NAME",
    ),
    (
        "to",
        "after",
        r"^[^.;:]{0,60}?\b(?:arrived|landed|touched down|set foot|stepped out)\b[^.;:,\d]{0,20}?\b(?:in|at|on)\s+NAME",
    ),
    (
        "to",
        "after",
        r"^[^.;:]{0,160}?\b(?:(?:were|was|are|is|being)(?: (?:finally|safely|now))? back|(?:crossed|went|walked|came) back|bound|headed|heading)\s+(?:home\s+)?(?:in|into|on|for|to)\s+(?:the )?NAME",
    ),
    ("to", "after", r"^[^.;:]{0,90}?\b(?:left|departed)\s+(?:[A-Z][\w’'-]+\s+){1,3}for\s+NAME"),
    ("to", "after", r"^(?:\s+[\w’'-]+){0,3}\s+to\s+(?:the )?NAME"),
    ("from", "after", r"^\s+by\s+NAME"),
    (
        "from",
        "after",
        r"^[^.;:]{0,90}?\b(?:held|captured|seized|detained|jailed|imprisoned|kept|abducted|kidnapped|freed|released|let go|handed over|returned|sent back|sent home|taken)\b[^.;:]{0,20}?\bby\s+NAME",
    ),
    (
        "from",
        "after",
        rf"^[^.;:]{{0,90}}?\b(?:from|out of|in|inside|left)\s+NAME(?:[’']s?)?\s+(?:\w+\s+)?{_CELLS}\b",
    ),
    ("from", "after", rf"^[^.;:]{{0,90}}?\b{_CELLS}\s+(?:in|of)\s+NAME"),
    (
        "from",
        "after",
        r"^[^.;:]{0,110}?\b(?:held|detained|jailed|imprisoned|locked up|captive)\b[^.;:,\d]{0,30}?\bin\s+NAME",
    ),
    ("from", "before", rf"\b{_CELLS}\s+of\s+NAME[^.;\d]{{0,60}}$"),
    (
        "from",
        "before",
        rf"\b(?:in|from)\s+NAME(?:[’']s?)?\s+(?:\w+\s+)?{_CELLS}\b[^.;\d]{{0,80}}\b(?:including|among them)\s+(?:\w+\s+)?$",
    ),
    (
        "from",
        "before",
        rf"NAME\s+(?:has |had )?(?:put|gave|set|given) the (?:number|figure|count|total) of (?:those|the \w+|people) (?:it|they|he)\s+(?:has |had )?{_GAVE}(?:\s+(?:go|over|free|back|home))?\s+(?:at|as)\s+(?:\w+\s+)?$",
    ),
    (
        "from",
        "before",
        rf"\b(?:{_GAVE[3:-1]}|held|captured|detained|let go|handed over)\s+(?:\w+\s+)?by\s+NAME[^.;\d]{{0,40}}$",
    ),
    ("to", "before", rf"NAME(?:[’']s)?(?:\s+[\w’'-]+){{0,4}}?\s+{_GOT}\b[^.;]{{0,40}}$"),
    ("from", "before", rf"NAME(?:[’']s)?(?:\s+[\w’'-]+){{0,4}}?\s+{_GAVE}\b[^.;]{{0,40}}$"),
    ("to", "before", rf"\b{_MOVED_ON}\s+(?:\w+\s+){{0,2}}?(?:to|into)\s+NAME[^.;]{{0,30}}$"),
)

# --- names and stages ------------------------------------------------------------------------------

_PLACE_KINDS = ("GPE", "LOC", "FAC")
NAMES = {
    "places": (
        NameCue(nouns=("border", "crossing", "checkpoint", "frontier", "bridge", "airport", "airfield", "airstrip", "port", "outskirt", "zone", "line", "territory", "village", "town", "pass", "base", "harbour", "harbor", "station"), role="at", kinds=_PLACE_KINDS,
                pattern=rf"\b(?:{_EVENT}|exchang\w+|swapped|released|freed|returned|handed|gave|let go|transferred|took place|crossed|walked|received|delivered|brought|carried out|met|welcomed|greeted|landed|(?:are|were|is|was) (?:now |currently )?on the territory)\b",
                unless=r"\b(?:met for|attack\w*|fighting|clashes|captured (?:at|near|on|in))\b", weight=3),
        NameCue(role="in", kinds=_PLACE_KINDS, pattern=r"\b(?:took place|taken place|was held|carried out|conducted|exchanged|swapped|handed over|handover|hand-over|the exchange|the swap)\b", unless=r"\b(?:talks|negotiat\w+|agreed|captured|met|signed|deal|prison|jail|fighting|said in)\b", weight=2.5),
        NameCue(role="in", kinds=_PLACE_KINDS, pattern=r"\b(?:medical|psychological|assistance|treatment|rehabilitation|currently|are being|care|attention|checks|check-ups|examined|now in)\b", unless=r"\b(?:talks|negotiat\w+|captured|prison|jail|custody|captivity|being held|taken in)\b", weight=2),
        NameCue(role="in", kinds=_PLACE_KINDS, pattern=r"\b(?:was|were|been) (?:met|welcomed|greeted|embraced)\b", unless=r"\b(?:talks|negotiat\w+)\b", weight=2),
        NameCue(role="in", kinds=_PLACE_KINDS, pattern=r"\b(?:those|they|prisoners|soldiers|servicemen|captives|detainees|returnees|freed)\b[^.]{0,40}\b(?:now|currently) in\b", unless=r"\b(?:prison|jail|custody|captivity|being held)\b", weight=2),
        NameCue(verbs=("transfer", "take", "fly", "bring", "bus", "drive", "deliver", "move", "escort", "carry", "ferry", "transport", "cross", "land", "convey"), role="clause", kinds=_PLACE_KINDS, pattern=r"\b(?:prisoners?|soldiers|servicemen|captives|detainees|hostages|they|troops|people|civilians|freed|released|returnees|persons|men|women|bodies|fishermen|buses)\b", unless=r"\b(?:talks|negotiat\w+|captured|captive|prisoner|home|lists?|jail|custody)\b", weight=1.5),
    ),
    "mediators": (
        NameCue(verbs=("mediate", "broker", "facilitate", "arrange", "arbitrate", "intercede", "oversee", "supervise", "shepherd"), role="subject", kinds=("GPE", "ORG", "NORP", "PERSON", "LOC"), weight=3),
        NameCue(nouns=("mediation", "mediator", "intermediary", "facilitation", "auspex", "auspices", "good offices", "help", "mediating", "go-between", "assistance", "role"), role="possessor", kinds=("GPE", "ORG", "NORP", "PERSON", "LOC"),
                pattern=r"\b(?:mediat\w+|intermediar\w+|facilitat\w+|auspices|good offices|go-between|broker\w*|with the (?:help|assistance|support|involvement) of)\b", weight=2.5),
        NameCue(nouns=("backing", "support", "involvement"), role="possessor", kinds=("GPE", "ORG", "NORP"), outsider=True, pattern=r"\b(?:brokered|mediated|negotiated|arranged)\b", weight=2.5),
        NameCue(verbs=("lead", "chair", "steer"), role="agent", kinds=("GPE", "ORG", "PERSON"), outsider=True, pattern=r"\b(?:talks|negotiations|mediation)\b.{0,30}\b(?:led|chaired|steered)\b", weight=2),
        NameCue(verbs=("help", "enable"), role="subject", kinds=("GPE", "ORG"), outsider=True, pattern=r"\b(?:helped|helping|enabled)\b.{0,12}\b(?:two|both|warring) (?:sides|parties|governments|countries|armies)\b", weight=2),
        # who carries messages between the parties, or gives them a table to sit at
        NameCue(verbs=("shuttle",), role="subject", kinds=("GPE", "ORG", "NORP", "PERSON"), pattern=r"\bbetween\b", weight=2),
        NameCue(verbs=("carry", "pass", "relay", "convey"), role="subject", kinds=("GPE", "ORG", "NORP", "PERSON"), pattern=r"\b(?:carried|carries|passed|relayed|conveyed|carrying|passing)\b.{0,12}\b(?:messages?|proposals|offers|lists)\b", weight=2),
        NameCue(verbs=("walk", "sit", "meet", "work", "speak"), role="subject", kinds=("GPE", "ORG"), pattern=r"\b(?:negotiators?|mediators?|envoys?|monitors?|observers?)\b.{0,80}\bwith both (?:armies|sides|parties|governments|delegations)\b", weight=2),
        NameCue(verbs=("host",), role="subject", kinds=("GPE", "ORG"), pattern=r"\bhost\w*\b.{0,40}\b(?:talks|negotiations|meetings?)\b", weight=2),
        NameCue(verbs=("propose", "suggest", "offer"), role="subject", kinds=("GPE", "ORG", "NORP"), pattern=rf"\b{_EVENT}\b.{{0,80}}\b(?:deadlock|stalemate|impasse|standstill|stuck|broke down)\b", outsider=True, weight=2),
        NameCue(nouns=("host",), role="possessor", kinds=("GPE", "ORG"), pattern=r"\bthe host\b", weight=2),
        NameCue(value="Red Cross", role="clause", pattern=r"\bRed Cross (?:planes?|flights?|aircraft|buses|convoys?|vehicles|boats?|ambulances)\b|\bRed Cross\b.{0,60}\b(?:transported|transporting|ferr\w+|escort\w+|facilitat\w+|accompan\w+|carried|flew)\b|\bchartered by the (?:\w+ ){0,5}Red Cross\b|\b(?:received|met|collected|escorted|accompanied)\b.{0,60}\bRed Cross\b", weight=2),
    ),
    "initiators": (
        NameCue(verbs=("propose", "initiate", "suggest", "table", "float"), role="subject", kinds=("GPE", "ORG", "NORP", "PERSON", "LOC"), pattern=rf"\b(?:{_EVENT}|prisoners|captives|hostages|detainees)\b", weight=3),
        NameCue(verbs=("initiate", "propose", "suggest"), role="agent", kinds=("GPE", "ORG", "NORP", "PERSON", "LOC"), pattern=rf"\b(?:{_EVENT}|prisoners|captives|hostages)\b", weight=3),
        NameCue(nouns=("initiative", "proposal", "suggestion", "request"), role="possessor", kinds=("GPE", "ORG", "NORP", "PERSON", "LOC"), pattern=rf"\b{_EVENT}\b.{{0,60}}\b(?:initiative|proposal|suggestion|request)\b|\b(?:initiative|proposal|suggestion|request)\b.{{0,60}}\b{_EVENT}\b", weight=2),
        NameCue(nouns=("idea",), role="possessor", kinds=("GPE", "ORG", "NORP", "PERSON", "LOC"), pattern=rf"\bidea\b.{{0,30}}\b(?:came|come|comes|originated|stemmed)\b|\bidea of\b.{{0,40}}{_EVENT}", weight=2),
    ),
    "date": (
        NameCue(pattern=rf"\b(?:{_EVENT}|exchang\w+|swap\w*|released?|freed|returned|handed|received|repatriated|transferred|home|arrived|walked free|crossed|welcomed|began|begun|started|completed|came (?:back|down|out|home)|gave back|gave up|let go|let out|set free|sent (?:back|home)|traded|flown|landed|boarded|got back|turned over|delivered|reached|stepped|embraced|hugged|reunited)\b",
                unless=rf"\b(?:agreed|talks|negotiat\w+|last (?:released|exchanged|swapped|such|(?:\w+ )?{_EVENT})|most recent|before (?:this|that) one|until (?:now|this|then)|at that time|previous\w*|earlier|since|until|will|would|expected|submitted|signed|(?:was|were|been|being) (?:captured|seized)|(?:captured|seized) (?:by|in|during|on|near|last)|invaded|invasion|launched|attack\w*|offensive|next|due|scheduled|another (?:exchange|swap|round)|(?:exchange|swap|handover|release) of (?:\d{{1,2}} {_MONTH}|last)|left them|to follow)\b", weight=2),
        NameCue(pattern=r"\b(?:announced|said|statement|confirmed|reported)\b", unless=rf"\b(?:agreed|talks|lost|attack|will|would|operation|losses|earlier|last|(?:exchange|swap|handover|release) of (?:\d{{1,2}} {_MONTH}|last)|left them|to follow)\b", weight=0.8),
    ),
    "stage": (
        NameCue(value="completed", role="clause", pattern=rf"(?:\b(?:complet(?:ed?|es|ing|ion of)|conclud(?:ed?|es|ing)|finished|finali[sz]ed|wrapped up)\b[^.]{{0,60}}\b(?:{_EVENT}|deal)\b|\b{_EVENT}\b[^.]{{0,40}}\b(?:is|was|has been|had been|have been|now|were|is now|been|as)\W+(?:\w+\s+)?(?:complete|completed|concluded|finished|over|done|carried out in full)\b)",
                unless=r"\b(?:once|when|after|if|until|before|not|never|will|would|yet|expected|to be|nobody|no one)\b[^.]{0,60}\b(?:complet|conclud|finish|over\b)|\b(?:first|second|third|initial|opening|latest)\s+(?:phase|stage|part|round|batch|day|step|leg|tranche|half)|\bover the\b", weight=3),
        NameCue(value="partial", role="clause", pattern=rf"\b(?:first|second|third|fourth|initial|opening|latest)\s+(?:\w+\s+)?(?:phase|stage|part|round|batch|day|leg|tranche|half|groups?)\b[^.]{{0,60}}\b(?:{_EVENT}|deal|agreement|prisoners|captives|detainees|hostages|released|freed|civilians|soldiers)\b|\b{_EVENT}\b[^.]{{0,60}}\bin (?:several |two |three |multiple |\d )?(?:stages|phases|batches|waves|tranches)\b|\bfurther (?:rounds|groups|batches|{_EVENT})\b|\banother round\b[^.]{{0,60}}\b(?:planned|due|expected|scheduled|pencilled|set)\b",
                unless=r"\brounds? of (?:direct )?(?:talks|negotiations)\b|\b(?:talks|negotiations)\b.{0,20}$", weight=2.5),
        NameCue(value="partial", role="clause", pattern=rf"\b{_EVENT}\b[^.]{{0,60}}\b(?:will|would|is|to|expected to|planned to|due to|set to|should)\s+(?:be\s+)?(?:continue\w*|resume\w*|go on|run (?:through|until|on)|carried on)\b|\b(?:{_EVENT}|it)\b[^.]{{0,40}}\b(?:continue|resume)\w*\b[^.]{{0,40}}\b(?:coming|next|following)\s+(?:days|week)|\bstill to follow\b|\bremaining (?:\w+ )?(?:on the (?:\w+ )?list|prisoners)\b[^.]{{0,30}}\bto follow\b", weight=2),
        NameCue(value="begun", role="clause", pattern=rf"\b(?:began|begun|begins?|started|starts?|launch(?:ed|es)|kicked off)\s+(?:the |a |an |their |its )?(?:[\w’-]+\s+){{0,4}}?{_EVENT}\b|\b(?:began|begun|started)\s+(?:exchanging|swapping|releasing|freeing|handing over|returning)\b|\b{_EVENT}\b\s+(?:\w+\s+){{0,3}}?(?:began|begun|begins?|started|starts?|was launched|kicked off|got under ?way|is under ?way|under ?way)\b",
                unless=r"\bsince\b[^.]{0,40}\b(?:start|beg)|\b(?:talks|negotiations|war|fighting|operation|invasion)\b[^.]{0,20}\b(?:began|begun|started)|\b(?:will|would|to|before|until)\s+(?:begin|start)", weight=2),
        NameCue(value="planned", role="clause", pattern=rf"\b(?:agreed|plan(?:s|ned)?|expected|due|set|scheduled|slated)\b\s+(?:to (?:hold|carry out|conduct|stage|exchange prisoners)|on|for)?\s*(?:the |a |an |another |their )?(?:[\w,’-]+\s+){{0,4}}?(?:prisoner )?{_EVENT}\b(?! views)|\b{_EVENT}\b\s+(?:is|was|are|were)\s+(?:expected|planned|due|set|scheduled|slated)(?: to (?:take place|be held|begin|start|happen|follow)| for| on|[.,;])",
                unless=r"\b(?:began|begun|started|complet\w+|phase|stage|last|previous|as agreed|views|on the date of|(?:talks|meetings?|negotiations) (?:about|on|over)|took place|freed|released|returned|handed over|continue\w*|run through|came home)\b", weight=1),
    ),
}  # fmt: skip

# --- contested wording -------------------------------------------------------------------------------

_SO = r"(?:so-called )?"


def _contested(refers_to: str, used: str, reason: str, *terms: str) -> Contested:
    return Contested(
        refers_to=refers_to,
        used=used,
        terms=tuple(rf"\b(?:{term})\b" for term in terms),
        reason=reason,
    )


CONTESTED = (
    # First what is longest: a term that a wider one contains is taken by the first entry that has it.
    _contested("the fighting between the parties", "the fighting", "“invasion” and “aggression” name a guilty side, “operation” and “conflict” name none: the brief says who attacked whom where sources say it.",
               r"(?:full-scale |unprovoked |brutal,? |illegal |criminal |unjustified |barbaric |bloody )+(?:invasion|war|aggression|attack|assault)", rf"{_SO}special military operation", r"(?:special|military) operation(?= (?:in|against|to)\b)", r"\bwar of (?:aggression|conquest|liberation|independence|annihilation)", r"(?:escalation|outbreak|resumption|flare-up) of (?:hostilities|violence|fighting)", r"full-scale (?:war|invasion)", r"(?:armed )?aggression against", r"military aggression", r"armed aggression", r"invasion(?= of (?!privacy))", r"peace(?:keeping|-enforcement) operation", r"(?:counter-?terror(?:ism|ist)|anti-terror(?:ist)?|cleansing|liberation) (?:operation|campaign)s?", r"genocidal (?:war|campaign|assault)", r"holy war", r"jihad"),
    _contested("a move of troops into the other side's territory", "the advance across the border", "“raid” makes it small, “invasion” large and “liberation” right; that troops crossed and held ground is what all tell.",
               r"(?:surprise|cross-border|lightning|terrorist|daring|brazen|barbaric|unprovoked|audacious|bold|treacherous) (?:raid|incursion|offensive|attack|advance|assault|foray|operation)s?", r"(?:cross-border )?(?:raids?|incursions?|forays?)", r"surprise (?:attack|offensive)", r"lightning (?:advance|offensive|war)", r"unprovoked (?:assault|attack)", r"(?:liberation|reconquest) of"),
    _contested("territory whose ownership is disputed", "territory whose ownership is disputed", "whether land was taken, freed or joined is what its claimants dispute; the brief says who holds it and who claims it.",
               r"(?:temporarily |illegally |forcibly |militarily )?(?:occupied|annexed) (?:territor(?:y|ies)|regions?|areas?|lands?|parts?|zones?|[A-Z]\w+)", r"(?:temporarily )?occupied", r"illegally annexed", r"liberated (?:territor(?:y|ies)|regions?|areas?|villages?|towns?|lands?)", r"new(?:ly)? (?:territories|regions|incorporated \w+)", r"(?:were |was |been )?(?:incorporated|reunited|reunified|reintegrated) (?:in|into|with)", r"(?:sham |so-called |pseudo-?)?referend(?:a|ums?)", r"(?:historic(?:al)?|ancestral|sovereign|native) (?:lands?|territor(?:y|ies)|soil)", r"breakaway (?:regions?|republics?|territor(?:y|ies)|enclaves?)", r"occupiers?", r"annexation of", r"liberators?"),
    _contested("the people held", "people held", "“hostages” and “political prisoners” say that they are held wrongly, “criminals” that they are held rightly; the brief says who holds them and under what title each side claims.",
               r"(?:civilian |political )?hostages in all but name", r"civilian hostages?", r"political prisoners?", r"prisoners of conscience", r"security prisoners?", r"unlawful combatants?", r"abducted (?:civilians?|citizens?|children|people|soldiers)", r"convicted (?:terrorists?|murderers?|killers?)", r"(?:war )?criminals?", r"\bhostages?(?! (?:crisis|exchange|swap|deal|release))"),
    _contested("a government or authority", "the government", "“regime”, “junta” and “entity” deny a government its standing; who recognises it is for the sources to say.",
               r"(?:so-called )?(?:\w+ )?regimes?", r"(?:so-called )?(?:separatist|rebel|bandit|puppet) (?:government|authorities|leadership|administration)", r"juntas?", r"de facto (?:authorities|government|administration|rulers?)", r"(?:self-proclaimed|self-styled|so-called|puppet|bandit|illegitimate|breakaway|unrecogni[sz]ed) (?:\w+ )?(?:government|authorities|republics?|state|president|leadership|administration|regime)", r"(?:zionist|terrorist|separatist|rebel) (?:entity|statelet)", r"the entity", r"kleptocracy", r"ringleaders?", r"usurpers?", r"(?:il)?legitimate (?:leader|president|ruler|government)", r"warlords?"),
    _contested("the other side's fighters", "fighters", "“terrorists”, “militants” and “freedom fighters” judge the cause they fight for; “soldiers” or “fighters” tells what they do.",
               r"terrorists?", r"terror (?:group|organi[sz]ation|militia)s?", r"militants?", r"extremists?", r"freedom fighters?", r"martyrs?", r"(?:brave |heroic |our )?(?<!rights )(?:defenders?|heroes|lads)", r"(?:\w+ian |\w+ese )?armed formations?", r"bandit(?:s| groups?| formations?)?", r"saboteurs?", r"mercenar(?:y|ies)", r"neo-?nazis?", r"nationalists?(?: battalions?)", r"resistance fighters?", r"separatists?", r"insurgents?", r"the enemy", r"enemy (?:hands|troops|soldiers|forces|captivity)", r"victorious \w* ?army", r"punitive (?:forces|battalions?)", r"invaders?", r"orcs?"),
    _contested("how people came to be held", "taken", "“kidnapped” and “captured” differ in law: which it was is what the sides dispute.",
               r"kidnapp?(?:ed|ing|ings|s)?", r"abduct(?:ed|ion|ions|ing|s)", r"snatch(?:ed|ing)", r"dragged (?:across|over|from|off|into)", r"(?:forcibly |illegally |unlawfully )?(?:deported|deportations?)", r"forcibly (?:transferred|displaced|taken|removed)", r"evacuated (?:to|into)", r"rounded up", r"stolen children", r"illegally (?:detained|held|arrested)", r"arbitrarily detained", r"seized (?:by force|as hostages)", r"“?retentions?”?"),
    _contested("giving oneself up", "surrendered", "whether soldiers gave up or were overpowered is told differently by each side.",
               r"(?:actively|voluntarily|willingly|massively|en masse) (?:surrender(?:ing|ed)?|laying down their arms|laid down their arms)", r"surrender(?:ing|ed)? en masse", r"voluntarily laying down (?:their|his) arms", r"gave themselves up", r"deserted to", r"(?:cowardly|shameful) (?:surrender|retreat)"),
    _contested("the letting go of people", "the release", "“goodwill” praises those who release and “concession” faults them; the brief says who let whom go and for what.",
               r"(?:good-?will|humanitarian) gestures?", r"gestures? of (?:good-?will|humanity|peace)", r"acts? of (?:mercy|humanity|clemency|good-?will|grace)", r"humanitarian acts?", r"humanitarian principles", r"(?:\w+ Day|holiday|birthday) gifts?", r"capitulation", r"threw open the (?:gates|doors)(?: of \w+ \w+ \w+)?", r"boldest (?:swap|exchange)", r"heroes(?:’|'s)? (?:home|return|homecoming)", r"homecoming", r"ransom", r"price of (?:freedom|blood)", r"release of terrorists?"),
    _contested("an action in the fighting as it is praised or belittled", "the action", "how well or how fast it went is what each side claims; the brief gives what is counted and by whom.",
               r"swiftly (?:halted|repelled|crushed|defeated)", r"(?:heroic|glorious|brilliant|crushing) (?:victory|defen[cs]e|advance|defeat|resistance)", r"massacre[ds]?", r"atrocit(?:y|ies)", r"carnage", r"slaughter(?:ed)?", r"barbari(?:c|ty|sm)", r"bloodthirsty", r"annihilat(?:e|ed|ion)", r"liquidat(?:e|ed|ion)", r"neutrali[sz]ed"),
    _contested("a claim that the reporter doubts", "the claim", "whether a claim holds is for its evidence to show: the brief gives the claim, its speaker and what others say to it.",
               r"(?:unfounded|baseless|false|groundless|bogus|outlandish|absurd|discredited|debunked) (?:claims?|allegations?|assertions?|accusations?|charges?)"),
    _contested("a step out of talks", "the end of the talks", "who broke off talks, and whether alone, is what the sides dispute.",
               r"unilaterally (?:withdrew|withdrawn|quit|left|broke off|abandoned)", r"(?:walked|stormed) (?:out of|away from) (?:the )?(?:talks|dialogue|negotiations)", r"torpedoed", r"sabotaged (?:the )?(?:talks|peace|deal|exchange|negotiations)"),
    _contested("the capital of Ukraine", "Kyiv", "the spelling from Ukrainian is the one that its government and most international bodies use; “Kiev” comes by way of Russian.", r"Kiev", r"Kiew"),
    _contested("something told as a tale", "the account", "the comparison entertains; what happened is told without it.", r"akin to an? (?:\w+ )?(?:novel|thriller|film|movie)(?: or an? (?:\w+ )?(?:novel|thriller|film|movie))?", r"(?:adventure novel|political thriller)"),
    _contested("something whose name is disputed", "the name alone", "the prefix denies a claim without arguing against it.", r"so-called", r"self-styled", r"self-proclaimed", r"in all but name"),
)  # fmt: skip

# --- what the words are compared by, and said with ---------------------------------------------------

_NOUNS = (
    "{% if value == 1 %}{{ {'military': 'soldier', 'civilians': 'civilian', 'women': 'woman', 'men': 'man',"
    " 'children': 'child', 'bodies': 'body'}.get(labels.who, 'person') }}{% else %}"
    "{{ {'military': 'soldiers', 'civilians': 'civilians', 'women': 'women', 'men': 'men', 'children': 'children',"
    " 'bodies': 'bodies', 'all': 'people'}.get(labels.who, 'people') }}{% endif %}"
)
_MOVED = """
{%- set d = labels.direction or '' -%}
{%- if labels.occasion == 'planned' -%}
{%- if d == 'each' -%}each side was to receive {{ counts }} under the agreement
{%- elif party -%}{{ counts }} were to be handed over to {{ party }}
{%- elif d == 'total' -%}{{ counts }} in all were to be exchanged
{%- else -%}{{ counts }} were to be exchanged{%- endif -%}
{%- elif labels.occasion == 'earlier' -%}
{%- if d == 'each' -%}each side had received {{ counts }} in an earlier exchange
{%- elif party -%}{{ party }} had received {{ counts }} in an earlier exchange
{%- else -%}an earlier exchange had involved {{ counts }}{%- endif -%}
{%- elif labels.occasion == 'remaining' -%}{{ counts }} were still held
{%- elif labels.occasion == 'other' -%}a further number outside the exchange itself was {{ counts }}
{%- elif d == 'each' -%}each side received {{ counts }}
{%- elif d == 'total' -%}the exchange involved {{ counts }} in all
{%- elif party -%}{{ party }} received {{ counts }}
{%- else -%}the exchange involved {{ counts }}{%- endif -%}
"""
_STAGES = """{{ {'planned': 'the exchange had been agreed but not begun', 'begun': 'the exchange had begun',
'partial': 'only part of the exchange had been carried out',
'completed': 'the exchange was completed'}.get(value, value) }}"""

_STAGE = (
    "{{ {'planned': 'agreed, not begun', 'partial': 'carried out in part'}.get(value, value) }}"
)

_POINT = (
    _NOUNS.replace("value == 1", "false")
    + """
{%- set d = labels.direction or '' %}{% set o = labels.occasion or '' -%}
{%- if o == 'remaining' %} still held
{%- elif o == 'other' %}, outside the exchange itself
{%- elif d == 'each' %}{{ ' each side is to receive' if o == 'planned' else ' each side received' }}
{%- elif party %}{{ ' to be' if o == 'planned' else '' }} handed over to {{ party }}
{%- elif d == 'total' %}{{ ' to be' if o == 'planned' else '' }} exchanged, both sides together
{%- else %}{{ ' to be' if o == 'planned' else '' }} exchanged{% endif -%}
{%- if o == 'earlier' %}, in an earlier exchange{% endif -%}
"""
)

_HEADLINE = """
{%- if labels.direction == 'each' and parties is defined and parties|length == 2 -%}{{ parties|join(' and ') | cap }} exchange {{ counts }} each
{%- elif labels.direction == 'each' -%}Each side receives {{ counts }} in exchange
{%- elif party and others -%}{{ counts }} handed over to {{ party }}, {{ others[0].counts }} to {{ others[0].party }}
{%- elif party and differing is defined and differing -%}{{ counts }} handed over to {{ party }}; accounts differ on number to {{ differing[0] }}
{%- elif party -%}{{ counts }} handed over to {{ party }} in exchange
{%- elif labels.direction == 'total' -%}Exchange involves {{ counts }} in all
{%- else -%}Exchange involves {{ counts }}{%- endif -%}
"""

FIELDS = {
    "figures": FieldRule(
        title="People exchanged", rank=10,
        point=("who", "direction", "occasion"),
        parts={"who": {"all": ("military", "civilians", "women", "men")}},
        party_label="direction", every="each", total="total",
        phrase={"counted": "{{ detail }} " + _NOUNS, "clause": _MOVED, "point": _POINT,
                "headline": _HEADLINE, "headline_disputed": "Accounts differ on the number of {{ point }}"},
        kept={"occasion": ("this",)}, background={"occasion": ("planned", "earlier", "remaining")},
        standing={"occasion": ("remaining",)},
    ),
    "date": FieldRule(title="Date of the exchange", rank=12, exclusive=True, phrase={"clause": "the exchange took place {{ when or ('“' ~ value ~ '”') }}"}),
    "places": FieldRule(title="Where it took place", rank=30, phrase={"clause": "the exchange took place {{ where }}"}),
    "mediators": FieldRule(title="Who mediated", rank=35, denied=r"\b(?:no|nobody|no-one|without|denie[sd]|deny)\b.{0,50}\b(?:mediat\w+|third (?:country|party|state)|go-between|intermediar\w+)", phrase={"clause": "{{ value }} mediated"}),
    "initiators": FieldRule(title="Who proposed the exchange", rank=40, exclusive=True, phrase={"clause": "{{ value }} proposed the exchange"}),
    "stage": FieldRule(title="How far the exchange has come", rank=20, order=("planned", "begun", "partial", "completed"), phrase={"clause": _STAGES, "value": _STAGE}),
    "statements": FieldRule(title="What was said", rank=60),
}  # fmt: skip

# --- examples of our own making, about parties that don’t exist ---------------------------------------

# fmt: off
EXAMPLES = (
    Example(text="Arland got 41 of its gunners back on Tuesday after a handover at the river.", number="41", labels={"who": "military", "direction": "to:Arland", "occasion": "this"}),
    Example(text="Besmark let 17 fishermen sail home to Corvia overnight.", number="17", labels={"who": "civilians", "direction": "to:Corvia", "occasion": "this"}),
    Example(text="Each of the two armies gave up 63 riflemen at the quarry road.", number="63", labels={"who": "military", "direction": "each", "occasion": "this"}),
    Example(text="All told, 126 riflemen changed sides at the quarry road, counting both armies.", number="126", labels={"who": "military", "direction": "total", "occasion": "this"}),
    Example(text="Corvia has been handed the remains of 29 of its dead, the Red Crescent confirmed.", number="29", labels={"who": "bodies", "direction": "to:Corvia", "occasion": "this"}),
    Example(text="Under the Lorne accord, Besmark is to send 300 detainees back to Arland before winter.", number="300", labels={"who": "all", "direction": "to:Arland", "occasion": "planned"}),
    Example(text="The accord would see 150 people freed by each camp in the weeks ahead.", number="150", labels={"who": "all", "direction": "each", "occasion": "planned"}),
    Example(text="Negotiators hope that 480 captives in all will have changed hands by June.", number="480", labels={"who": "all", "direction": "total", "occasion": "planned"}),
    Example(text="In last year’s swap Dunmar took home 88 conscripts.", number="88", labels={"who": "military", "direction": "to:Dunmar", "occasion": "earlier"}),
    Example(text="The two governments had traded 12 spies apiece a decade before.", number="12", labels={"who": "all", "direction": "each", "occasion": "earlier"}),
    Example(text="Since the truce, rounds of releases have freed 2,140 people on both sides together.", number="2,140", labels={"who": "all", "direction": "total", "occasion": "other"}),
    Example(text="Some 700 islanders are still locked up in Besmark, their families say.", number="700", labels={"who": "civilians", "direction": "n/a", "occasion": "remaining"}),
    Example(text="At least 35 sailors have yet to come out of Corvian jails.", number="35", labels={"who": "military", "direction": "n/a", "occasion": "remaining"}),
    Example(text="The raid in March, in which 19 frontier guards were seized, began the crisis.", number="19", labels={"who": "military", "direction": "n/a", "occasion": "other"}),
    Example(text="Shelling killed six villagers while the buses waited.", number="six", labels={"who": "civilians", "direction": "n/a", "occasion": "other"}),
    Example(text="Eleven women stepped off the first bus in Dunmar.", number="Eleven", labels={"who": "women", "direction": "to:Dunmar", "occasion": "this"}),
    Example(text="Arland returned four children to their relatives in Corvia through a church.", number="four", labels={"who": "children", "direction": "to:Corvia", "occasion": "this"}),
    Example(text="Among those flown to Dunmar were 23 men who had lost limbs.", number="23", labels={"who": "men", "direction": "to:Dunmar", "occasion": "this"}),
    Example(text="The rebels’ spokesman put the number handed to Besmark that morning at 54.", number="54", labels={"who": "all", "direction": "to:Besmark", "occasion": "this"}),
    Example(text="Both delegations received 40 coffins on the bridge.", number="40", labels={"who": "bodies", "direction": "each", "occasion": "this"}),
    Example(text="Dunmar expects nine nurses to be released to it on Sunday.", number="nine", labels={"who": "civilians", "direction": "to:Dunmar", "occasion": "planned"}),
    Example(text="Fewer than 200 prisoners of war remain in the hands of either side.", number="200", labels={"who": "military", "direction": "n/a", "occasion": "remaining"}),
)
# fmt: on

# --- what an article on an exchange is known by ------------------------------------------------------
# Words of one sentence, never of the whole text: a stock exchange here and a prisoner there are no swap.

_HELD = r"(?:prisoners?|captives?|detainees?|hostages?|pows?|internees?|abductees?|captured (?:\w+ )?\w+s|jailed (?:\w+ )?\w+s|abducted (?:\w+ )?\w+s|kidnapped (?:\w+ )?\w+s|captivity)"
_TROOPS = r"(?:soldiers?|servicem[ae]n|servicewom[ae]n|troops|fighters?|guerrillas?|rebels?|militants?|officers?|policem[ae]n|pilots?|sailors?|guards?|spies|agents?|convicts?|commanders?|fisherm[ae]n|veterans?|members|conscripts?|terrorists?)"
_REMAINS = r"(?:bodies|remains|corpses|the dead|the fallen)"
_ANYBODY = rf"(?:{_HELD}|{_TROOPS}|{_REMAINS}|people|persons|civilians|citizens|nationals|journalists?|teachers?|workers|engineers|women|children|men|(?:school)?girls|students|pupils|miners|villagers)"
_SWAPS = r"(?:swap(?:s|ped|ping)?|exchang(?:e|es|ed|ing)(?!\s+(?:rates?|offices?|(?:of\s+)?(?:fire|gunfire|shots?|views|words|blows|letters|gifts|ambassadors|information|insults|shirts|contracts|rings|vows|numbers|programmes?|programs?|students?))\b)|trad(?:ed|ing)(?!\s+(?:blows|fire|barbs|accusations|insults|places|blame|union)))"
_FREED = r"(?:releas\w+|freed?|freeing|hand(?:s|ed|ing)? (?:\w+ ){0,3}?(?:over|back|to)|handed|handover|hand-over|turned over|repatriat\w+|transfer\w*|deliver\w+|sent (?:back|home)|return(?:ed|s|ing)?|let\b[^.!?\n]{0,60}?\bgo|let out|gave (?:back|up)|came (?:home|back)|come home|walked free|set free|got (?:back|home)|regained|pardon\w*|part(?:ed)? with|cross(?:ed|ing)|left)"
_GAP = r"[^.!?\n]{0,110}?"
_COUNTED = rf"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|dozens of|hundreds of|scores of|captured|jailed|the|its|their|detained|his)\s+(?:[\w’'-]+\s+){{0,2}}?{_ANYBODY}"
_CHANGE_SIDES = (
    r"(?:captivity|prisoners? of war|pows?|ceasefire|cease-fire|truce|armistice|warring|mediat\w+|go-between|Red Cross|Red Crescent|United Nations"
    r"|both (?:sides|armies|governments|countries)|the two (?:sides|armies|governments|countries|neighbou?rs|enemies)|rebels?|guerrillas?|militia|insurgents?|militants?"
    r"|junta|separatists?|border|frontier|enem(?:y|ies)|repatriat\w+|peace (?:deal|talks|process|agreement|accord)|the agreement|neighbou?r(?:s|ing)?|the (?:other|opposite) (?:way|direction))"
)
_SWAP = (
    rf"(?:\b(?:{_HELD}|body|spy|{_TROOPS})[- ](?:swap|exchange|handover|hand-over|deal|trade)s?\b"
    rf"|\b(?:swap|exchange)s?\s+of\s+(?:[\w’',-]+\s+){{0,4}}?{_ANYBODY}\b"
    rf"|\b{_SWAPS}\s+(?:\w+ ){{0,2}}?{_COUNTED}\b"
    rf"|\b{_ANYBODY}\b{_GAP}\b(?:was|were|been|be|being)\s+(?:\w+ly\s+)?(?:swapped|exchanged|traded)\b"
    rf"|\b{_HELD}\b{_GAP}\b{_SWAPS}\b|\b{_SWAPS}\b{_GAP}\b{_HELD}\b"
    rf"|\btrad(?:ed|ing) (?:them|him|her)\b{_GAP}\b{_ANYBODY}\b)"
)
DETECT = {
    # a swap by name or by its verb; told at the top it is what the article is about
    _SWAP: 0.7,
    rf"\A[\s\S]{{0,250}}?{_SWAP}": 0.3,
    r"\ball[- ]for[- ]all\b|\b(\d[\d,]*)[- ]for[- ]\1\b": 0.6,
    # people let go for others, given and got
    rf"\b{_FREED}\b{_GAP}\b(?:in|as part of an?) (?:return|exchange)(?: deal)?\b": 0.6,
    rf"\b(?:in|as part of an?) (?:return|exchange)(?: deal)?\b{_GAP}\b{_ANYBODY}\b": 0.4,
    rf"\b(?:gave|handed over|freed|released|returned|sent|delivered)\b{_GAP}\b{_ANYBODY}\b{_GAP}\b(?:got|received|took|recovered)\b": 0.6,
    # the held or the dead let go, and a word of the sides between which they went
    rf"\b{_HELD}\b{_GAP}\b{_FREED}\b|\b{_FREED}\b{_GAP}\b{_HELD}\b": 0.6,
    rf"\b{_REMAINS}\s+of\s+(?:[\w’',-]+\s+){{0,4}}?{_ANYBODY}\b{_GAP}\b{_FREED}\b|\b{_FREED}\b{_GAP}\b{_REMAINS}\s+of\s+(?:[\w’',-]+\s+){{0,4}}?{_ANYBODY}\b": 0.6,
    rf"\b{_TROOPS}\b{_GAP}\b{_FREED}\b|\b{_FREED}\b{_GAP}\b{_TROOPS}\b": 0.4,
    rf"\b{_HELD}\b|\bin the hands of\b|\bhad (?:been )?held\b|\bheld (?:by|since|for)\b": 0.2,
    rf"\b{_CHANGE_SIDES}\b": 0.4,
}

PACK = Pack(
    name="exchange",
    title="Exchange of prisoners, hostages or bodies",
    description="Prisoners, hostages or the dead handed over between any parties: how many, who, to whom, when, where, who mediated.",
    facts=ExchangeFacts,
    detect=DETECT,
    people=PEOPLE,
    not_people=(
        "side",
        "country",
        "nation",
        "party",
        "government",
        "state",
        "day",
        "time",
        "year",
        "month",
        "week",
        "tank",
        "vehicle",
        "truck",
        "lorry",
        "carrier",
        "aircraft",
        "drone",
        "settlement",
        "village",
        "region",
        "stage",
        "phase",
        "round",
        "talk",
        "bus",
        "flight",
        "plane",
    ),
    labels={"occasion": OCCASION, "direction": DIRECTION},
    frames=FRAMES,
    names=NAMES,
    fields=FIELDS,
    contested=CONTESTED,
    examples=EXAMPLES,
    occurrence=Occurrence(window_days=4, figures={"occasion": ("this",)}),
    event_title="{% if parties|length == 2 %}Exchange between {{ parties|join(' and ') }}{% else %}Exchange of people held{% endif %}{% if date %}, {{ date | date }}{% endif %}",
    extra={
        "whole": Proposal,
        "before_event": r"\b(?:agreed|agreement|talks|negotiat\w+|deal|announced)\b",
        "people_verbs": (
            *TRANSFER,
            "hold",
            "capture",
            "number",
            "remain",
            "include",
            "kidnap",
            "seize",
            "detain",
            "jail",
            "imprison",
            "admit",
            "escape",
            "die",
            "kill",
            "perish",
            "survive",
            "murder",
            "drag",
            "abduct",
            "arrest",
            "wound",
            "rescue",
            "stay",
            "count",
            "register",
            "acknowledge",
            "change",
        ),
        "followers": {"military": ("member", "element", "follower", "cadre", "brother")},
        # how people may be, besides missing or dead
        "conditions": ("captive", "in captivity"),
        "lists": ("name",),  # "250 names of soldiers" are soldiers
        # what grown men are called by their own: "our boys"
        "endearments": ("boy", "lad", "child"),
        # what one's own are called, in quotation marks too: no other's name for them
        "own_names": ("hero", "warrior", "defender", "brother", "martyr", "comrade"),
        "followers_of_all": r"\bmovement\b",  # whose members are no fighters alone
        "loads": (
            "planeload",
            "busload",
            "boatload",
            "group",
            "batch",
            "contingent",
            "convoy",
            "wave",
            "party",
            "transport",
            "name",
            "body",
            "remains",
            "release",
            "return",
        ),
        "bodies_of": {
            "military": (
                "battalion",
                "brigade",
                "regiment",
                "company",
                "platoon",
                "unit",
                "garrison",
                "squad",
                "patrol",
                "division",
                "squadron",
                "army",
                "corps",
                "militia",
                "troop",
                "force",
            ),
            "all": (
                "crew",
                "staff",
                "team",
                "village",
                "tribe",
                "class",
                "group",
                "delegation",
            ),
        },
        "only_people": (
            "release",
            "free",
            "repatriate",
            "exchange",
            "swap",
            "capture",
            "detain",
            "kidnap",
            "abduct",
            "imprison",
            "jail",
            "pardon",
            "deport",
            "extradite",
            "let go",
            "let",
            "hand over",
            "swap",
            "trade",
            "liberate",
            "take captive",
            "return",
        ),
        "sides": {
            "armed": (
                "rebel",
                "guerrilla",
                "insurgent",
                "separatist",
                "militia",
                "paramilitary",
                "militant",
                "rebels",
                "guerrillas",
                "jihadist",
                "terrorist",
                "extremist",
                "gunman",
                "gunmen",
            ),
            "state": (
                "government",
                "army",
                "junta",
                "authority",
                "authorities",
                "regime",
                "state",
                "loyalist",
                "military",
            ),
        },
        "movements": MOVEMENTS,
        "parts": PARTS,
        "counterpart": COUNTERPART,
        "price": PRICE,
        "price_of": PRICE_OF,
        "people_of_sides": PEOPLE_OF_SIDES,
        "of_any_side": OF_ANY_SIDE,
        "own_people": ("compatriot", "countryman", "countrymen", "ours"),
        "either_way": {  # whoever repatriates captives gives them or gets them
            "repatriate": (
                "prisoner",
                "captive",
                "detainee",
                "inmate",
                "convict",
                "internee",
                "pow",
            ),
            "repatriation": (
                "prisoner",
                "captive",
                "detainee",
                "inmate",
                "convict",
                "internee",
                "pow",
            ),
        },
        "far_verbs": ("deport", "exile", "expel", "extradite", "repatriate", "banish", "return"),
        "same_kind": ("men",),  # "officers and men" are of one kind
        # who stands by and is not exchanged, unless a verb moves them
        "bystanders": (
            "official",
            "leader",
            "elder",
            "mediator",
            "negotiator",
            "delegate",
            "envoy",
            "diplomat",
            "observer",
            "minister",
            "adviser",
            "witness",
            "onlooker",
            "analyst",
            "expert",
            "dignitary",
            "representative",
            "advocate",
            "monitor",
            "facilitator",
            "guarantor",
        ),
        "bystander": "other",
        "bystand": _BODY_OF,
        "states_of": ("wounded", "injured", "sick", "ill"),  # how they are, not who
        "nationals": ("resident", "inhabitant"),  # of a country: its citizens; of a town: civilians
        "people_modifiers": {
            "bodies": ("dead", "fallen", "deceased", "slain", "lifeless", "killed"),
            "women": ("female", "pregnant", "woman", "women"),
            "children": (
                "underage",
                "under-age",
                "teenage",
                "teenaged",
                "juvenile",
                "child",
                "boy",
                "girl",
                "unaccompanied",
            ),
            "civilians": ("civilian",),
            "military": (
                "army",
                "military",
                "navy",
                "naval",
                "uniformed",
                "army's",
                "frontier",
                "captured enemy",
                "enlisted",
                "corps",
                "guard",
                "forces",
                "of army",
                "of battalion",
                "of brigade",
                "of regiment",
                "of garrison",
                "of militia",
                "of navy",
                "of forces",
                "of guard",
                "of sabotage",
                "of reconnaissance",
                "of commando",
                "of guerrilla",
                "of paramilitary",
            ),
        },
        "people_after": {
            "bodies": r"^\s+of (?:them|these|those|the [\w-]+(?: \w+)?)\s+(?:are|were|is)\s+(?:\w+ly\s+|now\s+|already\s+)?dead\b",
            "children": r"^\s+under-?age\b|^\s+of [^.;,]{0,80}\b(?:is|are|was|were) (?:under|below|younger than) (?:the age of )?(?:18|eighteen)\b|^(?:\s+[\w’'-]+){0,5}\s+(?:(?:is|are|was|were|aged)\s+)?(?:under (?:the age of )?(?:18|eighteen)|in their teens|below (?:the age of )?(?:18|eighteen)|younger than (?:18|eighteen)|aged (?:under|between \d+ and 1[0-7]))\b",
        },
        "through_of": ("bodies",),
        "wide": ("prisoner", "captive", "detainee", "inmate"),
        "lead_kinds": {
            "military": r"\b(?:exchang\w+|swap\w*|trad(?:e|ed|es|ing)|releas\w+|freed?|return\w*|hand\w*)\b[^.;\n]{0,60}\b(?:prisoners of war|POWs?|captured (?:soldiers|troops|servicemen|fighters))\b"
            r"|\b(?:prisoner-of-war|POW) (?:swap|exchange)"
        },
        "lead_mixed": r"\b(?:civilians?|hostages?|journalists?|villagers?|fisherm[ae]n|workers?|activists?|policem[ae]n|police|women|children)\b",
        "lead_of": {"occasion": ("this",)},
        "passed_by": (
            "other",
            "ours",
            "relative",
            "family",
            "parent",
            "official",
            "witness",
            "mediator",
            "reporter",
        ),
        "part_kinds": ("bodies", "women", "men", "children"),  # seldom all of those told
        # what they are, not what became of them: a part of those told before
        "states": r"^(?:\s+of [\w’' -]{1,40}?)?\s+(?:are|were|was|is|had been|have been)\s+(?:\w+ly\s+|still\s+|also\s+)*(?:wounded|injured|ill|sick|disabled|unwell|weak)\b(?!\s+(?:in|by|when|during|as)\b)",
        "back": {"men": r"^\s+of (?:the|these|those) men\b"},  # "nine of the men": of those told
        "known": {
            "occasion": ("other", "earlier")
        },  # "the 40 had fought in the north": those told before
        # who holds people is "of" these ("captives of X"), does these to them, and trades them so
        "running": {
            "occasion": ("other",)
        },  # "340 have gone home since May" went somewhere all the same
        "running_total": "total",
        # "the number of captives freed by X rose to 80": where those went who are counted
        "running_before": r"\b(?:number|total|count|tally)\b[^.;]{0,80}\b(?:freed|released|returned|handed over|let go|repatriated)\b[^.;]{0,80}$",
        "party_words": {
            "held": ("captive", "hostage", "fighter", "captivity", "militant", "hand"),
            "gives": (
                "release",
                "free",
                "hand",
                "abduct",
                "exchange",
                "kidnap",
                "capture",
                "seize",
                "hold",
            ),
            "both_ways": ("exchange", "swap", "trade"),
        },
        "continues": {
            "occasion": ("earlier",)
        },  # what follows an earlier exchange in its paragraph tells of that one
        "mixed": "all",
        "bare": "all",
        "aliases": {  # what the tables of countries don't have
            "Kiev": "Ukraine",
            "Serb": "Serbia",
            "Serbs": "Serbia",
            "Croat": "Croatia",
            "Croats": "Croatia",
            "Bosnian": "Bosnia and Herzegovina",
            "Bosnians": "Bosnia and Herzegovina",
            "Bogota": "Colombia",
            "Philippine": "Philippines",
            "Saudi": "Saudi Arabia",
            "Saudis": "Saudi Arabia",
            "Timorese": "East Timor",
            "Ecuadorian": "Ecuador",
            "Kosovo": "Kosovo",
            "Kosovar": "Kosovo",
            "Kosovars": "Kosovo",
            "Pristina": "Kosovo",
            "Yangon": "Myanmar",
            "Rangoon": "Myanmar",
            "Tel Aviv": "Israel",
        },
        # Speakers who stand up for captives: those of whom they say that they were freed are their own.
        "advocates": r"\b(?:prisoners?|captives?|detainees?|abductees?|hostages?)[’']?s?[’']? (?:society|club|association|union|families)\b|\bfamilies of (?:the )?(?:prisoners|captives|hostages|abductees)\b",
        # Speakers who guard prisoners: what they tell of are those whom they let go.
        "keepers": r"\b(?:prisons? (?:service|authority|administration|department|board|system|commission)|penitentiar\w+|correction\w* (?:service|department)|department of corrections)\b",
        "main_verbs": TRANSFER,
    },
)
