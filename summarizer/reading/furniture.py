"""What the words of one paragraph tell by themselves: furniture, and of which kind.

The patterns are phrases of the trade in many languages, never an outlet's name. Each is anchored
where such lines begin, and quotations are blanked first where a story could quote the same words.
"""

from __future__ import annotations

import re

from summarizer.reading.text import unquoted, words

__all__ = ["LINK_HEADER", "furniture", "is_appeal_opening", "speaks_to_reader"]

_I = re.IGNORECASE
_CUE = r"[\W_]*"  # arrows, bullets, pictures before the words


def _any(*phrases: str) -> str:
    return "(?:" + "|".join(phrase for group in phrases for phrase in group.split(" | ")) + ")"


_LINK_WORDS = _any(
    "read (?:more|also|next|on|further)(?: details| here| about it)? | (?:also|further) read(?:ing)? | see also",
    "read the (?:full|original|whole|rest of the) (?:story|article|report|text|interview)(?: here)?",
    "(?:more|read more) (?:on|from|about) [^.:]{2,60} | click (?:here)?(?: to| for)? (?:read|watch|view|see|more)[^.]{0,40}",
    "related(?: (?:articles?|stories|story|coverage|news|topics?|links?|content|posts?|reading|items))?",
    "recommended(?: (?:for you|reading|stories|articles|videos))? | you (?:may|might) (?:also )?(?:like|be interested in|have missed)",
    "(?:don'?t|don’t) miss | must[- ](?:read|watch)s? | editor[s'’]{0,2} (?:picks?|choice) | in case you missed it",
    "(?:most|more) (?:read|popular|viewed|shared|commented)(?: stories| articles| news)? | trending(?: now| stories)?",
    "(?:top|latest|breaking|other|more|popular) (?:stories|news|headlines|articles|posts|videos)(?: for you)?",
    "watch(?: now| live| also| the video| more)? | listen(?: now| also| to this article)? | also on (?:this |our )?(?:site|page|channel)",
    "(?:keep|continue) reading | explore more | dig deeper | up next | (?:next|previous) (?:article|story|post) | what to read next",
    "lire (?:aussi|également|la suite|plus) | à (?:lire|voir)(?: aussi| également)? | voir aussi | sur le même sujet | pour aller plus loin",
    "lesen sie (?:auch|mehr|dazu|hier)(?: dazu| hier)? | mehr (?:zum thema|dazu|lesen) | auch interessant | siehe auch | weiterlesen | (?:das könnte sie|könnte sie) auch interessieren",
    "(?:lea|lee|leer|ver|vea|mira|mire) (?:también|más|además) | (?:le|te) puede interesar | más información | noticias relacionadas | además en",
    "(?:leia|veja|confira) (?:também|mais) | saiba mais | notícias relacionadas",
    "leggi anche | leggi (?:tutto|di più) | per approfondire | vedi anche | potrebbe interessarti",
    "lees (?:ook|meer|verder) | bekijk ook | läs (?:också|även|mer|vidare) | les (?:også|mer) | læs (?:også|mere) | lue myös | lue lisää",
    "(?:prze)?czytaj (?:też|także|również|więcej|dalej) | zobacz (?:też|także|również) | čtěte (?:také|více) | přečtěte si také | prečítajte si aj",
    "ayrıca (?:okuyun|bakınız) | devamını oku | (?:i̇|i|İ)lgili haber(?:ler)? | daha fazla oku | bunlar da ilginizi çekebilir",
    "(?:читайте|смотрите|см\\.?) (?:также|по теме|ещё|еще) | читать (?:далее|также|полностью) | (?:ещё |еще |материалы )?по теме | подробнее",
    "(?:читайте|дивіться) також | читати (?:далі|більше) | за темою | citește (?:și|mai mult) | citiți și | διαβάστε (?:επίσης|ακόμα|περισσότερα)",
    "baca (?:juga|selengkapnya) | lihat juga | xem thêm | đọc thêm | soma (?:pia|zaidi) | (?:olvassa|olvasd) (?:el|tovább) | kapcsolódó cikk(?:ek)?",
    "اقر[أا] (?:أيضا|أيضًا|أيضاً|ايضا|المزيد) | شاهد (?:أيضا|أيضًا|أيضاً) | مواضيع ذات صلة | بیشتر بخوانید | قراءة المزيد",
    "(?:यह|ये) भी (?:पढ़ें|देखें) | और पढ़ें | संबंधित (?:ख़बरें|खबरें) | আরও পড়ুন | קראו (?:גם|עוד) | ראו גם",
    "相关阅读 | 延伸阅读 | 阅读更多 | 相关新闻 | 推荐阅读 | 関連記事 | あわせて読みたい | 続きを読む | 관련 ?기사 | 더 읽기",
)
_LINK_ALONE = re.compile(rf"{_CUE}{_LINK_WORDS}[\W_]*$", _I)
_LINK_MARKED = re.compile(rf"{_CUE}{_LINK_WORDS}\s*(?:[:：|»›>→▶►]|[-–—]\s)\s*\S", _I)
_LINK_OPEN = re.compile(rf"{_CUE}({_LINK_WORDS})\s+\S", _I)
_ONE_WORD = re.compile(r"[\W_]*\w+[\W_]*$")
LINK_HEADER = _LINK_ALONE
"""A line that only announces links: the headlines under it are links too."""

