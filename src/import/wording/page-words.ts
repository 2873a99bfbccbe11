/**
 * The phrases by which pages name what is not part of an article: headings of lists, sharing, comments, menus. By
 * language in each line: English, German, French, Spanish, Portuguese, Italian, Dutch, Scandinavian, Russian, Turkish,
 * Indonesian, Arabic, Persian, Urdu, Hindi, Bengali. A heading counts only when it is the whole of its line.
 */
import type { Note } from '../item.ts';

/** "must-read" and "popular" lists become briefs; those of other articles of the day or the subject are left out. */
export type ListKind = 'must-read' | 'popular' | 'latest' | 'related';

const listHeadings: Record<ListKind, string> = {
  'must-read': String.raw`must[ -]?reads?|editor[’']?s['’]?[ -](?:picks?|choice)|editors[’'] picks?|don[’']t miss|top picks|essential reading
    |lesetipps?|unbedingt lesen|leseempfehlung(?:en)?|tipps? der redaktion
    |à lire(?: absolument)?|à ne pas (?:manquer|rater)|le choix de la rédaction
    |te recomendamos(?: leer)?|recomendados?|recomendadas?|no te (?:lo )?pierdas|imprescindibles?|lecturas? recomendadas?
    |não perca|leitura obrigatória|recomendamos|da (?:non perdere|leggere)|aanraders?|mis dit niet|läs också|må leses
    |обязательно (?:к прочтению|прочитать)|выбор редакции|mutlaka okuyun|wajib baca|pilihan editor
    |(?:يجب|لا بد من) قراءت[هك]?ا?|لا تفوت(?:ك)?|اخترنا لك(?:م)?|حتما بخوانید|خواندنی(?:‌ها)?|ضرور پڑھیں|لازمی پڑھیں|لازماً پڑھیں
    |(?:ज़रूर|जरूर|अवश्य) पढ़ें|অবশ্যই পড়ুন|নির্বাচিত(?: খবর)?`,
  popular: String.raw`(?:most )?popular(?: (?:posts?|reads?|stories|news|articles?|now))?|most (?:read|viewed|shared)(?: (?:stories|articles|news))?|trending(?: (?:now|news|stories))?|top stories
    |meistgelesen(?:e artikel)?|am meisten gelesen|beliebt(?:e (?:artikel|beiträge))?|les plus lus?|articles? populaires?|populaires?
    |(?:lo |las? )?más leíd[oa]s?|lo más visto|tendencias|populares|mais lid[ao]s|mais vist[ao]s|(?:i )?più letti|(?:le )?più lette|meest gelezen|populair|mest l[äe]st(?:e)?
    |самое читаемое|популярное|en çok okunan(?:lar)?|popüler|terpopuler|الأكثر (?:قراءة|شيوعا)|پربازدید(?:ترین(?:‌ها)?)?|مقبول ترین|سب سے زیادہ پڑھی? ?(?:گئی|جانے والی)
    |लोकप्रिय|सबसे ज़्यादा पढ़ी गई|সর্বাধিক পঠিত|জনপ্রিয়`,
  latest: String.raw`(?:the )?latest(?: (?:articles?|news|posts?|stories|headlines))?|recent(?: (?:posts?|articles?|stories|news))|more (?:stories|news)|this week|just in|breaking news|news in brief
    |letzte meldungen|neueste (?:beiträge|artikel|nachrichten)|aktuelle (?:beiträge|nachrichten|meldungen)|noch mehr news|mehr (?:nachrichten|news)|kurzmeldungen
    |derni(?:ers|ères) (?:articles|actualités|nouvelles|infos)|à la une|(?:las? )?(?:últim[ao]s|más) (?:noticias|entradas|artículos)|noticias recientes
    |últimas(?: notícias)?|mais notícias|ultim[ei] (?:notizie|articoli)|laatste nieuws|recente berichten|senaste nytt|siste nytt|последние (?:новости|записи|статьи)|son (?:haberler|yazılar)|berita terbaru|terkini
    |(?:أحدث|آخر) (?:الأخبار|المقالات)|آخرین (?:اخبار|مطالب)|تازہ ترین(?: خبریں)?|ताज़ा (?:खबरें|समाचार)|সর্বশেষ(?: (?:খবর|সংবাদ))?`,
  related: String.raw`related(?: (?:articles?|posts?|stories|news|videos?|content|topics?|reading|coverage|links?))?|(?:more )?from (?:the )?author|more (?:from|by|on|in|like)\b.{0,40}|also read|read (?:also|more|next)|see also|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: reading)?|recommended(?: (?:for you|reading|articles?|stories))?|suggested (?:for you|reading)|up next|what to read next
    |verwandte (?:artikel|beiträge|themen)|mehr vom autor|ähnliche (?:artikel|beiträge)|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|lesen sie auch|mehr zum thema|weitere (?:artikel|beiträge)|passend dazu
    |articles? (?:liés?|similaires?|connexes?)|(?:à )?lire aussi|sur le même (?:sujet|thème)|plus de l[’']auteur|voir aussi
    |artículos? relacionad[oa]s|(?:más )?del autor|más del autor|noticias? relacionad[oa]s|lea? también|también te puede interesar|le puede interesar|entradas? relacionadas?
    |artigos? relacionados|mais do autor|leia (?:também|mais)|veja também|articoli (?:correlati|simili)|altro dall[’']autore|leggi anche|potrebbe interessarti
    |gerelateerde (?:artikelen|berichten)|lees ook|meer van de auteur|relaterade artiklar|les også|læs også|похожие (?:статьи|записи|новости)|читайте также|по теме|ilgili (?:haberler|yazılar)|baca juga|artikel terkait
    |مقالات ذات صلة|اقرأ أيضا?ً?|مواضيع (?:ذات صلة|مشابهة)|المزيد من الكاتب|مطالب مرتبط|(?:همچنین|بیشتر) بخوانید|یہ بھی پڑھیں|مزید (?:پڑھیں|خبریں)|متعلقہ (?:خبریں|مضامین)
    |(?:यह|ये) भी पढ़ें|संबंधित (?:खबरें|समाचार)|(?:এই|এ) বিভাগের (?:আরো|আরও|অন্যান্য) (?:খবর|সংবাদ)|আরও (?:পড়ুন|খবর)|আরো (?:পড়ুন|খবর)|সম্পর্কিত (?:খবর|সংবাদ)`,
};

