import { languageOf } from '../../understanding/language';

test.each([
  ['i cant pay my rent', 'en'],
  ['ok', 'en'],
  ['', 'en'],
  ['\ud83d\ude2d\ud83d\ude2d', 'en'],
  ['kk hun c u l8r x', 'en'],
  ['my son Mateusz nie likes school', 'en'],
  ['potrzebuj\u0119 pomocy, mam dzieci i nie mam pieni\u0119dzy', 'pl'],
  ['necesito ayuda por favor, no tengo dinero para mis hijos', 'es'],
  [
    '\u043c\u0435\u043d\u0456 \u043f\u043e\u0442\u0440\u0456\u0431\u043d\u0430 \u0434\u043e\u043f\u043e\u043c\u043e\u0433\u0430',
    'uk',
  ],
  ['\u043c\u043d\u0435 \u043d\u0443\u0436\u043d\u0430 \u043f\u043e\u043c\u043e\u0449\u044c', 'ru'],
  ['\u0623\u062d\u062a\u0627\u062c \u0645\u0633\u0627\u0639\u062f\u0629', 'ar'],
  ['\u0645\u062c\u06be\u06d2 \u0645\u062f\u062f \u0686\u0627\u06c1\u06cc\u06d2', 'ur'],
  ['\u6211\u9700\u8981\u5e2e\u52a9', 'zh'],
  ['\u0a2e\u0a48\u0a28\u0a42\u0a70 \u0a2e\u0a26\u0a26 \u0a1a\u0a3e\u0a39\u0a40\u0a26\u0a40 \u0a39\u0a48', 'pa'],
])('%j is %s', (text, language) => expect(languageOf(text)).toBe(language));