_STOP = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]*$")
_LONGEST_LINK = 30

_START = {
    "subscribe line": _any(
        "(?:please )?subscrib(?:e|ers) (?:to|now|today|for|here|free|agree)\\b | sign[- ]?up (?:for|to|here|now|today|with|free)\\b",
        "get (?:our|the|your|all the|unlimited|every)\\b.{0,60}(?:newsletter|inbox|stor(?:y|ies)|alerts?|briefing|app|access|news) | by (?:signing up|subscribing|registering|clicking)",
        "(?:our|the|this|a) (?:\\w+ )?(?:free |daily |weekly |morning |evening )+newsletter | (?:enter|submit) your e-?mail | your e-?mail address",
        "join (?:our|us on|us for|the conversation|\\d[\\d,.]* (?:other )?(?:readers|subscribers)) | follow (?:us|our|@\\w+|\\S+ on (?:x|twitter|facebook|telegram|whatsapp|instagram|google|youtube))\\b",
        "(?:already|not) a(?: paid| paying)? (?:subscriber|member)\\b | (?:log|sign) in (?:to|or|here)\\b | create (?:a|your)(?: free)? account | start your (?:free )?(?:trial|subscription)",
        "(?:download|install|get) (?:our|the) (?:\\w+ ){0,3}app\\b | (?:never|don'?t|don’t) miss (?:a|an|the|our|out)\\b | stay (?:informed|up[- ]to[- ]date|connected|in the know) | turn on notifications",
        "this (?:article|story|content) is (?:for|available to|reserved for|free for) (?:subscribers|members|registered) | (?:unsubscribe|manage (?:your )?(?:preferences|subscription))\\b",
        "(?:abonnez|inscrivez)-vous | (?:suivez|rejoignez|retrouvez)-nous | recevez (?:notre|nos|chaque|toute)\\b | téléchargez (?:notre|l)",
        "(?:jetzt )?abonnieren sie | (?:den |unseren )?newsletter abonnieren | melden sie sich (?:für|zu|an)\\b | folgen sie uns | jetzt (?:abonnieren|anmelden|registrieren|herunterladen)",
        "suscr[ií]b(?:ete|ase|anse|irse)\\b | reg[ií]str(?:ate|ese)\\b | s[ií]gu(?:enos|anos)\\b | únete a | recib[ae] (?:nuestr|en tu|cada|gratis|las noticias) | descarga (?:nuestra|la) ",
        "assine (?:a |o |nossa|já|agora|grátis) | inscreva-se | siga-nos | siga o | receba (?:nossa|as notícias|em seu|no seu|gr[aá]tis) | participe do (?:nosso )?canal | entre no (?:nosso )?(?:canal|grupo)",
        "iscriviti | abbonati | seguici | scarica (?:la nostra |l['’])app | abonneer (?:je|u)\\b | meld (?:je|u) aan | schrijf (?:je|u) in | volg ons",
        "prenumerera (?:på|nu) | följ oss | følg oss | abonner på | zapisz się (?:na|do)\\b | (?:za)?subskrybuj | obserwuj nas | (?:śledź|polub) nas | přihlaste se | sledujte nás",
        "abone ol(?:un)? | bizi (?:\\S+ )?takip ed | (?:bültenimize|kanalımıza) | подпи(?:шитесь|сывайтесь|шись) | следите за (?:нами|нашими|новостями|обновлениями) | читайте нас (?:в|на)\\b | наш (?:телеграм|telegram)",
        "підпи(?:шіться|суйтесь|суйтеся) | стежте за (?:нами|нашими) | читайте нас | (?:berlangganan|ikuti (?:kami|berita|saluran)|gabung (?:di|ke)) | jiunge (?:na|nasi) | jiandikishe | đăng ký (?:nhận|theo) | theo dõi chúng tôi",
        "اشترك(?:وا)? (?:في|الآن|معنا) | تابعونا | تابعنا | انضموا? إلى قنا | مشترک شوید | (?:हमें|हमारे) .{0,30}(?:फॉलो|सब्सक्राइब) | 订阅 | 关注我们 | 扫码 | メルマガ | 購読 | (?:구독|팔로우)하",
    ),
    "donation appeal": _any(
        "(?:please )?donate(?: now| today| here| to us|!|$) | make a (?:donation|gift|contribution)(?: now| today| to (?:us|support)|!|$) | (?:please )?(?:consider|help) (?:us|supporting|donating|becoming|keep|fund)\\b",
        "support (?:us|our|independent|quality|free|fearless|local|trusted|the work of) | support [A-Z][\\w.&' ’-]{1,40}!$ | become (?:a|an|our) (?:\\w+ )?(?:member|supporter|patron|friend|subscriber)\\b",
        "your (?:support|donation|contribution|gift|membership|help)\\b | (?:every|each|any) (?:contribution|donation|gift|dollar|euro|pound)\\b | (?:buy|treat) us a coffee | fund (?:our|independent) | chip in",
        "not ready to (?:support|donate|subscribe) | remind me (?:later|in) | (?:we|our journalism|this journalism|our newsroom) (?:rely|relies|depend|depends|needs?) on\\b.{0,40}(?:reader|you|support|donation)",
        "soutenez(?:-nous| notre| une| la presse| le journalisme)| faites un don | je fais un don | unterstützen sie (?:uns|unsere|unabhängig) | (?:jetzt )?spenden(?: sie)?(?: jetzt| für|!|$)",
        "apóy(?:anos|enos) | apoya (?:el|nuestro|a) period | (?:haz|haga) (?:una|tu|su) (?:donación|aporte) | apoie (?:o|nosso|a gente)| faça uma doação | sostien(?:i|ici) (?:il nostro|la nostra|il giornalismo)| sostienici | fai una donazione",
        "steun (?:ons|onze|onafhankelijk) | doneer (?:nu|!|$) | stöd oss | støtt oss | wesprzyj (?:nas|nasz) | wspieraj nas | podpořte nás | bize destek ol | (?:поддержите|поддержать) (?:нас|нашу|наш|редакцию|независим)",
        "підтримайте (?:нас|нашу|наш|редакцію) | dukung (?:kami|jurnalisme) | ادعم(?:وا)? (?:نا|الصحافة|صحافت) | ادعمونا | tuunge mkono | changia",
    ),
    "cookie notice": _any(
        "(?:we|this (?:web)?site|our (?:web)?site|this page)(?: and our partners)? uses? cookies | (?:accept|reject|manage|allow)(?: all)? cookies | cookies? (?:settings|policy|preferences|notice|consent)",
        "by (?:continuing|using|browsing|clicking)\\b.{0,80}(?:cookies|privacy|terms) | we (?:value|respect|care about) your privacy | your privacy (?:choices|matters|settings) | we and our \\d* ?partners",
        "(?:nous utilisons|ce site utilise) (?:des|les) cookies | (?:tout )?accepter les cookies | (?:wir verwenden|diese (?:web)?seite (?:verwendet|nutzt)|wir nutzen) cookies",
        "(?:utilizamos|usamos|este sitio (?:web )?(?:utiliza|usa)|este site (?:utiliza|usa)) (?:os )?cookies | (?:utilizziamo|questo sito (?:utilizza|usa)) (?:i )?cookie | (?:wij gebruiken|deze website gebruikt) cookies",
        "(?:мы используем|этот сайт использует|сайт использует) (?:файлы )?cookies? | ми використовуємо (?:файли )?cookies? | (?:ta strona|nasza strona|strona) używa | używamy plików cookie | bu (?:web )?site(?:si)? çerez | (?:web )?sitemizde çerez | kami menggunakan cookie | نستخدم ملفات",
    ),
    "rights notice": _any(
        "(?:copyright\\s*)?(?:©|\\(c\\)|®)\\s*(?:copyright )?(?:\\d{4}|[A-Z]) | copyright\\s+\\d{4} | all rights reserved | this (?:material|article|content|work) (?:may|is|can|must) (?:not )?(?:be )?(?:published|reproduced|copyright|protected|licensed|republished)",
        "tous droits réservés | alle rechte vorbehalten | todos los derechos | todos os direitos | tutti i diritti | alle rechten voorbehouden | все права защищены | усі права захищен | всі права захищен | wszelkie prawa zastrze | (?:tüm|her) hakkı saklıdır | hak cipta | جميع الحقوق | 版权所有",
        "(?:reproduction|republication) (?:is )?(?:prohibited|without|interdite) | (?:при (?:полном|любом|использовании|цитировании|копировании)) .{0,60}(?:ссылк|материал)",
        "terms (?:of (?:use|service)|and conditions|& conditions)\\b[^.]{0,60}$ | privacy (?:policy|notice|statement)\\b[^.]{0,60}$ | this site is protected by recaptcha",
    ),
    "advertisement": _any(
        "(?:advertisement|advertisment|advertising|sponsored(?: content| by [^.]{2,40}| post)?|promoted(?: content| by [^.]{2,40})?|paid (?:content|post)|ad)\\W*(?:continue reading.{0,20}|scroll.{0,30}|story continues.{0,20})?$",
        "(?:story|article) continues (?:below|after)\\b | (?:scroll|continue) (?:down )?(?:to|below|reading)(?: to)? (?:continue|below|the main story).{0,30}$ | skip (?:ad|advertisement|to (?:main )?content) | remove ads",
        "(?:publicité|anzeige|werbung|publicidad(?:e)?|pubblicità|advertentie|annons|annonse|annonce|reklama?|реклама|iklan|إعلان|विज्ञापन|广告|広告|광고)\\W*$ | la suite après (?:la|cette) publicité | der artikel geht .{0,30}weiter | continue (?:após|depois d)a publicidade",
    ),
    "share bar": _any(
        "share(?: this)?(?: (?:article|story|post|page|video))?(?: (?:on|via|with|to|by)\\b.{0,60})?\\W*$ | (?:print|e-?mail|copy|save|bookmark|gift|listen to|report) this(?: (?:article|story|page|link))?\\W*$ | (?:copy|get) (?:the )?link\\b.{0,20}$",
        "(?:\\d[\\d.,]*[km]? )?(?:shares?|comments?|likes?|views?|reactions?|retweets?)\\W*(?:\\d[\\d.,]*[km]?)?\\W*$ | (?:leave|post|add|write|view|show|load|read) (?:a |your |all |the )?(?:comments?|reply)(?: \\(?\\d+\\)?)?\\W*$ | be the first to comment",
        "\\d+[- ]?min(?:ute)?s?(?: |-)read\\W*$ | reading time\\b.{0,20}$ | (?:estimated )?read(?:ing)? time\\b.{0,20}$ | font size\\W*.{0,10}$ | (?:back|return|scroll) to (?:the )?(?:top|home(?: ?page)?)\\W*$",
        "partag(?:er|ez)(?: (?:sur|cet|l['’]).{0,40})?\\W*$ | teilen(?: (?:auf|per|via).{0,30})?\\W*$ | (?:artikel )?(?:drucken|teilen|merken)\\W*$ | compart(?:ir|e|a|ilhe|ilhar)(?: (?:en|esta|este|no|em|por).{0,40})?\\W*$ | condividi(?: (?:su|questo).{0,30})?\\W*$",
        "(?:udostępnij|podziel się|sdílet|paylaş(?:ın)?|поделиться|поделитесь|поширити|поділитися|bagikan|chia sẻ|شارك|شارك المقال|साझा करें|शेयर करें|分享|シェア|공유)(?: .{0,30})?\\W*$ | (?:del|dela|delen)(?: (?:på|artikel|dit).{0,30})?\\W*$",
    ),
    "site furniture": _any(
        "(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|sections?|labels?|posted in|mots[- ]clés|schlagw[oö]rter|etiquetas|temas|tagi|теги|рубрика|метки|etiketler|الوسوم)\\s*[:：|] | (?:home|main)?\\s*(?:>|›|»|/)\\s*\\w",
        "the post .{3,200} (?:appeared|was published) first on | (?:this|the) (?:article|story|post|piece) (?:was )?(?:first|originally) (?:appeared|published|posted)\\b | (?:originally|first) (?:published|appeared) (?:on|in|at|by)\\b.{0,80}$ | originally posted",
        "(?:finally,? )?we (?:wish|hope)(?: that)? .{0,80}(?:provided you|(?:enough|useful) information|enjoyed|found this) | (?:thank you|thanks) for (?:reading|visiting|watching|subscribing|your support|being a)\\b.{0,80}$",
        "(?:have|got|do you have) (?:you )?(?:got )?(?:a|any|an?y? (?:news )?)(?: ?news)? ?(?:story|tip|tips|stories|question|questions|feedback|correction)\\b.{0,120}\\? | (?:contact|write to|e-?mail|reach) (?:us|the (?:newsroom|editors?|author|reporter)) (?:at|on|via|here)\\b | send (?:us|your) (?:a )?(?:tips?|stor(?:y|ies)|photos)",
        "(?:report|spot|found) (?:a|an) (?:typo|error|mistake)\\b | (?:нашли|заметили) (?:ошибку|опечатку) | powered by \\S+.{0,30}$ | (?:loading|please wait|play video|video player|javascript is)\\b.{0,60}$ | (?:you need to enable|please enable) (?:javascript|cookies)",
        "(?:previous|next|page \\d+(?: of \\d+)?|show more|load more|view (?:all|more|gallery)|see (?:all|more)|expand|collapse|close|menu|search|skip to (?:main )?content|home|back|continue|ok|accept|open in app)\\W*$ | toggle navigation",
        "(?:file|archive|library|stock|representational|representative|illustrative) (?:photo|image|picture|footage)\\W*$ | the views expressed | views expressed (?:in|here) | disclaimer\\s*[:：] | this (?:story|article) (?:has been|was) (?:auto|translated (?:automatically|by)|published from a (?:wire|syndicated))",
    ),
}
_LONGEST = {"cookie notice": 120, "rights notice": 90, "site furniture": 60, "share bar": 16, "advertisement": 16}
_STARTS = tuple(
    (reason, re.compile(rf"{_CUE}(?:{pattern})", _I), _LONGEST.get(reason, 60))
    for reason, pattern in _START.items()
)
_ANYWHERE = re.compile(r"\ball rights reserved\b|\bsubscribers agree to\b|\bprivacy policy\b.{0,40}\bterms of\b", _I)

