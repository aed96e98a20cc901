/**
 * What news sites print round a story, in the words they print it: data, one list a duty, folded to lower case without
 * closing punctuation. Taken from the habits of newspaper chains, broadcasters and agencies' own sites.
 */

/** Alone on its line: the story is over, what follows is discussion, lists of other stories, or the foot of the page. */
// prettier-ignore
export const endPhrases: readonly string[] = [
  'want more stories like this', 'want more', 'enjoyed this article', 'did you like this article', 'you may like',
  'more great stories', 'editor picks',
  // English
  'comments', 'comment', 'view comments', 'show comments', 'leave a comment', 'post a comment', 'add a comment',
  'join the conversation', 'join the discussion', 'conversation', 'be the first to comment', 'leave a reply',
  'responses', 'start the discussion', 'sort by newest', 'videos', 'more videos', 'video', 'related videos',
  'top videos', 'latest videos', 'view more video', 'view more videos', 'watch more', 'recommended videos',
  'popular videos', 'most read', 'most popular', 'most viewed', 'most shared', 'most commented', 'trending',
  'trending now', 'trending stories', 'trending articles', 'popular', 'popular stories', 'popular articles',
  'popular now', 'what others are reading', 'top stories', 'top headlines', 'more stories', 'more news',
  'more headlines', 'latest stories', 'latest headlines', 'more top stories', 'more in', 'other stories',
  'other news', 'editors’ picks', "editors' picks", "editor's picks", 'editor’s picks', 'don’t miss', "don't miss",
  'must reads', 'must read', 'you may also like', 'you might also like', 'you may be interested in', 'you might like',
  'recommended', 'recommended for you', 'recommended stories', 'recommended reading', 'recommendations',
  'around the web', 'from the web', 'from around the web', 'promoted stories', 'promoted content', 'sponsored',
  'sponsored content', 'sponsored stories', 'paid content', 'partner content', 'paid for and presented by',
  'about the author', 'about the writer', 'about our ads', 'contact us', 'about us', 'all rights reserved',
  'terms of use', 'terms of service', 'privacy policy', 'read next', 'next story', 'next article', 'previous article',
  'previous story', 'next post', 'previous post', 'next up', 'keep reading', 'related topics', 'explore more topics',
  'explore more', 'topics', 'tags', 'filed under', 'filed to', 'more about', 'more on this', 'more from',
  'in this story', 'related tags', 'stay connected', 'our network', 'site map', 'sitemap', 'in other news',
  'top articles', 'latest news', 'most recent', 'recent posts', 'recent stories', 'related posts', 'related coverage',
  // German
  'kommentare', 'kommentar schreiben', 'kommentare anzeigen', 'das könnte sie auch interessieren',
  'das könnte dich auch interessieren', 'auch interessant', 'mehr zum thema', 'mehr aus', 'meistgelesen',
  'meistgelesene artikel', 'meist gelesen', 'beliebte artikel', 'weitere artikel', 'weitere nachrichten',
  'neueste artikel', 'zur startseite', 'schlagworte', 'impressum', 'empfehlungen der redaktion', 'anzeigen',
  // French
  'commentaires', 'commenter', 'réagir', 'réactions', 'sur le même sujet', 'sur le même thème', 'à lire également',
  'les plus lus', 'les plus lues', 'articles les plus lus', 'à la une', 'vous aimerez aussi', 'dans la même rubrique',
  'contenus sponsorisés', 'mentions légales', 'plus d’articles', "plus d'articles",
  // Spanish
  'comentarios', 'más noticias', 'más información', 'lo más leído', 'lo más visto', 'las más leídas',
  'te puede interesar', 'le puede interesar', 'también te puede interesar', 'noticias relacionadas',
  'temas relacionados', 'más sobre', 'archivado en', 'etiquetas', 'últimas noticias', 'aviso legal',
  'riproduzione riservata', 'temas',
  // Italian
  'commenti', 'i più letti', 'più letti', 'potrebbe interessarti', 'potrebbe interessarti anche',
  'articoli correlati', 'notizie correlate', 'ultime notizie', 'altre notizie', 'argomenti',
  // Portuguese
  'comentários', 'mais lidas', 'mais lidos', 'as mais lidas', 'últimas notícias', 'notícias relacionadas',
  'você pode gostar', 'recomendados', 'mais notícias', 'conteúdo patrocinado', 'tópicos',
  // Dutch
  'reacties', 'meest gelezen', 'gerelateerde artikelen', 'meer nieuws', 'lees verder', 'net binnen', 'aanbevolen',
  // Scandinavian, Finnish
  'kommentarer', 'mest läst', 'mest lästa', 'fler nyheter', 'senaste nytt', 'mest lest', 'siste nytt', 'mest læste',
  'seneste nyt', 'flere nyheder', 'kommentit', 'luetuimmat', 'aiheet', 'uusimmat', 'ämnen',
  // Polish, Russian, Turkish, Greek, Japanese, Chinese, Korean, Arabic
  'komentarze', 'zobacz także', 'najczęściej czytane', 'комментарии', 'читайте также', 'популярное', 'yorumlar',
  'ilgili haberler', 'σχόλια', 'δημοφιλή', 'コメント', '関連記事', 'アクセスランキング', '相关新闻', '相關新聞', '評論', '评论', '댓글', '관련기사',
  'اقرأ أيضا', 'التعليقات',
]

