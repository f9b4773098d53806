/**
 * Endings under which countries let organisations register names, from the public suffix list. Left out are
 * country codes that the whole world uses for something else or for nothing (.io, .ai, .tv, .tk): there a name is not
 * another country's page of the same organisation. A test compares them with the public suffix list.
 */
export const COUNTRY_ENDINGS: readonly string[] = [
  'ae', 'af', 'al', 'ao', 'ar', 'at', 'au', 'aw', 'ax', 'az', 'ba', 'bb', 'bd', 'be', 'bf', 'bg', 'bh', 'bi', 'bj', 'bm', 'bn', 'bo', 'br', 'bs', 'bt', 'bw', 'by', 'ca', 'cg',
  'ch', 'ci', 'cl', 'cn', 'cr', 'cu', 'cv', 'cw', 'cy', 'cz', 'de', 'dk', 'dm', 'do', 'dz', 'ec', 'ee', 'eg', 'es', 'et', 'fi', 'fj', 'fo', 'fr', 'ge', 'gh', 'gi', 'gm',
  'gn', 'gr', 'gt', 'gu', 'gw', 'hk', 'hn', 'hr', 'ht', 'hu', 'id', 'ie', 'il', 'in', 'iq', 'ir', 'it', 'je', 'jo', 'jp', 'ke', 'kg', 'kh', 'km', 'kn', 'kr', 'kw', 'ky', 'kz',
  'lb', 'lc', 'li', 'lk', 'lr', 'ls', 'lt', 'lu', 'lv', 'ma', 'mc', 'md', 'mg', 'mh', 'mk', 'mn', 'mo', 'mr', 'mt', 'mu', 'mv', 'mw', 'mx', 'my', 'mz', 'na', 'nc', 'ne', 'ng',
  'ni', 'nl', 'no', 'nz', 'pa', 'pe', 'pf', 'ph', 'pk', 'pl', 'pr', 'ps', 'pt', 'py', 'qa', 'ro', 'rs', 'ru', 'rw', 'sa', 'sb', 'sd', 'se', 'sg', 'si', 'sk', 'sl', 'sm',
  'sn', 'ss', 'sv', 'sy', 'sz', 'td', 'tg', 'th', 'tj', 'tl', 'tn', 'tr', 'tt', 'tw', 'tz', 'ua', 'ug', 'uk', 'us', 'uy', 'uz', 've', 'vi', 'vn', 'vu', 'ye', 'zm', 'zw',
  'co.ae', 'com.af', 'com.al', 'co.ao', 'com.ar', 'co.at', 'com.au', 'com.aw', 'co.az', 'com.az', 'com.ba', 'co.bb', 'com.bb', 'co.bd', 'com.bd', 'com.bh', 'co.bi', 'com.bi',
  'co.bj', 'com.bj', 'com.bm', 'com.bn', 'com.bo', 'com.br', 'com.bs', 'com.bt', 'co.bw', 'com.by', 'co.ci', 'com.ci', 'co.ck', 'com.ck', 'co.cl', 'com.cn',
  'co.cr', 'com.cu', 'com.cv', 'com.cw', 'com.cy', 'co.dm', 'com.dm', 'com.do', 'com.dz', 'com.ec', 'com.ee', 'com.eg', 'co.er', 'com.er', 'com.es', 'com.et', 'com.fj', 'co.fk',
  'com.fk', 'com.fr', 'com.ge', 'com.gh', 'com.gi', 'com.gn', 'com.gr', 'com.gt', 'com.gu', 'com.hk', 'com.hn', 'com.hr', 'com.ht', 'co.hu', 'co.id', 'co.il', 'co.in', 'com.in',
  'com.iq', 'co.ir', 'co.it', 'co.je', 'co.jm', 'com.jm', 'com.jo', 'co.jp', 'co.ke', 'com.kg', 'com.kh', 'com.km', 'co.kr', 'com.kw', 'com.ky', 'com.kz', 'com.lb', 'co.lc',
  'com.lc', 'com.lk', 'com.lr', 'co.ls', 'com.lv', 'co.ma', 'co.mg', 'com.mg', 'com.mk', 'co.mm', 'com.mm', 'com.mo', 'com.mt', 'co.mu', 'com.mu', 'com.mv', 'co.mw', 'com.mw',
  'com.mx', 'com.my', 'co.mz', 'co.na', 'com.na', 'com.ng', 'co.ni', 'com.ni', 'co.np', 'com.np', 'co.nz', 'com.om', 'com.pa', 'com.pe', 'com.pf', 'co.pg', 'com.pg',
  'com.ph', 'com.pk', 'com.pl', 'com.pr', 'com.ps', 'com.pt', 'com.py', 'com.qa', 'com.ro', 'co.rs', 'co.rw', 'com.sa', 'com.sb', 'com.sd', 'com.sg', 'com.sl', 'com.sn', 'co.ss',
  'com.ss', 'com.sv', 'com.sy', 'co.sz', 'co.th', 'co.tj', 'com.tj', 'com.tn', 'com.tr', 'co.tt', 'com.tt', 'com.tw', 'co.tz', 'com.ua', 'co.ug', 'com.ug', 'co.uk', 'com.uy',
  'co.uz', 'com.uz', 'co.ve', 'com.ve', 'co.vi', 'com.vi', 'com.vn', 'com.vu', 'com.ye', 'co.zm', 'com.zm', 'co.zw',
]