_NETWORKS = re.compile(
    r"(?:[\s|,/•·+&-]|\band\b|\bor\b|\b(?:share|tweet|post|pin|print|e-?mail|mail|copy link|link|copy|save|comments?|facebook|fb|twitter|x|whatsapp|telegram|viber|instagram|linkedin|reddit|pinterest|tumblr|flipboard|pocket|messenger|threads|bluesky|mastodon|youtube|tiktok|vk|vkontakte|ok|odnoklassniki|line|weibo|wechat|xing|snapchat|rss|google(?: news)?|more|follow|teilen|partager|compartir|\d[\d.,]*[km]?)\b)+$",
    _I,
)

_OPENING = re.compile(
    rf"{_CUE}(?:"
    + _any(
        "dear (?:\\S+ )?(?:readers?|friends?|supporters?|subscribers?|members?)\\b | an? (?:message|note|letter|word|appeal) (?:from|to) (?:the |our |your )?(?:\\S+ ){0,5}(?:readers|editors?|team|newsroom)\\b | a message from\\b[^.]{2,60}:?$ | before you (?:go|leave|close)\\b",
        "(?:since|as|now that|while) you[’']?(?:re| are| have|ve)(?: made it| here| reading| read)\\b | why we need you | we need your (?:help|support) | (?:help|stand with) us\\b | will you (?:help|support|join)\\b | can you help us",
        "support (?:independent|quality|fearless|our|local|free) (?:\\w+ )?(?:journalism|newsroom|reporting|media|press)\\b | (?:our|independent|good|quality) journalism (?:needs|costs|is|depends|relies)\\b",
        "chers? (?:lecteurs|lectrices|amis) | chère lectrice | liebe leser(?:innen)? | queridos? lector(?:es)? | estimados? lector | car[oi]s? (?:leitor|lettor)(?:es|i)? | beste lezers? | kära läsare | kjære lesere? | drodzy czytelnicy | (?:milí|vážení) čtenáři | değerli okur | sevgili okur | дорогие (?:читатели|друзья) | дорогі (?:читачі|друзі) | pembaca yang | wapenzi wasomaji | أعزاءنا القراء | عزيزي القارئ | प्रिय पाठक | 亲爱的读者 | 読者の皆",
    )
    + ")",
    _I,
)
_READER = re.compile(
    r"\b(?:we|our|us|ours|you|your|yours|nous|notre|nos|vous|votre|vos|wir|unsere?[nmrs]?|uns|sie uns|ihre?[nmrs]?|nosotros|nuestr[oa]s?|usted|ustedes|tu|su apoyo|nós|nosso?s?|nossas?|você|noi|nostr[oiae]|voi|vostr[oiae]|wij|we|ons|onze|jouw|je|vi|vår[at]?|dig|din|nas|nasz[aey]?|wasz[ae]?|twoje?|мы|нас|нам|наш\w{0,3}|вы|вас|вам|ваш\w{0,4}|ми|biz|bize|bizim|siz|sizin|kami|anda|sisi|wewe|نحن|لنا|دعمكم|हम|हमारे?ी?|आप\w{0,3}|我们|您|你|私たち|皆様|us)\b"
    r"|\b\w+(?:imiz|ımız|umuz|ümüz|iniz|ınız|unuz|ünüz)\w{0,4}\b|我们|您",
    _I,
)
_NEWSLETTER = re.compile(
    r"\b(?:news ?letters?|mailbox|(?:your|e-?mail) inbox|unsubscribe|privacy policy|terms of (?:use|service)|paywall|boletín|lettre d['’]information|infolettre|nyhetsbrev|nieuwsbrief|bülten\w*|рассылк\w+|розсилк\w+)\b",
    _I,
)
_GIVING = re.compile(
    r"\b(?:donat\w+|contribut(?:e|ion|ions|ing)|your (?:support|help)|support(?:ing|ed)? (?:us|our|independent)|membership|reader[- ](?:funded|supported)|crowdfund\w*|dons?|faire un don|soutien|spenden?\w*|unterstütz\w+|donaci(?:ón|ones)|aporte\w*|doaç\w+|donazion\w+|giften|donatie\w*|darowizn\w+|пожертвован\w+|поддерж\w+|пожертв\w+|підтрим\w+|bağış\w*|donasi|mchango)\b",
    _I,
)
_PRESS = re.compile(
    r"\b(?:journalis\w+|newsroom|reporting|readers?|stories|news|press|periodismo|jornalismo|giornalismo|presse|rédaction|redaktion|redacción|lecteurs?|leser\w*|lector\w*|журналист\w*|редакци\w+|читател\w+|журналіст\w*|читач\w*|gazetecilik|okur\w*|dziennikar\w+|czytelni\w+)\b",
    _I,
)
_YOU = re.compile(r"\b(?:you|your|yours|vous|votre|vos|ihre?[nmrs]?|usted|tu|su|você|sua|seu|tua|tuo|je|jouw|din|dig|twoj\w*|вы|вас|вам|ваш\w*|ви|siz\w*|anda)\b", _I)