/** Alone on its line: a label over links to other stories; the story may go on after them. */
// prettier-ignore
export const listPhrases: readonly string[] = [
  'related', 'related stories', 'related articles', 'related news', 'related content', 'related links',
  'related story', 'related article', 'related coverage', 'see also', 'read also', 'also read', 'read more',
  'more on this story', 'more on this topic', 'more coverage', 'more', 'further reading', 'on this topic', 'see more',
  'learn more', 'more to read', 'more like this', 'lesen sie auch', 'lesen sie mehr', 'mehr lesen', 'weiterlesen',
  'auch lesen', 'siehe auch', 'zum thema', 'mehr dazu', 'lire aussi', 'à lire aussi', 'lire plus', 'voir aussi',
  'en savoir plus', 'lea también', 'lee también', 'leer más', 'ver también', 'además', 'leggi anche',
  'per approfondire', 'leggi di più', 'leia também', 'leia mais', 'veja também', 'saiba mais', 'lees ook',
  'lees meer', 'zie ook', 'läs mer', 'läs också', 'läs även', 'les også', 'les mer', 'læs også', 'læs mere',
  'lue myös', 'lue lisää', 'czytaj także', 'czytaj też', 'ayrıca okuyun', 'あわせて読みたい', '延伸阅读', '延伸閱讀',
]