/** A heading may stand between dashes or before a colon, and twice in one as a theme's two tabs do. */
const wholeLine = (words: string): RegExp => {
  const one = `(?:${words.normalize('NFC').replace(/\s*\n\s*/g, '')})`;
  return new RegExp(String.raw`^[\s\p{P}\p{S}]*${one}(?:\s*${one})?[\s\p{P}\p{S}]*$`, 'iu');
};

const lists = (Object.keys(listHeadings) as ListKind[]).map((kind) => [kind, wholeLine(listHeadings[kind])] as const);

/** What kind of list a heading stands over; undefined where it heads none. */
export function listKindOf(heading: string): ListKind | undefined {
  const words = heading.normalize('NFC').trim();
  if (words === '' || words.length > 80) return undefined;
  return lists.find(([, pattern]) => pattern.test(words))?.[0];
}

const sharing =
  wholeLine(String.raw`(?:share|tweet|pin|like|follow|post|send|teilen|twittern|mailen|drucken|partager|compartir|compartilhar|condividi|delen|dela|del|поделиться|paylaş|bagikan|شارك|مشاركة|اشتراک‌گذاری|شیئر(?: کریں)?|साझा करें|শেয়ার(?: করুন)?)?(?:\s*(?:on|via|to|auf|per|sur|en|su|op|this|it)\s*)*
    (?:facebook|fb|twitter|x|x\.com|google ?\+|google plus|pinterest|whats ?app|linked ?in|redd ?it|tumblr|viber|telegram|e-?mail|mail|print|drucken|vk|ok|line|mix|pocket|digg|flipboard|messenger|threads|bluesky|mastodon|xing|instagram|youtube|tiktok|rss|copy (?:link|url)|imprimir|imprimer|stampa|naver|koo|stumbleupon|more|gmail|skype|weibo|wechat|signal|snapchat|share|shares|tweet|pin|like|teilen|twittern|partager|compartir|compartilhar|condividi|delen|dela|поделиться|paylaş|bagikan|شارك|مشاركة|شیئر(?: کریں)?|साझा करें|শেয়ার(?: করুন)?|share this(?::| article| post| story)?|article|story|page)?
    (?:\s*[\d.,]+\s*(?:k|shares?|likes?)?)?`);