_AT_HANDLE = re.compile(r"(?:^|[.!?…\"”)]\s+|\bvia\s+|[|/]\s*)@\w[\w.]{2,}\W*$")
_CREDIT_START = re.compile(
    rf"{_CUE}"
    + _any(
        "(?:file |archive |cover |feature[d]? |stock )?(?:photos?|images?|pictures?|pics?|illustrations?|graphics?|video|foto|fotos|bild|imagen|imagem|immagine|zdjęcie|fot|фото|світлина|ilustrasi|गेटी|图片|写真|사진|صورة)\\.?(?: (?:credits?|courtesy|source|by|from|caption)\\b[^:]{0,20})?\\s*[:：©/|]",
        "(?:photograph|photo|picture|image|illustration|video)s?(?: (?:is|was))? (?:by|courtesy(?: of)?|credit|taken by|provided by|via)\\b | (?:credits?|crédits?|bildnachweis|quelle|créditos?|crediti|caption|image source|источник фото)\\s*[:：] | crédit photo | getty images\\b",
    ),
    _I,
)
_CREDIT_END = re.compile(
    r"(?:[(\[]\s*(?:(?:file |handout |archive )?(?:photo|image|picture|pic|foto|фото|credit|courtesy|source|screengrab|screenshot|via)\b[^()\[\]]{0,80}|[^()\[\]]{2,50}/[^()\[\]]{2,50}|file)\s*[)\]]"
    r"|\b(?:photo|image|picture|credit|photograph|foto|фото)\s?[:：]\s?[^.]{2,80}|\b(?:photo|photograph|image|picture|foto) by [A-Z][^.]{2,60}"
    r"|(?:[.!?”\"]|\s[-–—|])\s*(?:©\s?)?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}\s?/\s?(?:[A-Z][\w.’'-]+ ?){1,4}|©\s?[A-Z][^.]{2,60}|\bgetty images)\s*\.?$",
    re.UNICODE,
)
_LONGEST_CAPTION = 60

