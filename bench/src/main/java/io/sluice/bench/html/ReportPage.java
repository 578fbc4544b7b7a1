package io.sluice.bench.html;

import io.sluice.bench.report.BenchReport;
import io.sluice.bench.report.LevelReport;
import io.sluice.bench.report.ReportTable;
import java.util.List;

/**
 * A report as one page of HTML with plots in SVG, for light and dark. It has no script, and asks
 * nothing of any server.
 */
public final class ReportPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #24292f; --soft: #57606a; --paper: #ffffff;
        --line: #d0d7de; --card: #f6f8fa; --bad: #b42318;
        --c0: #0a7ea4; --c1: #b35900; --c2: #7a3ea8; --c3: #2f7d32;
        --c4: #c2185b; --c5: #6b6b00; --c6: #3f51b5; --c7: #795548 }
      @media (prefers-color-scheme: dark) { :root { --ink: #f0f6fc; --soft: #9198a1;
        --paper: #0d1117; --line: #30363d; --card: #161b22; --bad: #ff7b72;
        --c0: #3fb6dc; --c1: #f0a04b; --c2: #c69af0; --c3: #6ccb70;
        --c4: #ff7fb0; --c5: #d4d05a; --c6: #93a4ff; --c7: #c8a08d } }
      body { margin: 0 auto; max-width: 1120px; padding: 24px 20px 48px; background: var(--paper);
        color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
      h1 { font-size: 22px; margin: 0 0 4px } h2 { font-size: 17px; margin: 28px 0 8px }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 12px 0 }
      dt { color: var(--soft) } dd { margin: 0; overflow-wrap: anywhere }
      pre { background: var(--card); border: 1px solid var(--line); border-radius: 6px;
        padding: 12px; overflow-x: auto; font: 13px/1.45 ui-monospace, monospace }
      .void { border-left: 4px solid var(--bad); padding: 4px 12px; color: var(--bad) }
      .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 20px }
      figure { margin: 0; border: 1px solid var(--line); border-radius: 6px; padding: 12px }
      figcaption { font-weight: 600 }
      .legend { margin: 2px 0 4px; color: var(--soft); font-size: 13px; min-height: 20px }
      .legend span { margin-right: 14px; white-space: nowrap }
      .legend i { display: inline-block; width: 10px; height: 10px; border-radius: 50%;
        margin-right: 5px }
      svg { width: 100%; height: auto; display: block }
      svg text { font: 12px system-ui, sans-serif; fill: var(--soft) }
      .grid { stroke: var(--line); stroke-width: 1 } .axis { stroke: var(--soft) }
      .line { fill: none; stroke-width: 2; stroke-linejoin: round }
      """;

  private ReportPage() {}

  /** The whole page. */
  public static String html(BenchReport report) {
    BenchReport.About about = report.about();
    var out = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    out.append("<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.append("<title>sluice bench: " + Html.text(about.model()) + "</title>\n");
    out.append("<style>\n" + STYLE + colours() + "</style>\n</head>\n<body>\n");
    out.append("<h1>" + Html.text(about.model() + " at " + about.endpoint()) + "</h1>\n");
    about(about, out);
    reasons(report.levels(), out);
    out.append("<h2>Figures</h2>\n<pre>" + Html.text(ReportTable.text(report)) + "</pre>\n");
    out.append("<h2>Plots</h2>\n<div class=\"plots\">\n");
    new ReportPlots(report).all().forEach(plot -> out.append(plot.html()));
    out.append("</div>\n<h2>All times in ms</h2>\n");
    out.append("<pre>" + Html.text(ReportTable.times(report)) + "</pre>\n");
    return out.append("</body>\n</html>\n").toString();
  }

  private static void about(BenchReport.About about, StringBuilder out) {
    out.append("<dl>\n");
    row(out, "started", about.started().toString());
    row(out, "model as the server names it", about.served());
    row(out, "workload", about.workload());
    row(out, "objectives", about.objectives());
    row(out, "machine", about.machine());
    row(out, "sluice", about.version());
    row(out, "arguments", String.join(" ", about.arguments()));
    row(out, "ended early", about.interrupted() ? "yes" : "");
    out.append("</dl>\n");
  }

  private static void row(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      out.append("<dt>" + name + "</dt><dd>" + Html.text(value) + "</dd>\n");
    }
  }

  private static void reasons(List<LevelReport> levels, StringBuilder out) {
    for (LevelReport level : levels) {
      for (String reason : level.reasons()) {
        out.append(
            "<p class=\"void\">" + Html.text(level.label() + " is void: " + reason) + "</p>\n");
      }
    }
  }

  private static String colours() {
    var out = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      out.append(
          "path.c%1$d { stroke: var(--c%1$d) } circle.c%1$d { fill: var(--c%1$d) } i.c%1$d { background: var(--c%1$d) }\n"
              .formatted(i));
    }
    return out.toString();
  }
}
