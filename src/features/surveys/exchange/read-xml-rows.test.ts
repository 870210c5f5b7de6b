import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orRefusal } from './carried.ts'
import { readQuestionnaire } from './read-questionnaire.ts'
import { readXmlRows } from './read-xml-rows.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The sentence, and how long it took. */
function refusalOf(content: Uint8Array): string {
  const start = performance.now()
  const outcome = orRefusal(() => {
    readXmlRows(content)
    return { refused: '' }
  })
  assert.ok(performance.now() - start < 2000, 'refused in two seconds')
  return 'refused' in outcome ? outcome.refused : ''
}

test('rows, values told once, CDATA, character references and one row alone are read', () => {
  const { tables, alone } = readXmlRows(
    bytes(`<?xml version="1.0" encoding="UTF-8"?>
<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>606</DBVersion><languages><language>fr</language><language>en</language></languages>
<questions><fields><fieldname>qid</fieldname></fields><rows><row><qid><![CDATA[3]]></qid><title>Q&amp;1</title><preg/><text><![CDATA[<p>été & <!DOCTYPE</p>]]></text></row></rows></questions>
<answers><rows><row><aid>1</aid></row><row><aid>2</aid></row></rows></answers></document>`),
  )
  assert.deepEqual(
    tables.get('questions')?.map((row) => Object.fromEntries(row)),
    [{ qid: '3', title: 'Q&1', text: '<p>été & <!DOCTYPE</p>' }],
  )
  assert.deepEqual(
    tables.get('answers')?.map((row) => row.get('aid')),
    ['1', '2'],
  )
  assert.deepEqual(alone.get('languages'), ['fr', 'en'])
  assert.deepEqual(alone.get('LimeSurveyDocType'), ['Survey'])
  assert.deepEqual(alone.get('DBVersion'), ['606'])
})

test('a file in Western Latin or in UTF-16 is read as well', () => {
  const text = '<document><languages><language>é</language></languages></document>'
  const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, 'latin1')
  assert.deepEqual(readXmlRows(latin).alone.get('languages'), ['é'])
  assert.deepEqual(readXmlRows(Buffer.from(`\ufeff${text}`, 'utf16le')).alone.get('languages'), ['é'])
  const bigEndian = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  assert.deepEqual(readXmlRows(bigEndian).alone.get('languages'), ['é'])
  const refused = readQuestionnaire(bigEndian)
  assert.ok('refused' in refused && /LimeSurvey entier/.test(refused.refused), 'it is read as XML, not as a table of text')
})

const laughs = Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')

for (const [name, content, sentence] of [
  ['a billion laughs', bytes(`<?xml version="1.0"?><!DOCTYPE d [<!ENTITY l0 "ha">${laughs}]><document>&l9;</document>`), /déclarations/],
  ['an external entity', bytes('<!-- <a> --><!DOCTYPE d SYSTEM "file:///etc/passwd"><document/>'), /déclarations/],
  ['a hundred megabytes', new Uint8Array(100 * 1024 * 1024).fill(0x20), /5 Mo/],
  ['a file cut short', bytes('<document><questions><rows><row><qid><![CDATA[3]]></qi'), /abîmé/],
  ['a file cut in the middle of CDATA', bytes('<document><questions><rows><row><qid><![CDATA[3'), /abîmé/],
  ['a file cut between two tags', bytes('<document><questions><rows>'), /abîmé/],
  ['elements in elements', bytes(`<document>${'<a>'.repeat(400_000)}${'</a>'.repeat(400_000)}</document>`), /les uns dans les autres/],
  ['elements never closed', bytes(`<document>${'<a>'.repeat(1_000_000)}`), /les uns dans les autres/],
  ['too many rows', bytes(`<document><questions><rows>${'<row></row>'.repeat(60_001)}</rows></questions></document>`), /trop de lignes/],
  ['brackets without end', bytes(`<document>${'<!['.repeat(1_000_000)}`), /abîmé|pas un|éléments/],
  ['CDATA opened without end', bytes(`<document>${'<![CDATA['.repeat(400_000)}`), /abîmé/],
  ['comments opened without end', bytes(`<document>${'<!--'.repeat(900_000)}`), /abîmé/],
  ['a tag without end', bytes(`<document><a ${'b '.repeat(1_000_000)}`), /abîmé/],
  ['many tags without end', bytes(`<document>${'<a '.repeat(1_000_000)}`), /abîmé|pas un|éléments/],
  ['no XML at all', bytes('Bonjour'), /pas un questionnaire/],
  ['nothing', new Uint8Array(0), /pas un questionnaire/],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 0xff, 0xfe]), /abîmé|pas un|éléments/],
] as const) {
  test(`${name} is refused at once, with a sentence`, () => {
    assert.match(refusalOf(content), sentence)
  })
}