_BYLINE = re.compile(
    r"(?:by|written by|reported by|story by|par|von|por|di|door|av|автор:?|by:)\s+(?:[A-ZÀ-ÝА-Я][\w.’'-]*(?: (?:de|da|van|von|al|el|bin|der|la|di|and|et|und|y|e|&|in|for|i)\b)?,? ?){1,9}$"
)
_CREDITS = re.compile(
    r"[(\[]?(?:additional |further )?(?:reporting|writing|editing|compiled|edited|translated|translation|research|graphics|production)(?: and \w+)? by [A-Z][^.;]{2,80}(?:[;,].{2,160})?[)\]]?\.?$",
    _I,
)
_STAMP = re.compile(
    r"(?:(?:first |last |date )?(?:published|posted|updated|modified|issued|created|publié|mis à jour|veröffentlicht|aktualisiert|stand|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|publicerad|opublikowano|aktualizacja|yayınlanma|güncelleme|опубликовано|обновлено|опубліковано|оновлено|diterbitkan|نشر)\b[^.!?]{0,20}?[:：]?\s.{0,12}\d[^.!?]{0,60}|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} [A-Za-z]{3,9}|[A-Za-z]{3,9} \d{1,2}),? \d{4}(?:[ ,|@-]+(?:at )?\d{1,2}[:.]\d{2}.{0,20})?)$",
    _I,
)


