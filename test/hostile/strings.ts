/**
 * What no text field may fall for. Every string is one somebody could type, paste or send from another PC.
 *
 * Groups say what the strings attack. `marker` is what a script would set on the window if one ran.
 */
export const marker = 'lotseWasHere';

const run = `window.${marker}=1`;
const chars = (...codes: readonly number[]): string => codes.map((code) => String.fromCodePoint(code)).join('');
const each = (codes: readonly number[], make: (character: string) => string): readonly string[] => codes.map((code) => make(String.fromCodePoint(code)));

/** Lone surrogates as UTF-16 has them: {@link String.fromCodePoint} writes them too. */
const high = '\ud83d';
const low = '\ude00';

export const hostile: Readonly<Record<string, readonly string[]>> = {
  markup: [
    `<script>${run}</script>`, `"><script>${run}</script>`, `</textarea><script>${run}</script>`, `</title><script>${run}</script>`, `<ScRiPt>${run}</sCrIpT>`,
    `<script src=//boese.example/x.js></script>`, `<img src=x onerror=${run}>`, `<img src="x" onerror="${run}">`, `'><img src=x onerror=${run}>`, `<img/src/onerror=${run}>`,
    `<img src=https://boese.example/p.png>`, `<svg onload=${run}>`, `<svg/onload=${run}>`, `<svg><script>${run}</script></svg>`, `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
    `<iframe src="javascript:${run}"></iframe>`, `<iframe srcdoc="<script>parent.${marker}=1</script>"></iframe>`, `<object data="data:text/html,<script>${run}</script>"></object>`,
    `<embed src="https://boese.example/e.swf">`, `<style>*{display:none!important}</style>`, `<style>@import url(https://boese.example/c.css)</style>`, `<link rel=stylesheet href=https://boese.example/c.css>`,
    `<base href="https://boese.example/">`, `<meta http-equiv=refresh content="0;url=https://boese.example/">`, `<form action=https://boese.example><button>Senden</button></form>`,
    `<a href="javascript:${run}">Plan</a>`, `<a href="https://boese.example/">Hier klicken</a>`, `<body onload=${run}>`, `<details open ontoggle=${run}>`, `<input autofocus onfocus=${run}>`,
    `<video><source onerror=${run}></video>`, `<audio src=x onerror=${run}>`, `<marquee onstart=${run}>`, `<math><mtext></form><form><mglyph><style></math><img src=x onerror=${run}>`,
    `<noscript><p title="</noscript><img src=x onerror=${run}>">`, `<template><img src=x onerror=${run}></template>`, `<!--><img src=x onerror=${run}>-->`, `<![CDATA[<script>${run}</script>]]>`,
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`, `&lt;script&gt;${run}&lt;/script&gt;`, `&#60;script&#62;${run}&#60;/script&#62;`, `<b>fett</b>`, `<h1>Groß</h1>`, `</main></body></html>`,
    `<dialog open>Bitte Passwort eingeben</dialog>`, `<div style="position:fixed;inset:0">Gesperrt</div>`, `<table><tr><td>1</td></tr></table>`,
  ],
  addresses: [
    `javascript:${run}`, `JaVaScRiPt:${run}`, `java\tscript:${run}`, `data:text/html,<script>${run}</script>`, `data:text/html;base64,PHNjcmlwdD4xPC9zY3JpcHQ+`, `vbscript:msgbox(1)`,
    `file:///etc/passwd`, `https://boese.example/?a=1&b=2`, `//boese.example/x`, `mailto:a@boese.example?subject=x`, `blob:https://boese.example/1`, `view-source:x`, `#hash`, `?frage=1`,
  ],
  templates: [
    `{@html '<script>${run}</script>'}`, `{${run}}`, `{{${run}}}`, `\${${run}}`, `<%= ${run} %>`, `{{constructor.constructor('${run}')()}}`, `#{7*7}`, `{#if true}ja{/if}`, `\`\${7*7}\``,
    `'-${run}-'`, `";${run};//`, `</script><script>${run}//`,
  ],
  typst: [
    `#import "@preview/cetz:0.3.0"`, `#import "/etc/passwd": *`, `#read("/etc/passwd")`, `#image("/etc/passwd")`, `#link("https://boese.example")[Plan]`, `#eval("1+1")`, `#panic("aus")`,
    `#set page(width: 1pt)`, `#show: none`, `#[#]`, `#let x = 1`, `#while true {}`, `@label`, `<label>`, `$ x^2 $`, `$sum_(i=0)^n$`, `*fett*`, `_kursiv_`, '`roh`', '```typ #panic() ```', `= Überschrift`, `- Punkt`, `+ Nummer`,
    `/ Begriff: Erklärung`, `// Kommentar`, `/* Kommentar`, `\\u{1F600}`, `\\`, `\\\\\\`, `~ -- --- ...`, `[`, `]`, `(`, `)]}`, `https://boese.example/in-typst`,
  ],
  formulas: [
    `=1+1`, `=HYPERLINK("https://boese.example";"Hier")`, `=cmd|' /C calc'!A0`, `=DDE("cmd";"/C calc";"x")`, `@SUM(1+1)*cmd|' /C calc'!A0`, `+1+cmd|' /C calc'!A0`, `-2+3+cmd|' /C calc'!A0`, `\t=1+1`, `\r=1+1`,
    `;=1+1`, `,=1+1`, `"=1+1"`, `'=1+1`, `=WEBSERVICE("https://boese.example")`, `=IMPORTXML("https://boese.example";"//a")`, `%0A-3+3`, `＝1+1`, `a;b;c`, `a,b\n"c"`, `sep=;`,
  ],
  directions: [
    `\u202eevil\u202c`, `\u202egnp.nalp`, `Plan\u202efdp.exe`, `\u202d\u202e\u202d\u202e`, `\u202a\u202b\u202c\u202c\u202c\u202c`, `\u2066\u2067\u2068`, `\u2069\u2069\u2069`, `\u2067Amira`, `\u200f\u200e\u200f!`, `\u061c123`,
    `مرحبا 123 (abc) ١٢٣`, `שלום 45-67 עולם`, `(عمر)`, `abc \u202e123\u202c def`, `${'\u202e'.repeat(200)}x`, `${'\u2067'.repeat(130)}tief`, `עברית <b>`, `٠١٢٣٤٥٦٧٨٩`, `۱۴۰۲/۰۱/۰۱`,
  ],
  invisible: [
    ...each([0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x00ad, 0x034f, 0x115f, 0x3164, 0x180e, 0x2800, 0xfe0f, 0x2061, 0x17b4], (c) => `un${c}sichtbar`),
    '\ufeffBOM vorn', 'NBSP\u00a0hier', '\u3000weit\u3000', '\u2028Zeile\u2028', 'a\u2029b', `${'\u200b'.repeat(300)}x`, chars(0xe0001, 0xe0041, 0xe007f) + 'Tags',
  ],
  storms: [
    `Z${'\u0300\u0316\u0334'.repeat(20)}algo`, `a${'\u0489'.repeat(60)}`, `${'\u0301'.repeat(40)}`, `ก${'็'.repeat(50)}`, `\u0e33\u0e33\u0e33`, `e\u0301 ist é`, `Å ist Å ist A\u030a`, `ﬁ ﬃ ǆ`, `\u1112\u1161\u11ab 한`, `${'👩‍👩‍👧‍👦'.repeat(8)}`,
  ],
  controls: [
    '\u0000', 'vor\u0000nach', '\u0000\u0000\u0000', '\u001b[31mrot\u001b[0m', '\u001b]0;Titel\u0007', '\u001b[2J\u001b[H', '\u009b31mrot', '\u009d0;Titel\u009c', '\u0007Glocke', 'weg\b\b\b', 'a\u007fb', '\u000b\u000c', 'a\rb', 'a\r\nb', 'a\u0085b', '\u0001\u0002\u0003\u0004',
    '\u001aEOF', '\u000e\u000f', '\u001b(0lqk\u001b(B', '\u001bP+q544e\u001b\\',
  ],
  halves: [high, low, `${high}x`, `x${low}`, `${low}${high}`, `${high}${high}`, `a${high}\u0000${low}b`, '\ud800', '\udfff', `${high}\u0301`],
  strangers: [
    ...each([0xfffe, 0xffff, 0xfdd0, 0xfdef, 0x1fffe, 0x10ffff, 0xe000, 0xf8ff, 0xf0000, 0x100000, 0x0378, 0xfffd], (c) => `Zeichen ${c}`),
    'ሰላም ትግርኛ አማርኛ', 'کوردی ڕۆژ دری پښتو', '𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𝟙𝟚𝟛', '𠜎𠜱𠝹', '👨🏿‍🚀🏳️‍🌈🇩🇪', 'аdmin (kyrillisch)', 'Раypal', 'ΑΒΓ', 'ⅣⅫ①②', 'ﷺ﷽', 'İıŞşĞğ', 'ǅǆ ẞß', '\u{1f469}\u200d\u{1f4bb}',
  ],
  queries: [
    `' OR '1'='1`, `'; DROP TABLE intents;--`, `" OR ""="`, `1; ATTACH DATABASE 'x' AS y`, `NEAR(a b, 2)`, `a NEAR/2 b`, `a AND b OR NOT c`, `AND`, `OR OR`, `NOT`, `*`, `a*`, `^a`, `words:a`, `{words}:a`, `-words:a`, `"a`, `""""`, `(((`, `)`, `a + b`, `%`, `_%_`, `a\\%`, `\u0000' OR 1=1`, `X'41'`, `:name`, `?1`, `$1`, `@p1`,
    `/* */`, `--`, `x' UNION SELECT sql FROM sqlite_master--`, `\ue000hst`, `"\ue000hst"`,
  ],
  json: [`"`, `\\"`, `"}],"x":[{"`, `{"special":"unknown"}`, `[1,2`, `null`, `undefined`, `NaN`, `true`, `\\u0000`, `\\ud83d`, `__proto__`, `constructor`, `prototype`, `toString`, `hasOwnProperty`, `{"__proto__":{"x":1}}`, `__defineGetter__`, `unknown`, `:empty`],
  paths: [`../../../../etc/passwd`, `..\\..\\windows\\win.ini`, `/etc/passwd`, `C:\\Windows\\System32`, `\\\\server\\share`, `CON`, `NUL`, `AUX.txt`, `COM1`, `LPT1:`, `name.`, `name `, `a/b\\c:d*e?f"g<h>i|j`, `%2e%2e%2f`, `%00`, `file.pdf\u0000.exe`, `~`, `~root`, `-rf`, `--help`, `$(id)`, '`id`', `; id`, `| id`, `&& id`, `%PATH%`, `$HOME`, `!!`],
  formats: [`%s%s%s%s%n`, `%d`, `%x%x%x`, `{0}`, `%@`, `%(name)s`, `%%`, `%1$s`],
  large: ['W'.repeat(480), 'ﷺ'.repeat(300), `${'Donaudampfschifffahrt'.repeat(22)}`, '\n'.repeat(60), ' '.repeat(300), 'a '.repeat(240), '('.repeat(450), '['.repeat(450), '<b>'.repeat(150), '{"a":'.repeat(90), '> '.repeat(200), '😀'.repeat(230)],
};

export const hostileStrings: readonly string[] = [...new Set(Object.values(hostile).flat())];

/** Larger than any field takes: refused with a reason, never cut. */
export const tooLong: Readonly<Record<string, string>> = {
  'a million letters': 'x'.repeat(1_000_000),
  'a million brackets': '['.repeat(1_000_000),
  'a million marks on one letter': `a${'\u0301'.repeat(1_000_000)}`,
};

/** As long as a long text may be. */
export const longest: Readonly<Record<string, string>> = {
  'one word': 'x'.repeat(100_000),
  'nothing but line breaks': `${'\n'.repeat(99_999)}x`,
  'nothing but direction marks': `${'\u202e'.repeat(99_999)}x`,
  'deep brackets': '['.repeat(100_000),
};
