/**
 * Legal forms of the world: words that say nothing of who it is. Those that are words of
 * everyday language as well ("spa", "EV", "LP") count only as lawyers write them, letter by letter.
 */
export const LEGAL_FORMS: readonly string[] = [
  // English
  'Inc', 'Incorporated', 'LLC', 'LLP', 'LLLP', 'L. P.', 'PLLC', 'Ltd', 'Limited', 'PLC', 'Corp', 'Corporation', 'Co', 'Company', 'Cos', 'Pty', 'Proprietary Limited',
  'Pte', 'Pvt', 'Private Limited', 'DAC', 'CLG', 'CIC', 'Public Limited Company', 'Public Company Limited',
  // German
  'GmbH', 'gGmbH', 'mbH', 'AG', 'KG', 'KGaA', 'SE', 'UG', 'UG haftungsbeschränkt', 'OHG', 'GbR', 'eG', 'e. K.', 'e. V.', 'Ges.m.b.H.', 'Gesellschaft mbH', 'Aktiengesellschaft',
  // Romance
  'SA', 'S.A.', 'S. A.', 'SAS', 'SASU', 'SARL', 'SàRL', 'EURL', 'SNC', 'SCA', 'SCRL', 'SPRL', 'ASBL', 'SRL', 'S. r. l.', 'S. p. A.', 'SRLS', 'SL', 'S.L.U.', 'SLU', 'SAU', 'EIRL', 'Ltda', 'Lda', 'Limitada',
  'Cía', 'Compañía', 'Cia', 'Sociedad Anónima', 'Société Anonyme', 'S.A. de C.V.', 'SA de CV', 'S. A. de C. V.', 'SAB de CV', 'SAPI de CV', 'S de RL de CV', 'S. de R.L. de C.V.', 'S de RL', 'CV', 'C. V.', 'EIRELI', 'S/A', 'Società per Azioni',
  // Dutch
  'NV', 'N. V.', 'BV', 'B. V.', 'BVBA', 'CVBA', 'VOF', 'VZW',
  // Nordic and Baltic
  'AB', 'AB publ', 'AS', 'A/S', 'ASA', 'ApS', 'I/S', 'K/S', 'Oy', 'Oyj', 'Oy Ab', 'hf', 'ehf', 'OÜ', 'SIA', 'UAB', 'Aktiebolag', 'Osakeyhtiö',
  // Slavic, Hungarian, Romanian
  'sp. z o.o.', 'sp. z o. o.', 'sp z oo', 'z o.o.', 'sp. k.', 'S.K.A.', 's.r.o.', 's. r. o.', 'spol. s r.o.', 'a.s.', 'a. s.', 'd.o.o.', 'd. o. o.', 'd.d.', 'a.d.', 'Kft', 'Zrt', 'Nyrt',
  'EOOD', 'OOD', 'ООД', 'ЕООД', 'АД', 'ООО', 'ОАО', 'ЗАО', 'ПАО', 'АО', 'ТОВ', 'ПрАТ', 'ТОО', 'OOO',
  // Turkish, Greek, Hebrew, Arabic world
  'A.Ş.', 'Ltd. Şti.', 'Tic. A.Ş.', 'San. ve Tic. A.Ş.', 'Sanayi ve Ticaret A.Ş.', 'Α.Ε.', 'ΑΕ', 'Ε.Π.Ε.', 'S.A.E.', 'SAE', 'S.A.L.', 'SAL', 'W.L.L.', 'WLL', 'FZE', 'FZCO', 'FZ LLC', 'PJSC', 'JSC', 'OJSC', 'CJSC', 'KSC', 'QSC', 'QPSC', 'BSC', 'SAOG', 'בע"מ', 'ש.מ.',
  // East and South-East Asia
  'KK', 'K. K.', 'Kabushiki Kaisha', 'Godo Kaisha', '株式会社', '(株)', '有限会社', '合同会社', '주식회사', '(주)', '유한회사', '有限公司', '股份有限公司', '有限責任公司', '有限责任公司', '股份公司',
  'Tbk', 'Sdn Bhd', 'Bhd', 'Berhad', 'TNHH', 'Công ty TNHH', 'จำกัด', 'จำกัด (มหาชน)', 'บริษัท',
]