/** Alone on its line: a button, a menu entry, a share link, an advertisement's label. */
// prettier-ignore
export const buttonPhrases: readonly string[] = [
  'home', 'menu', 'search', 'sections', 'skip to content', 'skip to main content', 'skip navigation',
  'jump to content', 'skip to footer', 'close', 'open menu', 'show menu', 'main menu', 'toggle navigation',
  'navigation', 'sign in', 'log in', 'login', 'log out', 'sign out', 'register', 'sign up', 'subscribe',
  'subscribe now', 'subscribe today', 'my account', 'account', 'newsletter', 'newsletters', 'e-edition', 'e-paper',
  'donate', 'support us', 'shop', 'contact', 'help', 'faq', 'advertise', 'share', 'share this', 'share this article',
  'share this story', 'share article', 'share on facebook', 'share on twitter', 'share on x', 'share on linkedin',
  'share on whatsapp', 'share via email', 'share by email', 'copy link', 'link copied', 'copy url', 'facebook',
  'twitter', 'tweet', 'x', 'email', 'e-mail', 'mail', 'print', 'print this page', 'save', 'save article',
  'save for later', 'saved', 'bookmark', 'linkedin', 'pinterest', 'reddit', 'whatsapp', 'flipboard', 'messenger',
  'telegram', 'instagram', 'youtube', 'tiktok', 'threads', 'bluesky', 'sms', 'rss', 'gift article',
  'gift this article', 'pocket', 'tumblr', 'more sharing options', 'email this', 'follow', 'following', 'follow us',
  'like', 'reply', 'report', 'listen', 'listen to article', 'listen to this article', 'audio', 'play', 'pause',
  'mute', 'watch', 'watch video', 'play video', 'watch live', 'live', 'live updates', 'breaking', 'breaking news',
  'exclusive', 'just in', 'developing', 'new', 'text size', 'font size', 'reading mode', 'dark mode', 'resize',
  'advertisement', 'advertisements', 'ad', 'ads', 'advertising', 'advert', 'sponsor', 'sponsor message',
  'story continues below', 'story continues below advertisement', 'article continues below',
  'article continues below advertisement', 'article continues after advertisement',
  'article continues after this advertisement', 'continue reading', 'continue reading below', 'read full story',
  'read full article', 'full story', 'load more', 'show more', 'show less', 'view all', 'see all', 'view gallery',
  'view photos', 'photo gallery', 'photos', 'gallery', 'launch gallery', 'open gallery', 'enlarge', 'enlarge image',
  'expand', 'previous', 'prev', 'next', 'slideshow', 'hide caption', 'toggle caption', 'show caption', 'image',
  'photo', 'caption', 'back to top', 'top', 'back', 'loading', 'weather', 'opinion', 'obituaries', 'classifieds',
  'news', 'sports', 'business', 'politics', 'world', 'local', 'entertainment', 'lifestyle', 'technology', 'health',
  'science', 'jobs', 'puzzles', 'games', 'today’s paper', "today's paper", 'digital replica edition',
  'add as preferred source', 'add us on google', 'make us preferred on google', 'accept', 'accept all', 'reject all',
  'manage options', 'got it', 'dismiss', 'no thanks', 'not now', 'thank you', 'thanks for reading',
  'purchase licensing rights', 'licensing rights', 'reprints', 'tpx images of the day',
  'our standards: the thomson reuters trust principles', 'anzeige', 'werbung', 'teilen', 'drucken', 'merken',
  'startseite', 'suche', 'anmelden', 'registrieren', 'abo', 'abonnieren', 'jetzt abonnieren', 'artikel teilen',
  'vorlesen', 'kommentieren', 'bild vergrößern', 'zum inhalt springen', 'nachrichten', 'eilmeldung', 'live-ticker',
  'publicité', 'partager', 'imprimer', 'accueil', 'recherche', 'se connecter', 'connexion', 's’abonner', "s'abonner",
  'je m’abonne', "je m'abonne", 'abonnez-vous', 'écouter', 'envoyer par e-mail', 'aller au contenu', 'enregistrer',
  'lire plus tard', 'publicidad', 'compartir', 'imprimir', 'inicio', 'buscar', 'portada', 'iniciar sesión',
  'suscríbete', 'suscribirse', 'guardar', 'escuchar', 'ir al contenido', 'enviar por correo', 'última hora',
  'en directo', 'en vivo', 'pubblicità', 'condividi', 'stampa', 'cerca', 'accedi', 'abbonati', 'ascolta', 'salva',
  'vai al contenuto', 'publicidade', 'compartilhar', 'compartilhe', 'partilhar', 'entrar', 'assine', 'assine já',
  'ouvir', 'ir para o conteúdo', 'continua após a publicidade', 'continua depois da publicidade', 'início',
  'advertentie', 'delen', 'afdrukken', 'zoeken', 'inloggen', 'abonneren', 'word abonnee', 'annons', 'dela',
  'skriv ut', 'sök', 'logga in', 'prenumerera', 'lyssna', 'annonse', 'del', 'søk', 'logg inn', 'bli abonnent',
  'annonce', 'søg', 'log ind', 'bliv abonnent', 'mainos', 'jaa', 'haku', 'kirjaudu', 'tilaa', 'reklama', 'udostępnij',
  'szukaj', 'zaloguj', 'реклама', 'поделиться', 'поиск', 'войти', 'reklam', 'paylaş', 'διαφήμιση', 'シェア', 'ツイート',
  'ログイン', '広告', '分享', '广告', '廣告', '登录', '공유', '로그인', 'إعلان', 'مشاركة',
]