def furniture(line: str) -> str | None:
    """The reason for which a paragraph is not the story, told by its own words alone; null if it may be."""
    size = words(line)
    if size == 0:
        return "site furniture"
    reason = _link(line, size)
    if reason:
        return reason
    plain = unquoted(line)
    for reason, pattern, longest in _STARTS:
        if size <= longest and pattern.match(plain) and not _reports(reason, plain, size):
            return reason
    if _NETWORKS.match(line) and size <= 16:
        return "share bar"
    if _ANYWHERE.search(plain) and size <= 60:
        return "rights notice" if "rights" in plain.lower() else "subscribe line"
    return _appeal(plain) or _around(line, size)


def is_appeal_opening(line: str) -> bool:
    """Whether an address to the readers begins here that the next paragraphs may go on with."""
    return bool(_OPENING.match(line))


def speaks_to_reader(line: str) -> bool:
    """Whether the outlet says "we" or "you" outside quotations: a reporter's paragraph does not."""
    return bool(_READER.search(unquoted(line)))


def _link(line: str, size: int) -> str | None:
    if size > _LONGEST_LINK:
        return None
    if _LINK_ALONE.match(line) or (_LINK_MARKED.match(line) and not _sentence_after_dash(line)):
        return "link line"
    opened = _LINK_OPEN.match(line)
    if not opened or _STOP.search(line):
        return None
    cue = opened.group(1)
    shouted = cue.isupper() and not line.isupper()
    return "link line" if shouted or not _ONE_WORD.match(cue) else None


