/** What Facebook writes in a post's header, by interface language. Labels of posts, not of the right column. */
export interface Language {
  /** As in `html[lang]`. */
  code: string
  dir: 'ltr' | 'rtl'
  /** Every word that was seen as the label of an ad. */
  labels: readonly string[]
  /** With a digit, of the language's own script where it has any. */
  times: readonly string[]
  /** Times that have none. */
  wordTimes: readonly string[]
  /** Political ads have a label of their own, followed by who paid. */
  paidFor: { label: string; before: string; after: string } | null
  /** Creators' disclosure, which makes no ad of a post; null where it isn't known. */
  partnership: string | null
  /** null where it isn't known. */
  suggested: string | null
  follow: string
  join: string
}

export const LANGUAGES: readonly Language[] = [
  {
    code: 'en', dir: 'ltr', labels: ['Sponsored', 'Ad'], times: ['3h', '2d', '16 hrs', 'March 3 at 14:05'], wordTimes: ['Just now', 'Yesterday'],
    paidFor: { label: 'Sponsored', before: 'Paid for by ', after: '' }, partnership: 'Paid partnership', suggested: 'Suggested for you', follow: 'Follow', join: 'Join',
  },
  {
    code: 'de', dir: 'ltr', labels: ['Gesponsert', 'Anzeige'], times: ['3 Std.', '2 Tage', '3. März um 14:05'], wordTimes: ['Gerade eben', 'Gestern'],
    paidFor: { label: 'Gesponsert', before: 'Finanziert von ', after: '' }, partnership: 'Bezahlte Werbepartnerschaft', suggested: 'Vorschläge für dich', follow: 'Folgen', join: 'Beitreten',
  },
  {
    code: 'es', dir: 'ltr', labels: ['Publicidad', 'Patrocinado'], times: ['3 h', '2 d', '3 de marzo a las 14:05'], wordTimes: ['Ahora mismo', 'Ayer'],
    paidFor: { label: 'Publicidad', before: 'Pagado por ', after: '' }, partnership: 'Colaboración pagada', suggested: 'Sugerencias para ti', follow: 'Seguir', join: 'Unirte',
  },
  {
    code: 'fr', dir: 'ltr', labels: ['Sponsorisé', 'Commandité', 'Sponsorisée'], times: ['3 h', '2 j', '3 mars, 14:05'], wordTimes: ['À l’instant', 'Hier'],
    paidFor: { label: 'Sponsorisé', before: 'Financé par ', after: '' }, partnership: 'Partenariat rémunéré', suggested: 'Suggestions pour vous', follow: 'Suivre', join: 'Rejoindre',
  },
  {
    code: 'pt', dir: 'ltr', labels: ['Patrocinado'], times: ['3 h', '2 d', '3 de março às 14:05'], wordTimes: ['Agora mesmo', 'Ontem'],
    paidFor: { label: 'Patrocinado', before: 'Financiado por ', after: '' }, partnership: 'Parceria paga', suggested: 'Sugestões para você', follow: 'Seguir', join: 'Participar',
  },
  {
    code: 'it', dir: 'ltr', labels: ['Sponsorizzata', 'Sponsorizzato'], times: ['3 h', '2 g', '3 marzo alle ore 14:05'], wordTimes: ['Adesso', 'Ieri'],
    paidFor: { label: 'Sponsorizzato', before: 'Finanziato da ', after: '' }, partnership: 'Partnership pubblicizzata', suggested: 'Suggeriti per te', follow: 'Segui', join: 'Iscriviti',
  },
  {
    code: 'nl', dir: 'ltr', labels: ['Gesponsord'], times: ['3 u', '2 d', '3 maart om 14:05'], wordTimes: ['Zojuist', 'Gisteren'],
    paidFor: { label: 'Gesponsord', before: 'Betaald door ', after: '' }, partnership: 'Betaald partnerschap', suggested: 'Voorgesteld voor jou', follow: 'Volgen', join: 'Lid worden',
  },
  {
    code: 'pl', dir: 'ltr', labels: ['Sponsorowane'], times: ['3 godz.', '2 dni', '3 marca o 14:05'], wordTimes: ['Przed chwilą', 'Wczoraj'],
    paidFor: { label: 'Sponsorowane', before: 'Opłacona przez ', after: '' }, partnership: 'Post sponsorowany', suggested: 'Proponowane dla Ciebie', follow: 'Obserwuj', join: 'Dołącz',
  },
  {
    code: 'tr', dir: 'ltr', labels: ['Sponsorlu'], times: ['3 sa', '2 gün', '3 Mart, 14:05'], wordTimes: ['Şimdi', 'Dün'],
    paidFor: { label: 'Sponsorlu', before: '', after: ' tarafından ödendi' }, partnership: 'ücretli ortaklık', suggested: 'Senin İçin Önerilenler', follow: 'Takip Et', join: 'Katıl',
  },
  {
    code: 'ru', dir: 'ltr', labels: ['Реклама'], times: ['3 ч.', '2 дн.', '3 марта в 14:05'], wordTimes: ['Только что', 'Вчера'],
    paidFor: { label: 'Реклама', before: 'Оплачено ', after: '' }, partnership: 'Платное партнерство', suggested: 'Рекомендации для вас', follow: 'Подписаться', join: 'Вступить',
  },
  {
    code: 'el', dir: 'ltr', labels: ['Χορηγούμενη'], times: ['3 ώ.', '2 ημ.', '3 Μαρτίου στις 14:05'], wordTimes: ['Μόλις τώρα', 'Χθες'],
    paidFor: { label: 'Χορηγούμενο', before: 'Πληρωμένο από ', after: '' }, partnership: 'Πληρωμένη συνεργασία', suggested: null, follow: 'Ακολουθήστε', join: 'Συμμετοχή',
  },
  {
    code: 'id', dir: 'ltr', labels: ['Bersponsor'], times: ['3 jam', '2 hari', '3 Maret pukul 14.05'], wordTimes: ['Baru saja', 'Kemarin'],
    paidFor: { label: 'Disponsori', before: 'Dibayar oleh ', after: '' }, partnership: 'Kemitraan berbayar', suggested: null, follow: 'Ikuti', join: 'Gabung',
  },
  {
    code: 'vi', dir: 'ltr', labels: ['Được tài trợ'], times: ['3 giờ', '2 ngày', '3 tháng 3 lúc 14:05'], wordTimes: ['Vừa xong', 'Hôm qua'],
    paidFor: { label: 'Được tài trợ', before: 'Tài trợ bởi ', after: '' }, partnership: 'Mối quan hệ tài trợ', suggested: 'Gợi ý cho bạn', follow: 'Theo dõi', join: 'Tham gia',
  },
  {
    code: 'ar', dir: 'rtl', labels: ['مُموَّل', 'إعلان مُموَّل'], times: ['٣ س', '٢ ي', '3 مارس'], wordTimes: ['الآن', 'أمس'],
    paidFor: { label: 'برعاية', before: 'مدفوعة بواسطة ', after: '' }, partnership: 'شراكة مدفوعة', suggested: 'مقترحات لك', follow: 'متابعة', join: 'انضمام',
  },
  {
    code: 'he', dir: 'rtl', labels: ['ממומן', 'בחסות', 'במימון'], times: ['3 שעות', '2 ימים', '3 במרץ'], wordTimes: ['שעה אחת', 'עכשיו'],
    paidFor: { label: 'ממומן', before: 'שולם על ידי ', after: '' }, partnership: 'שותפות בתשלום', suggested: null, follow: 'לעקוב', join: 'הצטרפות',
  },
  {
    code: 'fa', dir: 'rtl', labels: ['دارای پشتیبانی مالی'], times: ['۳ ساعت', '۲ روز', '3 مارس'], wordTimes: ['هم‌اکنون', 'دیروز'],
    paidFor: null, partnership: null, suggested: null, follow: 'دنبال کردن', join: 'پیوستن',
  },
  {
    code: 'ja', dir: 'ltr', labels: ['広告'], times: ['3時間前', '2日前', '3月3日 14:05'], wordTimes: ['たった今', '昨日'],
    paidFor: { label: '後援', before: '', after: ' による支払い' }, partnership: '有償パートナーシップ', suggested: 'おすすめ', follow: 'フォローする', join: '参加する',
  },
  {
    code: 'zh-Hans', dir: 'ltr', labels: ['赞助内容'], times: ['3小时', '2天', '3月3日 14:05'], wordTimes: ['刚刚', '昨天'],
    paidFor: { label: '赞助', before: '由 ', after: ' 付费' }, partnership: '付费合伙', suggested: '为你推荐', follow: '关注', join: '加入',
  },
  {
    code: 'ko', dir: 'ltr', labels: ['광고', 'Sponsored'], times: ['3시간', '2일', '3월 3일 오후 2:05'], wordTimes: ['방금', '어제'],
    paidFor: null, partnership: null, suggested: '회원님을 위한 추천', follow: '팔로우', join: '가입',
  },
  {
    code: 'th', dir: 'ltr', labels: ['ได้รับการสนับสนุน'], times: ['3 ชม.', '๒ วัน', '3 มีนาคม เวลา 14:05 น.'], wordTimes: ['เมื่อสักครู่', 'เมื่อวานนี้'],
    paidFor: null, partnership: null, suggested: 'แนะนำสำหรับคุณ', follow: 'ติดตาม', join: 'เข้าร่วม',
  },
  {
    code: 'hi', dir: 'ltr', labels: ['प्रायोजित'], times: ['3 घंटे', '२ दिन', '3 मार्च को 14:05 बजे'], wordTimes: ['अभी-अभी', 'कल'],
    paidFor: null, partnership: null, suggested: 'आपके लिए सुझाव', follow: 'फ़ॉलो करें', join: 'शामिल हों',
  },
  {
    code: 'ml', dir: 'ltr', labels: ['സ്പോൺസർ ചെയ്തത്'], times: ['3 മണിക്കൂർ', '൨ ദിവസം'], wordTimes: ['ഒരു മണിക്കൂർ', 'ഇന്നലെ'],
    paidFor: null, partnership: null, suggested: null, follow: 'പിന്തുടരുക', join: 'ചേരുക',
  },
]

/** @throws Error for a language that isn't here */
export function languageOf(code: string): Language {
  const language = LANGUAGES.find((candidate) => candidate.code === code)
  if (!language) throw new Error(`no language ${code}`)
  return language
}
