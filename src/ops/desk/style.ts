/** The desk's one style sheet. Colours by role, so that the dark scheme is a table of the same names. */
export const style = `
:root { color-scheme: light dark; --paper: #fbfaf8; --card: #ffffff; --ink: #1b1b1a; --soft: #63625e; --line: #e3e0da;
  --link: #174a7c; --good: #1d6b3a; --warn: #8a5a00; --bad: #a4161a; --bad-paper: #fdf0ef; --new: #eef5ea; --mark: #fff3c4;
  --del: #fde3e1; --ins: #dff2e1; }
@media (prefers-color-scheme: dark) { :root { --paper: #151617; --card: #1d1f20; --ink: #e8e6e1; --soft: #9c9a94;
  --line: #313436; --link: #8fbdec; --good: #7ecb95; --warn: #e0b35a; --bad: #ff8f88; --bad-paper: #2b1b1b; --new: #1d2a20;
  --mark: #4a3f14; --del: #4a2323; --ins: #1f3d26; } }
* { box-sizing: border-box; }
html { font: 16px/1.5 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; background: var(--paper); color: var(--ink); }
body { margin: 0; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: .5rem; background: var(--card); padding: .25rem .5rem; z-index: 2; }
header { border-bottom: 1px solid var(--line); background: var(--card); }
.bar { max-width: 76rem; margin: 0 auto; padding: .6rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline; }
.name { font-family: Charter, Georgia, "Times New Roman", serif; font-weight: 700; font-size: 1.15rem; color: var(--ink); }
nav { display: flex; gap: 1rem; }
nav a { padding: .15rem 0; color: var(--soft); border-bottom: 2px solid transparent; }
nav a[aria-current] { color: var(--ink); border-color: var(--ink); }
.pulse { margin-left: auto; color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
h1 { font-family: Charter, Georgia, "Times New Roman", serif; font-size: 1.75rem; line-height: 1.2; margin: .5rem 0; text-wrap: balance; }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
form.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin-bottom: .75rem; }
input, select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 4px; padding: .35rem .5rem; max-width: 100%; }
input[type=search] { flex: 1 1 14rem; }
button { cursor: pointer; }
.soft, time, .meta { color: var(--soft); }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
ol.stories { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
ol.stories li { display: grid; grid-template-columns: 5.2rem 1fr auto; gap: 0 .75rem; padding: .55rem .75rem; border-top: 1px solid var(--line); align-items: baseline; }
ol.stories li:first-child { border-top: 0; }
ol.stories li.fresh { animation: fresh 4s ease-out; }
ol.stories li.at { box-shadow: inset 3px 0 0 var(--link); }
@keyframes fresh { from { background: var(--new); } }
@media (prefers-reduced-motion: reduce) { ol.stories li.fresh { animation: none; } }
.headline { color: var(--ink); font-family: Charter, Georgia, "Times New Roman", serif; font-size: 1.06rem; line-height: 1.3; overflow-wrap: anywhere; }
.urgent .headline { font-weight: 700; }
.closed .headline { text-decoration: line-through; color: var(--bad); }
.barred .headline { color: var(--soft); font-style: italic; }
.meta { font-size: .82rem; overflow-wrap: anywhere; }
.tag { display: inline-block; font-size: .74rem; line-height: 1.3; padding: .1rem .4rem; border: 1px solid currentColor; border-radius: 3px; color: var(--soft); white-space: nowrap; }
.tag.usable, .tag.well, .tag.new, .tag.revised { color: var(--good); }
.tag.embargoed, .tag.waiting, .tag.stale { color: var(--warn); }
.tag.canceled, .tag.withheld, .tag.ill, .tag.killed { color: var(--bad); font-weight: 600; }
.empty { padding: 2rem 1rem; text-align: center; color: var(--soft); }
.notice { border: 1px solid var(--bad); border-left-width: 6px; background: var(--bad-paper); padding: .75rem 1rem; border-radius: 4px; margin: 1rem 0; }
.notice.waiting { border-color: var(--warn); background: transparent; }
.columns { display: grid; grid-template-columns: minmax(0, 2fr) minmax(16rem, 1fr); gap: 2rem; }
@media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr); gap: 0; } }
dl.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2rem 1rem; margin: 0; font-size: .9rem; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.body { font-family: Charter, Georgia, "Times New Roman", serif; font-size: 1.06rem; line-height: 1.6; max-width: 42rem; overflow-wrap: anywhere; }
.body table { border-collapse: collapse; display: block; overflow-x: auto; font-size: .9rem; }
.body td, .body th { border: 1px solid var(--line); padding: .15rem .5rem; text-align: left; }
article.revision, article.caption, article.copy { border: 1px solid var(--line); border-radius: 6px; background: var(--card); padding: .75rem 1rem; margin: .75rem 0; }
article h3 { font-size: .95rem; margin: 0 0 .4rem; display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: baseline; }
.diff { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .92rem; }
mark { background: var(--mark); color: inherit; } .excerpt { margin: .2rem 0 0; font-size: .9rem; max-width: 46rem; overflow-wrap: anywhere; }
del { background: var(--del); } ins { background: var(--ins); text-decoration: none; }
details > summary { cursor: pointer; color: var(--soft); padding: .25rem 0; }
.scroll { overflow-x: auto; }
table.list { border-collapse: collapse; width: 100%; background: var(--card); font-size: .9rem; }
table.list th, table.list td { text-align: left; padding: .45rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
table.list th { color: var(--soft); font-weight: 500; white-space: nowrap; }
table.list .number { text-align: right; font-variant-numeric: tabular-nums; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .75rem; overflow: auto; max-height: 70vh; font: .82rem/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { max-width: 76rem; margin: 0 auto; padding: 1rem; color: var(--soft); font-size: .8rem; }
kbd { font: .75rem ui-monospace, monospace; border: 1px solid var(--line); border-radius: 3px; padding: 0 .3rem; }
@media (max-width: 34rem) { main { padding: .75rem .5rem; } ol.stories li { grid-template-columns: 1fr auto; padding: .6rem; } ol.stories li time { order: 3; grid-column: 1 / -1; font-size: .78rem; }
  .pulse { margin-left: 0; width: 100%; } footer { padding: .75rem .5rem; } .keys { display: none; } h1 { font-size: 1.4rem; } }
@media print { header, footer, form.filter { display: none; } }
`
