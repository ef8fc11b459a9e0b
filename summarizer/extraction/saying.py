"""Words of saying: English verbs, and nouns for those who speak, of no kind of event."""

from __future__ import annotations

import re

__all__ = [
    "AGENCIES",
    "BODIES",
    "COUNTING",
    "COUNT_NOUNS",
    "DOCUMENTS",
    "HUMAN",
    "MEDIA",
    "MEDIA_NAMES",
    "NEEDS_CONTENT",
    "OWN_PEOPLE",
    "PLAIN",
    "RULES",
    "SAYING",
    "SOURCES",
    "STANCES",
    "TOTALS",
    "is_human",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# The verb itself is kept in what comes out, since changing it changes the news.
PLAIN = _set(
    """say tell add claim announce state note stress confirm insist argue warn admit acknowledge
    suggest reiterate repeat declare explain reveal disclose allege assert maintain emphasise
    emphasize underline underscore remark comment respond reply retort counter concede contend
    caution hint indicate inform recount predict specify clarify observe proclaim affirm testify
    shout joke complain lament grumble boast quip protest stipulate conclude reckon opine
    volunteer muse report estimate"""
)
# Verbs whose object alone is a position taken: "welcomed the release".
STANCES = _set(
    """welcome accuse deny praise condemn criticise criticize hail congratulate reject dismiss
    dispute denounce thank blame applaud decry deplore"""
)
# Verbs that say something only with a clause or a quotation to say.
NEEDS_CONTENT = _set(
    """back call put offer believe release issue publish speak count post question express hope
    appeal quote cite verify describe propose promise demand pledge recall write tweet vow urge
    endorse mention list estimate apologise apologize think fear read swear plead
    recommend credit defend assess expect anticipate guess"""
)
SAYING = PLAIN | STANCES | NEEDS_CONTENT
# Verbs that say a number: "put the group at 90", "gave the total as 90", "spoke of 90".
COUNTING = _set(
    "put give speak estimate count list admit place set number tally record report confirm"
)
TOTALS = _set("number total figure toll count tally group sum losses loss size strength breakdown")
# Nouns of reckoning: "by her count", "the agency's figures show".
COUNT_NOUNS = _set(
    "count estimate reckoning tally calculation account admission own telling figure record"
)

MEDIA = _set(
    """agency channel outlet broadcaster newspaper network daily weekly magazine station website
    paper portal tabloid newswire wire bureau blog"""
)
MEDIA_NAMES = _set(
    "news tv radio television times post press herald tribune wire gazette newspaper agency"
)
# Wire services and broadcasters that others cite, as far as the name alone doesn't tell.
AGENCIES = _set(
    """reuters afp ap tass ria-novosti ria interfax xinhua dpa bbc cnn ansa efe anadolu ptv unian
    ukrinform irna isna kyodo yonhap bloomberg belta apa nbc abc cbs dw rfe/rl"""
)
# Nouns for those who do something, which English makes without end: fishers, dissenters, cyclists.
_AGENTIVE = re.compile(r"(?:[a-z]{3,}(?:er|or|ist|man|men|woman|women|ian|eer)|[a-z]{4,}ee)s?$")
_THINGS = _set(
    """number paper letter figure order corner river tower water winter summer power container
    computer border quarter chapter matter factor sector motor door floor error mirror tanker
    bomber trailer poster banner shelter center helicopter committee coffee degree cruiser
    destroyer launcher carrier shower weather cover ladder meter kilometer barrier harbor corridor
    list twist mist toy register counter answer"""
)

# Papers and recordings: what they say is owed to whoever made them.
SOURCES = _set(
    """calculation estimate figure report data count tally statement list footage document record
    video photograph photo image letter message survey study statistic number assessment account
    analysis review post broadcast summary communique communiqué release bulletin text testimony
    information interview note notice remark comment word rumour rumor picture map file filing
    poll chart page book law article sign source-list"""
)
DOCUMENTS = _set("statement text communique communiqué release bulletin announcement report")

# Who an outlet's own people are: what they see, it says itself.
OWN_PEOPLE = _set(
    """witness reporter correspondent journalist photographer observer team crew staff news agency
    reporters correspondents journalists observers newspaper website channel tally count"""
)
# What things are done according to, and that says nothing itself.
RULES = _set(
    """convention law treaty agreement accord deal plan rule protocol constitution term schedule
    principle charter wish formula need procedure arrangement ratio criterion"""
)

BODIES = _set(
    """ministry agency channel office committee commission service group organisation organization
    movement headquarters center centre military army government outlet broadcaster newspaper
    network council court police union company charity hotline mission department authority
    authorities brigade federation forum secretariat parliament embassy staff command navy force
    forces institute foundation association party bank board church hospital delegation cabinet
    administration side team panel tribunal assembly bureau airline operator firm coalition
    alliance league watchdog campaign project initiative club school university regime
    faction front guard"""
)
HUMAN = _set(
    """president minister spokesman spokeswoman spokesperson official commissioner ombudsman
    ombudswoman commander governor mayor general leader envoy aide adviser advisor diplomat
    negotiator chief secretary mother father wife husband witness resident doctor nurse analyst
    lawyer director head chairman chairwoman deputy delegate survivor officer journalist source
    relative sister brother son daughter coordinator representative ambassador chair founder
    teacher driver farmer expert scientist engineer organiser organizer activist judge prosecutor
    worker volunteer student neighbour neighbor owner manager rescuer firefighter man woman girl
    boy aunt uncle grandmother grandfather cousin nephew niece widow friend colleague member
    premier chancellor king queen prince bishop archbishop priest pope imam colonel major captain
    lieutenant sergeant admiral marshal senator congressman lawmaker deputy historian professor
    researcher economist scholar fisherman trader soldier sailor herder shepherd miner refugee
    passenger mourner tourist shopkeeper villager speaker reporter correspondent editor critic
    rival ally returnee diver medic paramedic parent people family inmate warden guard jury
    player coach author artist
"""
)


def is_human(noun: str, *, plural: bool = False) -> bool:
    """Whether a common noun (its lemma) names somebody who can speak, one or many."""
    if noun in HUMAN:
        return True
    known = MEDIA | SOURCES | BODIES | _THINGS
    return plural and noun not in known and _AGENTIVE.fullmatch(noun) is not None