/** One button of a row for sharing: "Facebook", "Share on X", "teilen 50". */
export const isSharing = (line: string): boolean =>
  line.length <= 40 && /\p{L}/u.test(line) && sharing.test(line.normalize('NFC'));

const commenting = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:leave (?:a|your) (?:reply|comment|response)|post (?:a )?comment|add (?:a )?comment|write a comment|(?:please )?(?:log|sign) in to (?:leave|post|add) a (?:comment|reply)|cancel reply|comments are closed|no comments(?: yet)?|join the (?:conversation|discussion)|\d+ (?:comments?|responses?|replies|kommentare?|comentarios?|commentaires?)\b|comments?(?:\s*\(?\d+\)?)?[^\p{L}\p{N}]*$|responses?[^\p{L}\p{N}]*$|view (?:all )?comments|show comments|load (?:more )?comments
    |please enter your .{0,40}|you have entered an incorrect e-?mail address|save my name.{0,120}|notify me of .{0,80}|your e-?mail address will not be published.*|required fields are marked.*|(?:comment|name|e-?mail|website|your (?:name|e-?mail|comment))\s*[:*]+\s*[:*]?$|this site uses akismet.*|learn how your comment data is processed.*
    |(?:hinterlassen sie|hinterlasse|schreiben sie|schreibe|antwort|kommentar)\b.{0,30}(?:antwort|kommentar|schreiben|hinterlassen|verfassen|abbrechen)|kommentare?[^\p{L}\p{N}]*$|(?:meinen|deine|ihre) (?:namen|e-mail).{0,120}|diese website verwendet akismet.*|erfahre mehr darüber, wie deine kommentardaten.*
    |laisser (?:un commentaire|une réponse)|(?:poster|ajouter) (?:le|un) commentaire|votre adresse e-?mail ne sera pas publiée.*|commentaires?[^\p{L}\p{N}]*$
    |dej[ae] (?:una respuesta|un comentario|tu comentario).{0,30}|publicar (?:un )?comentario|por favor ingrese .{0,60}|¡?has introducido una dirección.{0,60}|guardar mi nombre.{0,120}|(?:comentario|nombre|correo electrónico|sitio web)\s*[:*]+$|comentarios?[^\p{L}\p{N}]*$|este sitio usa akismet.*|tu dirección de correo electrónico no será publicada.*
    |deixe (?:um comentário|uma resposta).{0,30}|comentários?[^\p{L}\p{N}]*$|o seu endereço de e-?mail não será publicado.*|lascia un(?:a risposta| commento).{0,30}|commenti[^\p{L}\p{N}]*$|plaats een reactie|geef een reactie|reacties?[^\p{L}\p{N}]*$|lämna ett svar|legg igjen en kommentar
    |(?:оставить|добавить) комментарий|комментарии[^\p{L}\p{N}]*$|bir (?:yorum|cevap) (?:yaz(?:ın)?|bırak(?:ın)?)|yorumlar?[^\p{L}\p{N}]*$|tinggalkan (?:balasan|komentar)|اترك (?:رد|تعليق).{0,40}|(?:أضف|إضافة) تعليق.{0,20}|التعليقات|دیدگاه(?:‌ها|تان).{0,40}|نظرات|(?:تبصرہ|جواب|رائے) (?:کریں|دیں|چھوڑیں|تحریر کریں)|تبصرے|टिप्पणी (?:करें|छोड़ें)|(?:মন্তব্য|মতামত) (?:করুন|লিখুন)|মন্তব্য[^\p{L}\p{N}]*$)`.replace(
    /\s*\n\s*/g,
    '',
  ),
  'iu',
);

/** A line of a form for comments, or the heading over comments. */
export const isCommenting = (line: string): boolean =>
  line.length <= 200 && commenting.test(line.normalize('NFC').trim());

const tagging = wholeLine(
  'tags?|tagged(?: with| as)?|topics?|keywords|filed under|schlagworte?r?|stichworte?|themen|mots[ -]clés|étiquettes|etiquetas|temas|tag|etichette|trefwoorden|ämnen|метки|теги|etiketler|الوسوم|كلمات مفتاحية|برچسب(?:‌ها)?|ٹیگز?|टैग्स?|ট্যাগ',
);
const taggingWithTags =
  /^(?:tags?|etiquetas|schlagworte|schlagwörter|mots-clés|filed under|tagged)\s*:?\s*(?=\p{Lu}|\p{Lo}|#)/iu;
export const isTagging = (line: string): boolean =>
  (line.length <= 40 && tagging.test(line.normalize('NFC'))) ||
  (/^(?:TAGS|ETIQUETAS|SCHLAGWORTE|MOTS-CLÉS)(?=\S)/.test(line) && taggingWithTags.test(line));

const paging =
  /^[^\p{L}\p{N}]*(?:(?:previous|next|prev|older|newer) (?:article|post|story|entry|page)|(?:vorherige[rs]?|nächste[rs]?|vorige[rs]?) (?:artikel|beitrag)|article (?:précédent|suivant)|(?:artículo|entrada) (?:anterior|siguiente)|artigo (?:anterior|seguinte)|(?:articolo|post) (?:precedente|successivo)|(?:vorig|volgend) (?:artikel|bericht)|(?:предыдущая|следующая) (?:статья|запись)|(?:المقال|المقالة) (?:السابق|التالي)ة?|(?:پچھلا|اگلا) مضمون|(?:نوشته|مطلب) (?:قبلی|بعدی))/iu;
/** "Previous article", with or without its headline in the same line. */
export const isPaging = (line: string): boolean => paging.test(line) || /^(?:<<|«|←|‹)\s?\S|\S\s?>>/.test(line);

const accounts =
  /\b(?:sign (?:in|up|out)|log ?(?:in|out)|register|forgot (?:your )?password|lost password|password recovery|recover your password|create an account|your (?:username|password|e-?mail)|welcome! ?(?:log|register)|remember me|get new password|a password will be e-?mailed|ihr (?:benutzername|passwort)|passwort (?:vergessen|zurücksetzen)|registrarse|contraseña|nombre de usuario|mot de passe|s['’](?:inscrire|identifier)|wachtwoord|anmelden|einloggen)\b/iu;
/** A line of a form for logging in. */
export const isAccount = (line: string): boolean => line.length <= 90 && accounts.test(line);

const rights =
  /^[^\p{L}\p{N}]*(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|derechos reservados|todos os direitos|tutti i diritti|все права|جميع الحقوق|جملہ حقوق|সর্বস্বত্ব|কপিরাইট|सर्वाधिकार)|©\s*(?:copyright\s*)?\d{4}/iu;
/** "Copyright: Jane Doe" under a picture is its credit. */
export const isRights = (line: string): boolean =>
  line.length <= 250 && rights.test(line.normalize('NFC')) && !/^copyright\s*:/i.test(line);

const advertising = wholeLine(
  'ad|ads|advert(?:isement|ising|orial)?s?|sponsored(?: content)?|promoted|anzeigen?|werbung|publicité|publicidad|patrocinado|publicidade|pubblicità|advertentie|reklam[ea]?|annons|реклама|iklan|إعلان|آگهی|اشتہار|विज्ञापन|বিজ্ঞাপন|continue reading below(?: advertisement)?|story continues below(?: advertisement)?|scroll to continue(?: reading)?|image|spot_img|related videos?',
);
export const isAdvertising = (line: string): boolean => line.length <= 60 && advertising.test(line.normalize('NFC'));

const footing = wholeLine(
  'about(?: (?:us|the author|this site|author))?|follow us(?: on.{0,30})?|contact(?: us)?|subscribe(?: (?:now|to .{0,60}))?|newsletters?|sign up(?: .{0,60})?|never miss a story|useful links|quick links|(?:privacy|cookie|copyright|fair use and copyright|comment(?:ing)?|editorial|refund|corrections?) polic(?:y|ies)|terms (?:of (?:service|use)|and conditions)|imprint|impressum|datenschutz(?:erklärung)?|über uns|kontakt|mentions légales|qui sommes-nous|à propos|nosotros|sobre nós|contacto|contato|chi siamo|contatti|load more|cargar más|mehr laden|charger plus|edit with live css|follow|folgen|suivez-nous|síguenos|in this (?:article|story)|table of contents|skip to (?:main )?content|search|suche|buscar|menu|categories|archives?|site ?map',
);
/** A heading or a link at the foot of a page. */
export const isFooting = (line: string): boolean => line.length <= 80 && footing.test(line.normalize('NFC'));

const pleading =
  /(?:sign up|subscribe|newsletter|enter your e-?mail|inbox|cookies?\b|privacy policy|akismet|donate\b|support (?:our|us)|become a (?:member|supporter)|(?:enable|turn on) javascript|ad ?blocker|all-access|free articles? left|click here to|download (?:our|the) app|follow us on|join our|whatsapp (?:channel|group)|telegram channel|newsletter abonnieren|jetzt abonnieren|abonnez-vous|suscríbete|assine|iscriviti)/i;
/** A sentence that asks for something: an address, a subscription, a consent. */
export const isPleading = (line: string): boolean =>
  line.length <= 400 && pleading.test(line) && !/[“"].*[”"]/.test(line);

/** Words before the headline in a line of "crumbs". */
export const homeWords =
  /^(?:home|start(?:seite)?|inicio|accueil|início|home page|главная|ana sayfa|beranda|الرئيسية|خانه|صفحہ اول|ہوم|होम|হোম|প্রচ্ছদ)\s*[|›»>/:→·-]?\s*/iu;

/** Words by which a page hides an address: Cloudflare's "[email protected]". */
export const hiddenAddress =
  /\[\s*e-?mail\s*(?:\u00a0|\s)*protected\s*\]|\[\s*email address protected\s*\]|\[\s*protected e-?mail\s*\]/i;

/** What is told of an address that is hidden so. */
export const withheld = (name: string): Note => ({
  code: 'I511',
  message: `The page hides the e-mail address of ${name}; it is noted as withheld, and nothing was decoded.`,
});

/** "The writer can be reached at: …", "Contact the author". */
export const contactLine =
  /(?:(?:writer|author|columnist|reporter|journalist|contributor|he|she|they|i|we)\s+(?:can|may|could)\s+be\s+(?:reached|contacted|emailed|followed)|(?:contact|reach|email|e-mail|write to|follow)\s+(?:the\s+)?(?:writer|author|columnist|reporter|him|her|me)\b|(?:der|die) autor(?:in)? ist (?:zu )?erreichbar|kontakt zum autor|contacter l['’]auteur|contact(?:o|ar) (?:con|al) (?:el |la )?autora?|مصنف سے رابطہ|للتواصل مع الكاتب|تماس با نویسنده)/i;
