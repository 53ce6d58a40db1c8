// SPDX-License-Identifier: Apache-2.0
// The style sheet. It embellishes: with it blocked the page is plain HTML that says the same.
// Colours are variables made from the palette; drawings are recoloured through their classes.
#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "harness/report/html_sections.h"
#include "harness/report/palette.h"

namespace keur {
namespace {

constexpr std::string_view layout = R"css(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:2.5rem 1.25rem 5rem;max-width:67rem;background:var(--paper);color:var(--ink);
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
overflow-wrap:break-word}
h1,h2,h3,.verdict,.sentence{font-family:ui-serif,Charter,Cambria,Georgia,"Times New Roman",serif;font-weight:600;
line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.6rem,4.5vw,2.4rem);margin:.3rem 0 1.4rem;letter-spacing:-.01em;max-width:22em}
h2{font-size:1.5rem;margin:4rem 0 1rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.1rem;margin:2.2rem 0 .6rem}
p{margin:.6rem 0}
[lang=nl]{color:var(--soft)}
h1 [lang=nl],h2 [lang=nl],h3 [lang=nl]{font-weight:400;font-style:italic}
a{color:var(--mark);text-decoration-thickness:1px;text-underline-offset:.18em}
small{display:inline-block;font-size:.82rem;color:var(--soft);font-weight:400;line-height:1.35}
small.c-open{color:var(--open)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.85em}
dd code,.digest code,.ids code{overflow-wrap:anywhere}
header{padding:0 0 .5rem}
.kicker{margin:0;font-size:.82rem;letter-spacing:.04em;color:var(--soft)}
.verdict{margin:0;font-size:clamp(1.5rem,4vw,2rem);padding:.8rem 1.1rem;background:var(--panel);
border-left:.4rem solid currentColor;display:flex;flex-wrap:wrap;gap:.1em .6em;align-items:baseline}
.verdict [lang=nl]{color:inherit;font-weight:400;font-style:italic}
.sentence p{font-size:1.15rem;font-weight:400;line-height:1.45;text-wrap:pretty}
.duo{display:grid;grid-template-columns:1fr;gap:.2rem 2.5rem;margin:1rem 0}
.duo p{margin:0;text-wrap:pretty}
@media(min-width:46rem){.duo{grid-template-columns:1fr 1fr}}
dl{margin:1.2rem 0}
.facts{display:grid;grid-template-columns:1fr;font-size:.95rem}
.facts dt{color:var(--soft);font-size:.82rem;padding-top:.55rem}
.facts dd{margin:0}
@media(min-width:46rem){.facts{grid-template-columns:17rem 1fr}
.facts dt,.facts dd{padding:.45rem 0;border-top:1px solid var(--line)}.facts dt{font-size:.88rem;padding-right:1rem}}
nav{margin:1.5rem 0 0;padding:.7rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
nav ul{display:flex;flex-wrap:wrap;gap:.6rem 1.7rem;margin:0;padding:0;list-style:none;line-height:1.3;font-size:.92rem}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}
nav [lang=nl]{font-size:.88em}
main>section:first-child h2{margin-top:2rem;border:0;padding:0}
.sum{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;list-style:none;margin:1rem 0;padding:0;align-items:baseline}
.sum b{font-size:1.6rem;font-weight:600;font-variant-numeric:tabular-nums}
.sum i{font-style:normal;color:var(--soft);margin-right:.5rem}
.ids{font-size:.92rem}
.scroll{overflow-x:auto;margin:1rem 0;overscroll-behavior-x:contain}
.scroll:focus-visible,pre:focus-visible{outline:2px solid var(--mark);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
th,td{padding:.5rem .9rem .5rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;font-size:.82rem;vertical-align:bottom;line-height:1.3;border-bottom:1.5px solid var(--ink)}
thead th::first-letter{text-transform:uppercase}thead [lang=nl]{font-weight:400;display:inline-block}
thead [lang=nl]::first-letter{text-transform:uppercase}
tbody th{font-weight:500;min-width:9rem}
#gates tbody th{min-width:13rem}#gates td:last-child{min-width:11.5rem}#gates td:nth-last-child(3){padding-right:0}
.n{text-align:right;white-space:nowrap}
td .badge{white-space:nowrap}
.badge+span{font-size:.82rem;white-space:nowrap}
.narrow table{width:auto;min-width:min(22rem,100%)}
#reasons table{font-size:.85rem}
.part th{padding-left:1.2rem;font-weight:400}
tr.gate th{font-weight:600}
svg{display:block;max-width:none}
td svg{min-width:150px}
figure{margin:1.5rem 0}
figcaption{font-size:.95rem;margin-bottom:.2rem}
figure svg{width:100%;min-width:44rem;height:auto}
svg text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
font-variant-numeric:tabular-nums}
details{margin:1rem 0}
summary{cursor:pointer;padding:.35rem 0}
.stamp{float:right;margin-left:1rem}
details[id]{border-top:1px solid var(--line);margin:0;padding:.6rem 0 1.1rem}
details[id] .duo{margin:.5rem 0}details[id] .facts{margin:.7rem 0 0}
details:target{background:var(--panel);box-shadow:0 0 0 .7rem var(--panel)}
.data summary{font-size:.88rem;color:var(--soft)}
.data table{font-size:.85rem}
tr.text td{padding-bottom:.9rem;max-width:44rem}
tr:has(+.text)>*{border-bottom:0}
del{color:var(--fail);text-decoration-thickness:1.5px}
ins{color:var(--mark);text-decoration-thickness:1.5px;text-underline-offset:.2em}
pre{background:var(--panel);padding:1rem 1.1rem;overflow-x:auto;line-height:1.45;tab-size:2}
.glossary dt{font-weight:600;margin-top:1.2rem}
.glossary dt [lang=nl]{font-weight:400;font-style:italic}
.glossary dd{margin:0}.glossary .duo{margin:.2rem 0}
ul{padding-left:1.2rem}
.errors{list-style:none;padding:0;margin:.6rem 0}
.errors li{padding:.6rem 0;border-top:1px solid var(--line)}
.errors p{margin:.15rem 0 0;max-width:44rem}
.errors small{display:block}
.errors b.at{font-weight:inherit;background:var(--panel);padding:.1em .3em;box-shadow:0 0 0 1px var(--line)}
#errors thead .n,#critical thead .n{white-space:normal}
#critical tbody th{min-width:7rem}
@media screen and (max-width:30rem){#critical td,#critical th{padding-right:.35rem}#critical thead th{font-size:.72rem}#critical table{font-size:.86rem}}
@media screen and (max-width:46rem){
#gates thead{display:none}#gates table,#gates tbody{display:block}
#gates tr{display:grid;grid-template-columns:minmax(0,1fr) fit-content(11.5rem);gap:.2rem 1rem;padding:.8rem 0;border-bottom:1px solid var(--line)}
#gates tbody th,#gates td,#gates td:last-child{display:block;padding:0;border:0;min-width:0}
#gates tbody th{grid-area:1/1}
#gates td{grid-column:2;text-align:right}
#gates td:nth-child(2){grid-area:3/1;text-align:left}
#gates td:nth-child(2)::before{content:"limit \00B7  grens "}
#gates td:nth-child(3){grid-row:2}
#gates td:nth-child(4){grid-row:3}
#gates td:nth-child(5){grid-area:2/1}
#gates td:nth-child(6){display:none}
#gates td:last-child{grid-area:1/2}
#gates td[colspan]{grid-area:2/1/3/3;text-align:left}
#gates td:empty{display:none}#gates .part{padding-left:1rem}#gates tbody .part th{padding:0}}
)css";

// Paper is white and wide enough; a fold that is closed on screen is opened where the browser can.
constexpr std::string_view paper_rules = R"css(
@page{size:A4;margin:16mm 14mm}
@media print{
html{font-size:9.5pt}body{max-width:none;padding:0;background:#fff}
nav{display:none}
h2{margin-top:1.6rem;break-after:avoid}h3,dt,summary,figcaption,thead{break-after:avoid}
tr,figure,.duo,dt,dd,.sum,.errors li,details[id]{break-inside:avoid}
.scroll{overflow:visible}
table{font-size:.85rem}th,td{padding:.28rem .55rem .28rem 0}
tbody th,#gates tbody th,#gates td:last-child{min-width:0}
#reasons table,.data table{font-size:.8rem}
figure svg{min-width:0}td svg{width:110px;min-width:0;height:auto}
.verdict,pre{background:none;border:1px solid var(--line)}
.verdict{border-left:.4rem solid currentColor}
pre{white-space:pre-wrap;font-size:7.5pt}
details::details-content{content-visibility:visible;block-size:auto;opacity:1}
.duo{grid-template-columns:1fr 1fr}
.facts{grid-template-columns:12rem 1fr}.facts dt,.facts dd{padding:.25rem .5rem .25rem 0;border-top:1px solid var(--line)}
a{color:inherit;text-decoration:none}
}
)css";

std::string variables(bool dark) {
  std::string out;
  for (const Colour& colour : palette())
    fmt::format_to(std::back_inserter(out), "--{}:{};", colour.name,
                   dark ? colour.dark : colour.light);
  return out;
}

}  // namespace

std::string html_style() {
  std::string out = fmt::format(
      ":root{{color-scheme:light;{}}}\n@media screen and (prefers-color-scheme:dark){{"
      ":root{{color-scheme:dark;{}}}}}",
      variables(false), variables(true));
  out += layout;
  for (const Colour& colour : palette())
    fmt::format_to(
        std::back_inserter(out),
        ".f-{0}{{fill:var(--{0})}}.s-{0}{{stroke:var(--{0})}}.c-{0}{{color:var(--{0})}}\n",
        colour.name);
  return out + std::string(paper_rules.substr(1));
}

}  // namespace keur
