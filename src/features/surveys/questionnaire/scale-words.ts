import type { Localized } from './definition.ts'

interface ScaleWords {
  code: string
  numeric?: boolean
  /** What its first and its last level mean, where levels are numbers. */
  ends?: readonly [Localized, Localized]
  levels: readonly Localized[]
}

const numberInAll = (fr: string): Localized => ({ fr, en: fr, ar: fr, pt: fr, tr: fr, uk: fr, es: fr, ro: fr, zh: fr })

/** The words of each scale, in every language of the answering page. */
export const answersInWords: readonly ScaleWords[] = [
  {
    code: 'agreement',
    levels: [
      {
        fr: 'Pas du tout d’accord',
        en: 'Strongly disagree',
        ar: 'لا أوافق أبداً',
        pt: 'Discordo totalmente',
        tr: 'Hiç katılmıyorum',
        uk: 'Зовсім не погоджуюся',
        es: 'Totalmente en desacuerdo',
        ro: 'Deloc de acord',
        zh: '完全不同意',
      },
      {
        fr: 'Plutôt pas d’accord',
        en: 'Rather disagree',
        ar: 'أميل إلى عدم الموافقة',
        pt: 'Discordo em parte',
        tr: 'Pek katılmıyorum',
        uk: 'Скоріше не погоджуюся',
        es: 'Más bien en desacuerdo',
        ro: 'Mai degrabă nu sunt de acord',
        zh: '不太同意',
      },
      {
        fr: 'Plutôt d’accord',
        en: 'Rather agree',
        ar: 'أميل إلى الموافقة',
        pt: 'Concordo em parte',
        tr: 'Biraz katılıyorum',
        uk: 'Скоріше погоджуюся',
        es: 'Más bien de acuerdo',
        ro: 'Mai degrabă de acord',
        zh: '比较同意',
      },
      {
        fr: 'Tout à fait d’accord',
        en: 'Strongly agree',
        ar: 'أوافق تماماً',
        pt: 'Concordo totalmente',
        tr: 'Tamamen katılıyorum',
        uk: 'Цілком погоджуюся',
        es: 'Totalmente de acuerdo',
        ro: 'Total de acord',
        zh: '完全同意',
      },
    ],
  },
  {
    code: 'frequency',
    levels: [
      { fr: 'Jamais', en: 'Never', ar: 'أبداً', pt: 'Nunca', tr: 'Hiçbir zaman', uk: 'Ніколи', es: 'Nunca', ro: 'Niciodată', zh: '从不' },
      { fr: 'Parfois', en: 'Sometimes', ar: 'أحياناً', pt: 'Às vezes', tr: 'Bazen', uk: 'Іноді', es: 'A veces', ro: 'Uneori', zh: '有时' },
      { fr: 'Souvent', en: 'Often', ar: 'غالباً', pt: 'Muitas vezes', tr: 'Sık sık', uk: 'Часто', es: 'A menudo', ro: 'Des', zh: '经常' },
      { fr: 'Toujours', en: 'Always', ar: 'دائماً', pt: 'Sempre', tr: 'Her zaman', uk: 'Завжди', es: 'Siempre', ro: 'Întotdeauna', zh: '总是' },
    ],
  },
  {
    code: 'satisfaction',
    levels: [
      {
        fr: 'Pas du tout satisfait',
        en: 'Not satisfied at all',
        ar: 'غير راضٍ أبداً',
        pt: 'Nada satisfeito',
        tr: 'Hiç memnun değilim',
        uk: 'Зовсім не задовольняє',
        es: 'Nada satisfecho',
        ro: 'Deloc mulțumit',
        zh: '很不满意',
      },
      {
        fr: 'Plutôt pas satisfait',
        en: 'Rather not satisfied',
        ar: 'غير راضٍ إلى حد ما',
        pt: 'Pouco satisfeito',
        tr: 'Pek memnun değilim',
        uk: 'Скоріше не задовольняє',
        es: 'Poco satisfecho',
        ro: 'Mai degrabă nemulțumit',
        zh: '不太满意',
      },
      {
        fr: 'Plutôt satisfait',
        en: 'Rather satisfied',
        ar: 'راضٍ إلى حد ما',
        pt: 'Satisfeito',
        tr: 'Oldukça memnunum',
        uk: 'Скоріше задовольняє',
        es: 'Bastante satisfecho',
        ro: 'Mai degrabă mulțumit',
        zh: '比较满意',
      },
      {
        fr: 'Tout à fait satisfait',
        en: 'Fully satisfied',
        ar: 'راضٍ تماماً',
        pt: 'Muito satisfeito',
        tr: 'Tamamen memnunum',
        uk: 'Цілком задовольняє',
        es: 'Muy satisfecho',
        ro: 'Foarte mulțumit',
        zh: '非常满意',
      },
    ],
  },
  {
    code: 'yes',
    levels: [
      { fr: 'Non', en: 'No', ar: 'لا', pt: 'Não', tr: 'Hayır', uk: 'Ні', es: 'No', ro: 'Nu', zh: '否' },
      { fr: 'En partie', en: 'In part', ar: 'جزئياً', pt: 'Em parte', tr: 'Kısmen', uk: 'Частково', es: 'En parte', ro: 'În parte', zh: '部分是' },
      { fr: 'Oui', en: 'Yes', ar: 'نعم', pt: 'Sim', tr: 'Evet', uk: 'Так', es: 'Sí', ro: 'Da', zh: '是' },
    ],
  },
  // Numbers are read in every language.
  {
    code: 'ten',
    numeric: true,
    ends: [
      {
        fr: 'le plus négatif',
        en: 'most negative',
        ar: 'الأكثر سلبية',
        pt: 'o mais negativo',
        tr: 'en olumsuz',
        uk: 'найгірше',
        es: 'lo más negativo',
        ro: 'cel mai negativ',
        zh: '最负面',
      },
      {
        fr: 'le plus positif',
        en: 'most positive',
        ar: 'الأكثر إيجابية',
        pt: 'o mais positivo',
        tr: 'en olumlu',
        uk: 'найкраще',
        es: 'lo más positivo',
        ro: 'cel mai pozitiv',
        zh: '最正面',
      },
    ],
    levels: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map(numberInAll),
  },
]