def _sentence_after_dash(line: str) -> bool:
    """ "Watch – the market fell …" and the like may be prose: only a colon or an arrow is plain."""
    return bool(re.match(r"[^:：|»›>→▶►]*\s[-–—]\s", line)) and bool(_STOP.search(line))


def _reports(reason: str, plain: str, size: int) -> bool:
    """Whether the line tells news about giving or subscribing: somebody says so, and no one is addressed."""
    if reason not in {"subscribe line", "donation appeal"} or size < 8:
        return False
    if _YOU.search(plain) or re.search(r"\b(?:us|our|newsletter)\b", plain, _I):
        return False
    return bool(re.search(r"\b(?:said|says|told|according|announced|reported|urged|were|was|has|have)\b", plain, _I))


def _appeal(plain: str) -> str | None:
    if _NEWSLETTER.search(plain) and _YOU.search(plain):
        return "subscribe line"
    if _GIVING.search(plain) and _PRESS.search(plain) and _READER.search(plain) and _YOU.search(plain):
        return "donation appeal"
    return None


def _around(line: str, size: int) -> str | None:
    if size <= _LONGEST_CAPTION:
        if _AT_HANDLE.search(line) and not re.search(r"[:,]\s*[“\"][^”\"]*[”\"]\s*@\w+\W*$", line):
            return "caption"
        if _CREDIT_START.match(line):
            return "caption"
        if _CREDIT_END.search(line) and line.count(". ") <= 2:
            return "caption"
    if size <= 14 and _BYLINE.match(line):
        return "byline"
    if size <= 40 and _CREDITS.match(line):
        return "byline"
    return "publication line" if size <= 16 and _STAMP.match(line) else None