/**
 * How a promotion begins. Matched at the head of a line of at most sixty words; each is an imperative, or a phrase that
 * speaks to the visitor of the site and not to the reader of the news.
 */
// prettier-ignore
export const promoHeads: readonly string[] = [
  'never miss', 'sign up', 'subscribe ', 'subscribe:', 'already a subscriber', 'not a subscriber',
  'already have an account', 'become a subscriber', 'become a member', 'become a supporter', 'get unlimited',
  'get our', 'get the latest', 'get breaking news', 'get all the', 'get the best of', 'get local news', 'get daily',
  'get top stories', 'get news alerts', 'get the news', 'download our', 'download the app', 'download the free',
  'download now', 'follow us', 'follow our', 'follow @', 'like us on', 'find us on', 'join us on', 'join our',
  'join thousands', 'join the conversation', 'click here', 'tap here', 'click to', 'click on the', 'tap to',
  'try one month', 'start your free', 'start your subscription', 'try it free', 'limited time offer',
  'limited-time offer', 'special offer', 'subscriber exclusive', 'subscribers only', 'this story is available',
  'this article is available', 'this content is available', 'you have reached your limit', "you've reached your",
  'you’ve reached your', 'you have free articles', 'to continue reading', 'continue reading for', 'please enable',
  'please log in', 'please sign in', 'please subscribe', 'please consider', 'enter your email', 'your email address',
  'by clicking', 'by signing up', 'by submitting', 'by subscribing', 'by registering', 'by providing',
  'by continuing', 'we use cookies', 'this site uses cookies', 'this website uses cookies',
  'this site is protected by recaptcha', 'we value your privacy', 'we may earn', 'we may receive', 'we welcome your',
  'we want to hear', 'we invite you', 'support local journalism', 'support independent', 'support quality',
  'support our', 'thank you for reading', 'thanks for reading', 'thank you for signing', 'thanks for signing',
  'thank you for subscribing', 'you are now subscribed', 'you will receive', "you'll receive", 'check your inbox',
  'stay informed', 'stay up to date', 'stay up-to-date', 'stay on top of', 'don’t miss ', "don't miss ", 'read more:',
  'read more at', 'read also:', 'also read:', 'read:', 'see also:', 'related:', 'related story:', 'related article:',
  'more:', 'watch:', 'watch the video', 'watch now', 'listen:', 'listen to the', 'listen now', 'photos:', 'gallery:',
  'video:', 'see more:', 'recommended:', 'up next:', 'read next:', 'story continues', 'article continues',
  'this article originally appeared', 'this story originally appeared', 'this article was originally published',
  'this story was originally published', 'have a story', 'got a tip', 'got a story', 'have a tip', 'have a news tip',
  'send us', 'send tips', 'contact the newsroom', 'report a typo', 'report an error', 'to report a correction',
  'submit a correction', 'submit a letter', 'unlimited digital access', 'digital access', 'copy link', 'share this',
  'view this', 'view the ', 'this is a carousel', 'use the arrow', 'use the next', 'your browser', 'javascript is',
  'enable javascript', 'this video file', 'video player', 'video unavailable', 'no compatible source', 'current time',
  'an error has occurred', 'something went wrong', 'something has gone wrong', 'loading…', 'loading...',
  'estimated reading time', 'reading time', 'min read', 'the views expressed', 'opinions expressed', 'follow topics',
  'add to your', 'most stock quote', 'quotes displayed', 'market data', 'data is provided', 'create an account',
  'create a free account', 'create your free', 'create a display name', 'you must be logged in', 'log in to',
  'login to', 'log into', 'all you need to know', 'our journalism', 'give a gift', 'pay with', 'cancel anytime',
  'for just $', 'for unlimited access', 'jetzt abonnieren', 'jetzt anmelden', 'jetzt registrieren', 'jetzt lesen',
  'jetzt testen', 'abonnieren sie', 'lesen sie auch:', 'lesen sie hier', 'lesen sie mehr', 'lesen sie auch',
  'melden sie sich', 'newsletter:', 'mehr zum thema:', 'mit dem newsletter', 'folgen sie uns', 'hier klicken',
  'klicken sie', 'dieser artikel ist', 'sie haben bereits', 'sie haben noch kein', 'verpassen sie',
  'an dieser stelle', 'wir verwenden cookies', 'testen sie', 'empfohlener redaktioneller inhalt',
  'externen inhalt anzeigen', 'abonnez-vous', 'inscrivez-vous', 'recevez', 'suivez-nous', 'cliquez ici', 'lire aussi',
  'à lire aussi', 'lire également', 'déjà abonné', 'cet article est réservé', 'il vous reste',
  'nous utilisons des cookies', 'téléchargez', 'ne manquez', 'la suite après', 'voir aussi :', 'l’article à lire',
  'suscríbete', 'suscríbase', 'regístrate', 'síguenos', 'sigue toda', 'haz clic', 'haga clic', 'lea también',
  'lee también', 'te puede interesar:', 'recibe ', 'reciba ', 'descarga nuestra', 'únete a', 'ya eres suscriptor',
  'utilizamos cookies', 'no te pierdas', 'le puede interesar:', 'puedes seguir', 'apúntate', 'iscriviti', 'abbonati',
  'seguici', 'clicca qui', 'leggi anche', 'ricevi ', 'scarica l', 'sei già abbonato', 'questo articolo è riservato',
  'non perdere', 'assine ', 'inscreva-se', 'cadastre-se', 'siga-nos', 'siga o ', 'clique aqui', 'leia também',
  'leia mais', 'veja também', 'receba ', 'baixe o', 'já é assinante', 'compartilhe', 'participe do canal',
  'faça parte', 'schrijf je in', 'meld je aan', 'volg ons', 'klik hier', 'lees ook', 'al abonnee', 'word abonnee',
  'download de app', 'prenumerera', 'läs mer', 'läs även', 'läs också', 'följ oss', 'klicka här', 'anmäl dig',
  'redan prenumerant', 'les også', 'abonner på', 'følg oss', 'klikk her', 'læs også', 'følg os', 'klik her',
  'tilmeld dig', 'lue myös', 'tilaa uutiskirje', 'czytaj także', 'czytaj też', 'zobacz też', 'zapisz się',
  'подпишитесь', 'подписывайтесь', 'читайте также', 'abone ol',
]

/** Speaks of buying or getting the site's own product; two of these in a short line make it a promotion. */
// prettier-ignore
export const promoWords: readonly string[] = [
  'subscribe', 'subscriber', 'subscribers', 'subscription', 'subscriptions', 'newsletter', 'newsletters', 'inbox',
  'digital access', 'unlimited', 'sign up', 'log in', 'email address', 'our website', 'our app', 'mobile app',
  'push notifications', 'free trial', 'per month', 'per week', 'a month', 'cancel anytime', 'privacy policy',
  'terms of service', 'terms of use', 'cookies', 'paywall', 'local journalism', 'free articles', 'newsroom',
  'letterbox', 'delivered', 'click here', 'abonnement', 'abonnenten', 'probemonat', 'abonnés', 'suscripción',
  'boletín', 'abbonamento', 'assinatura', 'assinantes', 'abonnee', 'prenumeration',
]
